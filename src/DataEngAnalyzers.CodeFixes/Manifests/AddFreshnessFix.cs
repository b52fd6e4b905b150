using System;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Latency;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Declares a freshness of one day for a source of dbt, under <c>config</c> as dbt has it since 1.10.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFreshnessFix))]
public sealed class AddFreshnessFix() : ManifestFix("DEA6007")
{
    /// <inheritdoc/>
    protected override PlannedFix? Plan(Diagnostic diagnostic, SourceText file)
    {
        if (Fact(diagnostic, NoFreshness.ColumnForFix) is not { } column || Facts(diagnostic, ManifestFixFacts.Places) is not [var source] || YamlBlock.EntryAround(file, source) is not { } table)
            return null;

        // A config that is there already may say anything; it is left to its author.
        if (Enumerable.Range(table.First, table.Last - table.First + 1).Any(line => IsConfig(file.Lines[line].ToString())))
            return null;
        var indentation = table.Indentation + "  ";
        var lines = $"{indentation}config:\n"
            + (column.Length > 0 ? $"{indentation}  loaded_at_field: {YamlText.Of(column)}\n" : string.Empty)
            + $"{indentation}  freshness:\n{indentation}    warn_after: {{count: 24, period: hour}}";
        return new PlannedFix(nameof(AddFreshnessFix), "Let dbt warn when the source has no rows of the last day", ImmutableArray.Create(table.After(table.Last, lines)));
    }

    private static bool IsConfig(string line) => line.TrimStart(' ', '-').StartsWith("config:", StringComparison.Ordinal) || line.TrimStart(' ', '-').StartsWith("freshness:", StringComparison.Ordinal);
}
