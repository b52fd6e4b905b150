using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How the migrations in C# are taken back.</summary>
internal static class WaysBack
{
    private const string Name = "Down";

    public static bool IsWayBack(IMethodSymbol method) => method.Name == Name;

    /// <param name="up">The way up.</param>
    /// <param name="context">The compilation.</param>
    public static WayBack Of(IMethodSymbol up, PipelineContext context)
    {
        if (Attributes.HasAround(up, Attributes.ContractPhase))
            return WayBack.Settled;

        for (var type = up.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(Name).OfType<IMethodSymbol>().FirstOrDefault() is not { } down)
                continue;

            // The library's own base class does nothing; one that is derived from it knows a way, or says that there is none.
            if (context.Bodies.DeclarationOf(down) is not { } declaration)
                return context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Host && api.SymbolName.Distance(type) == 0) ? WayBack.Empty : WayBack.Settled;
            return context.Bodies.Of(declaration) is { } body ? Of(body) : WayBack.Some;
        }

        return WayBack.Some;
    }

    private static WayBack Of(IOperation body)
    {
        var parts = body.Descendants().Where(part => !part.IsImplicit).ToList();
        if (parts.OfType<IThrowOperation>().Any() && !parts.OfType<IInvocationOperation>().Any())
            return WayBack.Throws;
        return parts.Any(part => part is not (IBlockOperation or IEmptyOperation)) ? WayBack.Some : WayBack.Empty;
    }
}
