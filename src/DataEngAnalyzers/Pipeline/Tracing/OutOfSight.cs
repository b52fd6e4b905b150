using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What may be said of a method that a stage calls and does not follow.</summary>
internal static class OutOfSight
{
    private static readonly string[] FrameworkAssemblies = ["System", "Microsoft", "mscorlib", "netstandard"];

    /// <summary>
    /// True when the method may refuse what it is given: it holds a <c>throw</c>, is implemented elsewhere, or belongs to a library of the
    /// team. The framework checks arguments, not rows.
    /// </summary>
    public static bool MayThrow(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty)
            return definition is { IsImplicitlyDeclared: false, ReturnsVoid: false, MethodKind: not MethodKind.Constructor } && !IsFramework(definition.ContainingAssembly);
        return definition.IsAbstract
            || definition.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes().Any(Throws));
    }

    /// <summary>True for a type of the team that says how rows are read and refuses some: a map of columns with checks.</summary>
    public static bool HoldsChecks(ITypeSymbol type) => type is INamedTypeSymbol { BaseType.SpecialType: SpecialType.None } && type.DeclaringSyntaxReferences.Any(declaration =>
        declaration.GetSyntax().DescendantNodes().Any(node => Throws(node) || node is IdentifierNameSyntax { Identifier.ValueText: "Validate" }));

    private static bool Throws(SyntaxNode node) => node.IsKind(SyntaxKind.ThrowStatement) || node.IsKind(SyntaxKind.ThrowExpression);

    private static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly is null || Array.Exists(FrameworkAssemblies, name => assembly.Name == name || assembly.Name.StartsWith(name + ".", StringComparison.Ordinal));
}
