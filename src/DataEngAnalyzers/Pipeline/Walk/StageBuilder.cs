using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Builds the run of one root and cuts it into stages.</summary>
internal static class StageBuilder
{
    /// <returns>The stages in the order of the run; none where the root touches no data after all.</returns>
    public static ImmutableArray<Stage> Build(SyntaxNode root, PipelineContext context, CancellationToken cancellation) => Build(root, context, forCallers: false, cancellation);

    /// <inheritdoc cref="Build(SyntaxNode, PipelineContext, CancellationToken)"/>
    /// <param name="root">The declaration of the root.</param>
    /// <param name="context">What all stages share.</param>
    /// <param name="forCallers">True where callers in other projects want to know which of their code the root runs.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<Stage> Build(SyntaxNode root, PipelineContext context, bool forCallers, CancellationToken cancellation)
    {
        var model = context.ModelFor(root.SyntaxTree);
        if (MethodOf(root, model, cancellation) is not { } method || context.Bodies.Of(root) is not { } body)
            return ImmutableArray<Stage>.Empty;

        var frame = new Frame(method, body);
        var walker = new StageWalker(context, cancellation) { ForCallers = forCallers };
        try
        {
            walker.Walk(frame);
        }
        catch (InsufficientExecutionStackException)
        {
            return ImmutableArray<Stage>.Empty;
        }

        if (walker.Found.Count == 0)
            return ImmutableArray<Stage>.Empty;

        var operations = walker.Found.ToImmutableArray();
        var run = new Run(frame, NameOf(root), operations, Transactions.Attach(operations, context)) { Unfinished = walker.Unfinished };
        return StageCutter.Cut(run, context, cancellation);
    }

    /// <summary>The method that a declaration is the body of.</summary>
    public static IMethodSymbol? MethodOf(SyntaxNode root, SemanticModel model, CancellationToken cancellation) => root switch
    {
        PropertyDeclarationSyntax property => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
        CompilationUnitSyntax => model.Compilation.GetEntryPoint(cancellation),
        EqualsValueClauseSyntax { Parent: { } member } => model.GetDeclaredSymbol(member, cancellation) is { } symbol ? ConstructorOf(symbol) : null,
        _ => model.GetDeclaredSymbol(root, cancellation) as IMethodSymbol,
    };

    // An initializer runs when the type or the object is made.
    private static IMethodSymbol? ConstructorOf(ISymbol member) =>
        member.IsStatic ? member.ContainingType.StaticConstructors.FirstOrDefault() : member.ContainingType.InstanceConstructors.FirstOrDefault();

    /// <summary>The place of a declaration's name.</summary>
    public static Location NameOf(SyntaxNode root) => root switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        AccessorDeclarationSyntax accessor => accessor.Keyword.GetLocation(),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax field } => field.Identifier.GetLocation(),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.GetLocation(),
        CompilationUnitSyntax unit => unit.Members.First(member => member.IsKind(SyntaxKind.GlobalStatement)).GetFirstToken().GetLocation(),
        _ => root.GetFirstToken().GetLocation(),
    };
}
