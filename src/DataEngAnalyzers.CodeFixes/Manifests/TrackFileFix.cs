using System.Collections.Immutable;
using DataEngAnalyzers.Rules.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Adds a file to what a stage of DVC depends on, or to what it makes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrackFileFix))]
public sealed class TrackFileFix() : ManifestFix("DEA4013")
{
    /// <inheritdoc/>
    protected override PlannedFix? Plan(Diagnostic diagnostic, SourceText file)
    {
        if (Fact(diagnostic, FileNotTracked.PathForFix) is not { } path
            || Fact(diagnostic, FileNotTracked.ListForFix) is not { } list
            || Fact(diagnostic, FileNotTracked.EndForFix) is not { } end)
            return null;

        // The finding is the compiler's last word; the file may be ahead of it.
        if (YamlBlock.EntryAround(file, end + ":1") is not { } entry || file.ToString().Contains("- " + YamlText.Of(path)))
            return null;
        return new PlannedFix(nameof(TrackFileFix), $"Add '{path}' to {list} of the stage in dvc.yaml", ImmutableArray.Create(entry.After(entry.LastOfList, $"{entry.Indentation}- {YamlText.Of(path)}")));
    }
}
