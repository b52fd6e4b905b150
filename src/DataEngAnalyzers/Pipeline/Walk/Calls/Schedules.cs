using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The methods that code hands to a clock which starts the next run whether the last one is done or not.</summary>
internal sealed class Schedules
{
    private readonly Lazy<Dictionary<IMethodSymbol, Call>> _started;

    public Schedules(PipelineContext context) =>
        _started = new Lazy<Dictionary<IMethodSymbol, Call>>(() => Find(context), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The call that hands over a method, or the member of an interface that it implements; <see langword="null"/> when none does.</summary>
    public Call? StartOf(IMethodSymbol method)
    {
        foreach (var (started, start) in _started.Value.Select(pair => (pair.Key, pair.Value)))
        {
            if (SymbolEqualityComparer.Default.Equals(started, method)
                || started.ContainingType.TypeKind == TypeKind.Interface && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(started), method))
                return start;
        }

        return null;
    }

    private static Dictionary<IMethodSymbol, Call> Find(PipelineContext context)
    {
        var started = new Dictionary<IMethodSymbol, Call>(SymbolEqualityComparer.Default);
        foreach (var start in KnownCalls.Of(context, ApiRole.Host, api => api["overlap"] is not null))
        {
            if ((start["once"] is not { } period || !IsInfinite(period.Operation)) && !KeptApart(start, context))
                Add(started, start, context);
        }

        return started;
    }

    private static bool IsInfinite(IOperation period) => period.DescendantsAndSelf().Any(part =>
        part.ConstantValue is { HasValue: true, Value: -1 or -1L or 0 or 0L } or { HasValue: true, Value: uint.MaxValue } || part is IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" or "Infinite" });

    // In the chain of calls that makes the schedule; a clock that raises an event may be set anywhere in the type that has it.
    private static bool KeptApart(Call start, PipelineContext context)
    {
        var use = start.Operation.Syntax;
        var place = use is AssignmentExpressionSyntax ? use.FirstAncestorOrSelf<TypeDeclarationSyntax>() : use.FirstAncestorOrSelf<StatementSyntax>() ?? use.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() as SyntaxNode;
        var names = new HashSet<string>(context.Apis.OfRole(ApiRole.Exclusive).Where(api => api.SymbolName.Kind != 'T').Select(api => api.SymbolName.Member));
        return place?.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)
            && context.Apis.FindAll(context.ModelFor(name.SyntaxTree).GetSymbolInfo(name).Symbol).Any(api => api.Role == ApiRole.Exclusive)) == true;
    }

    private static void Add(Dictionary<IMethodSymbol, Call> started, Call start, PipelineContext context)
    {
        if (start.Api.Names("overlap", "type") && start.Operation is IInvocationOperation { TargetMethod.TypeArguments: [INamedTypeSymbol job] })
        {
            foreach (var member in job.AllInterfaces.Where(contract => context.Apis.FindAll(contract).Any(api => api.Role == ApiRole.Host)).SelectMany(contract => contract.GetMembers()))
            {
                if (job.FindImplementationForInterfaceMember(member) is IMethodSymbol run)
                    started[run.OriginalDefinition] = start;
            }
        }

        var handed = start.Operation is IEventAssignmentOperation { HandlerValue: var handler } ? handler : start["overlap"]?.Operation;
        foreach (var part in handed?.DescendantsAndSelf() ?? [])
        {
            var method = part switch
            {
                IMethodReferenceOperation { Method: var named } => named,
                IInvocationOperation { TargetMethod: var called } => called,
                _ => null,
            };
            if (method is not null)
                started[method.OriginalDefinition] = start;
        }
    }
}
