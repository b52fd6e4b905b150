using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What may be said of a method that a stage calls and does not follow.</summary>
internal static class OutOfSight
{
    private static readonly string[] FrameworkAssemblies = ["System", "Microsoft", "mscorlib", "netstandard"];

    /// <summary>
    /// True when the method may refuse what it is given: it holds a <c>throw</c>, is implemented elsewhere, or belongs to a library of the
    /// team. The framework checks arguments, not rows.
    /// </summary>
    public static bool MayThrow(IMethodSymbol method, Compilation project)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || !definition.IsDeclaredIn(project))
            return definition is { IsImplicitlyDeclared: false, ReturnsVoid: false, MethodKind: not MethodKind.Constructor } && !IsFramework(definition.ContainingAssembly);
        return definition.IsAbstract
            || definition.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes().Any(Throws));
    }

    /// <summary>True for a type of the team that says how rows are read and may refuse some: a map of columns with checks, or one out of sight.</summary>
    public static bool HoldsChecks(ITypeSymbol type, Compilation project) => type is INamedTypeSymbol { BaseType.SpecialType: SpecialType.None }
        && (type.IsDeclaredIn(project) ? HoldsChecks(type) : !IsFramework(type.ContainingAssembly));

    private static bool HoldsChecks(ITypeSymbol type) => type.DeclaringSyntaxReferences.Any(declaration =>
        declaration.GetSyntax().DescendantNodes().Any(node => Throws(node) || node is IdentifierNameSyntax { Identifier.ValueText: "Validate" }));

    /// <summary>
    /// True for a call that may have stored what it is given: one whose body the stage does not see, made for its effect or awaited, and
    /// neither the framework's nor a logger's.
    /// </summary>
    public static bool MayStore(IInvocationOperation call, PipelineContext context)
    {
        var method = call.TargetMethod;
        return IsDone(call)
            && call.Arguments.Any(argument => IsData(argument.Value))
            && (method.MethodKind == MethodKind.DelegateInvoke || !IsFramework(method.ContainingAssembly))
            && context.Apis.FindAll(method).IsEmpty
            && context.Bodies.Of(method) is null;
    }

    private static bool IsDone(IOperation call)
    {
        while (call.Parent is IConversionOperation or IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            call = call.Parent;
        return call.Parent is IAwaitOperation or IExpressionStatementOperation;
    }

    private static bool IsData(IOperation argument) =>
        !argument.ConstantValue.HasValue && argument.Type is not { Name: "CancellationToken" };

    private static bool Throws(SyntaxNode node) => node.IsKind(SyntaxKind.ThrowStatement) || node.IsKind(SyntaxKind.ThrowExpression);

    /// <summary>True for an assembly that comes with .NET.</summary>
    public static bool IsFramework(IAssemblySymbol? assembly) =>
        assembly is null || Array.Exists(FrameworkAssemblies, name => assembly.Name == name || assembly.Name.StartsWith(name + ".", StringComparison.Ordinal));
}
