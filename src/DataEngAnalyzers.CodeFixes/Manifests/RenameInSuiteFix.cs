using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules.Quality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Gives a column of an expectation suite the name under which the code writes it, wherever the suite names it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameInSuiteFix))]
public sealed class RenameInSuiteFix() : ManifestFix("DEA2019")
{
    /// <inheritdoc/>
    protected override PlannedFix? Plan(Diagnostic diagnostic, SourceText file)
    {
        if (Fact(diagnostic, SuiteAsksForMore.OldForFix) is not { } old || Fact(diagnostic, SuiteAsksForMore.NewForFix) is not { } name)
            return null;

        // All of them or none: a suite that names a column in two ways fails as well.
        var spans = Facts(diagnostic, Rules.ManifestFixFacts.Places).Select(place => Scalars.Find(file, place, old)).ToList();
        return spans.Any(span => span is null)
            ? null
            : new PlannedFix(nameof(RenameInSuiteFix), $"Rename '{old}' to '{name}' in the suite", spans.Select(span => new TextChange(span!.Value, name)).ToImmutableArray());
    }
}
