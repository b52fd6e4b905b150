using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Latency;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Tells dbt to read the age of a source off the column that the code fills.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoadedAtFix))]
public sealed class LoadedAtFix() : ManifestFix("DEA6008")
{
    private const string Key = "loaded_at_field:";

    /// <inheritdoc/>
    protected override PlannedFix? Plan(Diagnostic diagnostic, SourceText file)
    {
        if (Fact(diagnostic, FreshnessMisled.OldForFix) is not { } old || Fact(diagnostic, FreshnessMisled.NewForFix) is not { } name
            || Facts(diagnostic, ManifestFixFacts.Places) is not [var source] || YamlBlock.EntryAround(file, source) is not { } table)
            return null;

        // The table's own key; what stands at the source holds for its other tables, too.
        var keys = Enumerable.Range(table.First, table.Last - table.First + 1).Where(line => file.Lines[line].ToString().TrimStart().StartsWith(Key, System.StringComparison.Ordinal)).ToList();
        if (keys is not [var row])
            return null;
        var text = file.Lines[row].ToString();
        var at = text.IndexOf(old, text.IndexOf(Key, System.StringComparison.Ordinal) + Key.Length, System.StringComparison.Ordinal);
        return at < 0
            ? null
            : new PlannedFix(nameof(LoadedAtFix), $"Let dbt tell the age of the source by '{name}'", ImmutableArray.Create(new TextChange(new TextSpan(file.Lines[row].Start + at, old.Length), name)));
    }
}
