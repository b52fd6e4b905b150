using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>Fix All that goes across a solution only where the settings of the project it starts in ask for that.</summary>
/// <param name="all">What it does then, and in a document or project always.</param>
internal sealed class FixAllOnRequest(FixAllProvider all) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => all.GetSupportedFixAllScopes();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        context.Scope != FixAllScope.Solution || await IsRequestedAsync(context.Project, context.CancellationToken).ConfigureAwait(false)
            ? await all.GetFixAsync(context).ConfigureAwait(false)
            : null;

    private static async Task<bool> IsRequestedAsync(Project project, CancellationToken cancellation) =>
        await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
        && DataEngOptions.From(ProjectSettings.Of(compilation, project.AnalyzerOptions.AnalyzerConfigOptionsProvider)).FixAllInSolution == FixAllInSolution.All;
}
