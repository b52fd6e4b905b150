using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.FixTrial;

/// <summary>Takes every fix that is offered in a project: one at a time, and as Fix All in the project.</summary>
/// <param name="project">The project.</param>
/// <param name="before">What it is like without a fix.</param>
internal sealed class Trial(Project project, Snapshot before)
{
    /// <summary>The outcome of each fix.</summary>
    public async IAsyncEnumerable<Outcome> RunAsync()
    {
        var offers = new List<Offer>();
        foreach (var finding in before.Findings)
            offers.AddRange(await Offer.ForAsync(finding, project).ConfigureAwait(false));
        foreach (var offer in offers)
            yield return await TryAsync(offer.Finding.Id, offer.Action, [offer.Finding]).ConfigureAwait(false);
        foreach (var group in offers.GroupBy(offer => (offer.Provider, offer.Action.EquivalenceKey)).Where(group => group.Count() > 1))
        {
            if (await FixAllAsync(group.First()).ConfigureAwait(false) is { } all)
                yield return await TryAsync(group.First().Finding.Id + " Fix All", all, [.. group.Select(offer => offer.Finding)]).ConfigureAwait(false);
        }
    }

    private async Task<CodeAction?> FixAllAsync(Offer first) => first.Provider.GetFixAllProvider() is { } all
        ? await all.GetFixAsync(new FixAllContext(
            project.GetDocument(first.Finding.Location.SourceTree)!, first.Provider, FixAllScope.Project, first.Action.EquivalenceKey!, first.Provider.FixableDiagnosticIds, new Known(before.Findings), CancellationToken.None)).ConfigureAwait(false)
        : null;

    private async Task<Outcome> TryAsync(string rule, CodeAction action, ImmutableArray<Diagnostic> mended)
    {
        var after = await Snapshot.OfAsync(await action.TakenInAsync(project).ConfigureAwait(false)).ConfigureAwait(false);
        var faults = Snapshot.Surplus(after.Errors, before.Errors).Select(error => "does not compile: " + error)
            .Concat(Snapshot.Surplus(before.Comments, after.Comments).Select(comment => "loses a comment: " + comment))
            .Concat(Snapshot.Surplus(after.Findings.Select(NameOf), before.Findings.Select(NameOf)).Select(finding => "new finding: " + finding));
        var left = Snapshot.Surplus(mended.Select(NameOf), Snapshot.Surplus(before.Findings.Select(NameOf), after.Findings.Select(NameOf)));
        return new Outcome(rule, action.Title, mended[0].Location.GetLineSpan(), [.. faults, .. left.Select(finding => "finding stays: " + finding)]);
    }

    // What a finding is, wherever the lines around it have gone.
    private static string NameOf(Diagnostic finding) => $"{finding.Id} {finding.Properties.GetValueOrDefault("dataeng.fingerprint")} {finding.GetMessage(null)}";

    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return findings.Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(findings.Where(finding => !finding.Location.IsInSource));
    }
}
