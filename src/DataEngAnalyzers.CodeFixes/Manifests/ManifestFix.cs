using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>
/// Base of the fixes that edit another tool's file, which must be an additional file of the project. The edit is text alone: comments,
/// quotes and layout of the file stay. A person takes such a fix one finding at a time, so it is part of no Fix All.
/// </summary>
public abstract class ManifestFix : CodeFixProvider
{
    /// <param name="ids">The rules whose findings it mends.</param>
    protected ManifestFix(params string[] ids) => FixableDiagnosticIds = ids.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            if (FileOf(diagnostic, context.Document.Project) is not { } file)
                continue;

            var text = await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            if (Plan(diagnostic, text) is not { Changes.IsEmpty: false } fix)
                continue;
            var solution = context.Document.Project.Solution;
            context.RegisterCodeFix(
                CodeAction.Create(fix.Title, _ => Task.FromResult(solution.WithAdditionalDocumentText(file.Id, text.WithChanges(fix.Changes))), fix.Key),
                diagnostic);
        }
    }

    /// <summary>The changes to the other tool's file; <see langword="null"/> where it does not look as the finding says.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="file">The text of the file.</param>
    protected abstract PlannedFix? Plan(Diagnostic diagnostic, SourceText file);

    /// <summary>A fact that the rule hands over; <see langword="null"/> when it hands over none.</summary>
    protected static string? Fact(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(PropertyKeys.Fix + key, out var value) ? value : null;

    /// <summary>The entries of a list that the rule hands over.</summary>
    protected static IReadOnlyList<string> Facts(Diagnostic diagnostic, string key) => ManifestFixFacts.Entries(Fact(diagnostic, key));

    private static TextDocument? FileOf(Diagnostic diagnostic, Project project) => Fact(diagnostic, ManifestFixFacts.File) is { } path
        ? project.AdditionalDocuments.FirstOrDefault(file => ManifestPaths.Join(null, file.FilePath ?? file.Name) == path)
        : null;
}
