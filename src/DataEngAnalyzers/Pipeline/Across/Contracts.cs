using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataEngAnalyzers.Pipeline;

/// <summary>By which other methods a method is called: those it implements and those it overrides.</summary>
internal static class Contracts
{
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method, PipelineContext context)
    {
        if (method.IsStatic)
            yield break;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            yield return overridden.OriginalDefinition;
        foreach (var contract in method.ExplicitInterfaceImplementations)
            yield return contract.OriginalDefinition;
        foreach (var type in TypesWith(method, context))
        {
            foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))
                    yield return member.OriginalDefinition;
            }
        }
    }

    // The type itself and those that inherit the method: a base class implements what only its derived classes promise.
    private static IEnumerable<INamedTypeSymbol> TypesWith(IMethodSymbol method, PipelineContext context)
    {
        yield return method.ContainingType;
        if (method.ContainingType.IsSealed)
            yield break;
        foreach (var sketch in context.Code.Types.Below(method.ContainingType.Name))
        {
            if (context.ModelFor(sketch.Declaration.SyntaxTree).GetDeclaredSymbol(sketch.Declaration) is INamedTypeSymbol derived)
                yield return derived;
        }
    }
}
