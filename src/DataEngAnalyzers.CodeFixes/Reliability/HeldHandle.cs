using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>A handle that code makes, and the statements that may use it.</summary>
/// <param name="Name">Its variable.</param>
/// <param name="Type">Its type.</param>
/// <param name="Uses">What follows its making, while it lives; never empty.</param>
/// <param name="Naming">The change that gives it its variable, where it has none yet.</param>
internal sealed record HeldHandle(string Name, ITypeSymbol Type, ImmutableArray<StatementSyntax> Uses, ImmutableArray<TextChange> Naming)
{
    /// <summary>The handle made at a node; <see langword="null"/> where nothing follows it, or it is not held by a local.</summary>
    public static HeldHandle? MadeAt(SyntaxNode node, FixScene scene)
    {
        if (node.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || UsesOf(statement) is not { IsEmpty: false } uses)
            return null;

        for (var part = node; part != statement; part = part.Parent!)
        {
            switch (part.Parent)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } when scene.Model.GetDeclaredSymbol(declarator, scene.Cancellation) is ILocalSymbol local:
                    return new HeldHandle(local.Name, local.Type, uses, ImmutableArray<TextChange>.Empty);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Parent: ExpressionStatementSyntax } when scene.Model.GetSymbolInfo(target, scene.Cancellation).Symbol is ILocalSymbol local:
                    return new HeldHandle(local.Name, local.Type, uses, ImmutableArray<TextChange>.Empty);
                case UsingStatementSyntax when part is ExpressionSyntax made && scene.Model.GetTypeInfo(made, scene.Cancellation).Type is { } type:
                    var name = Surrounding.FreeName("scope", statement, scene);
                    return new HeldHandle(name, type, uses, ImmutableArray.Create(new TextChange(new TextSpan(made.SpanStart, 0), "var " + name + " = ")));
            }
        }

        return null;
    }

    /// <summary>True when a statement names the handle.</summary>
    public bool IsUsedBy(StatementSyntax statement) =>
        statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == Name);

    private static ImmutableArray<StatementSyntax> UsesOf(StatementSyntax statement)
    {
        if (statement is not UsingStatementSyntax scope)
            return StatementList.Around(statement)?.After(statement).ToImmutableArray() ?? ImmutableArray<StatementSyntax>.Empty;
        while (scope.Statement is UsingStatementSyntax inner)
            scope = inner;
        return scope.Statement is BlockSyntax block ? block.Statements.ToImmutableArray() : ImmutableArray<StatementSyntax>.Empty;
    }
}
