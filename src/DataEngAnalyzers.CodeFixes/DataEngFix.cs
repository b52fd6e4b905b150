using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>
/// Base of every fix. A fix is a list of text changes, so that comments, formatting and the form of literals stay what they were.
/// It is offered only when all its preconditions hold; Fix All applies the same changes to all findings of a document.
/// </summary>
public abstract class DataEngFix : CodeFixProvider
{
    /// <param name="ids">The rules whose findings it mends.</param>
    protected DataEngFix(params string[] ids) => FixableDiagnosticIds = ids.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider()
    {
        if (!MendsAll)
            return null;
        var all = FixAllProvider.Create(
            async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));
        return ChangesData ? new FixAllOnRequest(all) : all;
    }

    /// <summary>False for a fix that a person takes one finding at a time: it is part of no Fix All and of no batch tool.</summary>
    protected virtual bool MendsAll => true;

    /// <summary>
    /// True for a fix after which a run leaves other rows or values than before. Across a solution Fix All leaves such a fix out, unless
    /// the project's settings ask for it.
    /// </summary>
    protected virtual bool ChangesData => false;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixScene.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } scene)
            return;

        foreach (var diagnostic in context.Diagnostics.Where(IsMended))
        {
            foreach (var fix in Plan(diagnostic, scene))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => ApplyAsync(context.Document, ImmutableArray.Create(diagnostic), fix.Key, cancellation), fix.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The fixes that can be offered for a finding, each with its changes to the finding's own document; none where one is not safe.</summary>
    protected abstract IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene);

    // dotnet format asks with the first finding of the analyzer, which is often another rule's, and then fixes all without a key:
    // it gets the first fix of each finding.
    private bool IsMended(Diagnostic diagnostic) => FixableDiagnosticIds.Contains(diagnostic.Id);

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await FixScene.OfAsync(document, cancellation).ConfigureAwait(false) is not { } scene)
            return document;

        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics.Where(IsMended).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (Plan(diagnostic, scene).FirstOrDefault(fix => string.IsNullOrEmpty(key) || fix.Key == key) is { } fix)
                TextChanges.Merge(changes, fix.Changes);
        }

        changes.Sort((one, other) => one.Span.CompareTo(other.Span));
        return document.WithText(scene.Text.WithChanges(changes));
    }
}
