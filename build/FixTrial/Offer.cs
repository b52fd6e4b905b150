using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using DataEngAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.FixTrial;

/// <summary>A fix that a host would show at a finding.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Provider">Who offers the fix.</param>
/// <param name="Action">The fix.</param>
internal sealed record Offer(Diagnostic Finding, CodeFixProvider Provider, CodeAction Action)
{
    /// <summary>All providers of the package.</summary>
    public static ImmutableArray<CodeFixProvider> Providers { get; } =
    [
        .. typeof(DataEngFix).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>What is offered at a finding of a project.</summary>
    public static async Task<IReadOnlyList<Offer>> ForAsync(Diagnostic finding, Project project)
    {
        var offers = new List<Offer>();
        if (project.GetDocument(finding.Location.SourceTree) is not { } document)
            return offers;
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
        {
            var context = new CodeFixContext(document, finding, (action, _) => offers.Add(new Offer(finding, provider, action)), CancellationToken.None);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        return offers;
    }
}

/// <summary>Takes fixes.</summary>
internal static class CodeActions
{
    /// <summary>The project after a fix was taken in it.</summary>
    public static async Task<Project> TakenInAsync(this CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }
}
