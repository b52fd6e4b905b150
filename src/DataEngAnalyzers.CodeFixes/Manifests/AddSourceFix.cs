using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Declares a table, with the columns that the code writes, behind the other tables of its source in dbt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSourceFix))]
public sealed class AddSourceFix() : ManifestFix("DEA4003")
{
    /// <inheritdoc/>
    protected override PlannedFix? Plan(Diagnostic diagnostic, SourceText file)
    {
        if (Fact(diagnostic, NoDbtSource.TableForFix) is not { } table
            || Facts(diagnostic, ManifestFixFacts.Places) is not [var neighbour]
            || YamlBlock.EntryAround(file, neighbour) is not { } entry)
            return null;

        return IsThere(file, entry, table)
            ? null
            : new PlannedFix(nameof(AddSourceFix), $"Declare '{table}' with its columns as a source of dbt", ImmutableArray.Create(entry.After(entry.LastOfList, Lines(entry.Indentation, table, diagnostic))));
    }

    // The finding is the compiler's last word; the file may be ahead of it.
    private static bool IsThere(SourceText file, YamlBlock entry, string table) =>
        file.Lines.Any(line => line.ToString() == $"{entry.Indentation}- name: {YamlText.Of(table)}");

    private static string Lines(string indentation, string table, Diagnostic diagnostic)
    {
        var lines = new StringBuilder().Append(indentation).Append("- name: ").Append(YamlText.Of(table));
        var columns = Facts(diagnostic, NoDbtSource.ColumnsForFix).Select(column => column.Split('\t')).ToList();
        if (columns.Count > 0)
            lines.Append('\n').Append(indentation).Append("  columns:");
        foreach (var column in columns)
        {
            lines.Append('\n').Append(indentation).Append("    - name: ").Append(YamlText.Of(column[0]));
            if (column.Length > 1)
                lines.Append('\n').Append(indentation).Append("      data_type: ").Append(YamlText.Of(column[1]));
        }

        return lines.ToString();
    }
}
