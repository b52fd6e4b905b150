using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Builds the stage of one root.</summary>
internal static class StageBuilder
{
    /// <returns>The stage; <see langword="null"/> where the root touches no data after all, or is too large to be followed.</returns>
    public static Stage? Build(SyntaxNode root, PipelineContext context, CancellationToken cancellation)
    {
        var model = context.ModelFor(root.SyntaxTree);
        if (MethodOf(root, model, cancellation) is not { } method || context.Bodies.Of(root) is not { } body)
            return null;

        var walker = new StageWalker(context, cancellation);
        try
        {
            walker.Walk(new Frame(method, body));
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }

        if (walker.IsOverBudget || walker.Found.Count == 0)
            return null;

        var operations = walker.Found.ToImmutableArray();
        var transactions = Transactions.Attach(operations, context);
        return new Stage(method, NameOf(root), operations, transactions, context.Scopes.Judge(method, operations), context);
    }

    private static IMethodSymbol? MethodOf(SyntaxNode root, SemanticModel model, CancellationToken cancellation) => root switch
    {
        PropertyDeclarationSyntax property => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
        CompilationUnitSyntax => model.Compilation.GetEntryPoint(cancellation),
        EqualsValueClauseSyntax { Parent: { } member } => model.GetDeclaredSymbol(member, cancellation) is { } symbol ? ConstructorOf(symbol) : null,
        _ => model.GetDeclaredSymbol(root, cancellation) as IMethodSymbol,
    };

    // An initializer runs when the type or the object is made.
    private static IMethodSymbol? ConstructorOf(ISymbol member) =>
        member.IsStatic ? member.ContainingType.StaticConstructors.FirstOrDefault() : member.ContainingType.InstanceConstructors.FirstOrDefault();

    private static Location NameOf(SyntaxNode root) => root switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        AccessorDeclarationSyntax accessor => accessor.Keyword.GetLocation(),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax field } => field.Identifier.GetLocation(),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.GetLocation(),
        CompilationUnitSyntax unit => unit.Members.First(member => member.IsKind(SyntaxKind.GlobalStatement)).GetFirstToken().GetLocation(),
        _ => root.GetFirstToken().GetLocation(),
    };
}
