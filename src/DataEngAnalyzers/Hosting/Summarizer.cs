using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Hosting;

/// <summary>Says what the methods of a compilation do to data that another project can call.</summary>
internal sealed class Summarizer
{
    private const int MostOperations = 60;
    private const int MostMethods = 2_000;
    private const int MostMakers = 1_000;

    private readonly PipelineContext _context;
    private readonly CancellationToken _cancellation;
    private readonly ToldFindings _told;
    private readonly bool _hasFriends;

    private Summarizer(PipelineContext context, CancellationToken cancellation)
    {
        _context = context;
        _cancellation = cancellation;
        _told = new ToldFindings(new RunFindings(context), cancellation);
        _hasFriends = context.Compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }

    /// <summary>The summaries of a library, by id; none of a program or of tests, which nobody calls.</summary>
    public static ImmutableArray<MethodSummary> Of(PipelineContext context, CancellationToken cancellation)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule) || context.Options.IsTestProject)
            return ImmutableArray<MethodSummary>.Empty;

        var methods = context.Code.Touching.Concat(Runners.In(context)).Where(member => member.Declaration is MethodDeclarationSyntax).Distinct().Take(MostMethods + 1).ToList();
        var makers = MemberFlows.Candidates(context).Take(MostMakers + 1).ToList();
        if (methods.Count > MostMethods)
            methods.Clear();
        if (makers.Count > MostMakers)
            makers.Clear();
        if (methods.Count + makers.Count == 0)
            return ImmutableArray<MethodSummary>.Empty;

        var summarizer = new Summarizer(context, cancellation);
        return methods.Select(summarizer.Of).Concat(makers.Select(summarizer.MadeBy)).OfType<MethodSummary>().OrderBy(summary => summary.Id, StringComparer.Ordinal).ToImmutableArray();
    }

    private MethodSummary? Of(MemberSketch member)
    {
        _cancellation.ThrowIfCancellationRequested();
        var declaration = member.Declaration;
        if (StageBuilder.MethodOf(declaration, _context.ModelFor(declaration.SyntaxTree), _cancellation) is not { IsAbstract: false } method)
            return null;

        var isVisible = IsVisible(method);
        if (!isVisible && method.IsStatic)
            return null;

        var contracts = Contracts.Of(method, _context).Where(contract => IsVisible(contract.ContainingType) && IsVisible(contract)).Select(IdOf).Where(id => SummaryLibrary.NameOf(id) is not null).Distinct().ToImmutableArray();
        var isNamed = isVisible && SummaryLibrary.NameOf(IdOf(method)) is not null;
        if (!isNamed && contracts.IsEmpty || _context.Hosts.IsTest(method))
            return null;

        var stages = StageBuilder.Build(declaration, _context, forCallers: true, _cancellation);
        var id = isNamed ? IdOf(method) : contracts[0];
        var rows = stages.IsEmpty ? ImmutableArray<SummaryRow>.Empty : new OperationLift(stages, SummaryLibrary.NameOf(id)!, _context, _told.In).Rows();
        return rows.Length > MostOperations || rows.All(IsPlain) ? null : new MethodSummary(id, contracts, rows);
    }

    // What a constructor or a getter of a type of rows makes its members of.
    private MethodSummary? MadeBy(SyntaxNode declaration)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (MemberFlows.MethodOf(declaration, _context) is not { } method || !IsVisible(method) || SummaryLibrary.NameOf(IdOf(method)) is null)
            return null;
        var flows = MemberFlows.Of(method, _context, _cancellation);
        return flows.IsEmpty ? null : new MethodSummary(IdOf(method), ImmutableArray<string>.Empty, ImmutableArray<SummaryRow>.Empty) { Flows = flows };
    }

    // Who only runs what it is given tells nobody anything.
    private static bool IsPlain(SummaryRow row) => row.Facts is { Runs: not null, Loops.IsEmpty: true, IsRetried: false, Attempts.IsEmpty: true };

    private static string IdOf(IMethodSymbol method) => method.OriginalDefinition.GetDocumentationCommentId() ?? string.Empty;

    private bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private || !_hasFriends && current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }
}
