using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Puts one call, command or bulk copier into a transaction.</summary>
internal static class Enlisting
{
    private const string Property = "Transaction";

    /// <summary>The changes that do it; <see langword="null"/> where the code has no place for a transaction.</summary>
    /// <param name="expression">The call that runs SQL, or what makes a command or copier.</param>
    /// <param name="transaction">The name of the transaction.</param>
    /// <param name="scene">The document.</param>
    public static IEnumerable<TextChange>? Into(ExpressionSyntax expression, string transaction, FixScene scene) =>
        scene.Model.GetSymbolInfo(expression, scene.Cancellation).Symbol is not IMethodSymbol method ? null : expression switch
        {
            InvocationExpressionSyntax { ArgumentList: var list } when method.Parameters.Any(IsTransaction) => Argument(list, method, transaction),
            BaseObjectCreationExpressionSyntax creation => Created(creation, method, transaction, scene),
            InvocationExpressionSyntax => Assigned(expression, transaction, scene),
            _ => null,
        };

    private static IEnumerable<TextChange>? Created(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, string transaction, FixScene scene)
    {
        if (creation.ArgumentList is not { } list)
            return Assigned(creation, transaction, scene);
        if (constructor.Parameters.Any(IsTransaction))
            return Argument(list, constructor, transaction);
        if (creation.Initializer is not null && creation.Initializer.Expressions.Any(set => set is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: Property } }))
            return null;

        foreach (var other in constructor.ContainingType.InstanceConstructors)
        {
            var more = other.Parameters.Length - constructor.Parameters.Length;
            if (more is not (1 or 2) || !IsTransaction(other.Parameters[other.Parameters.Length - 1]) || !Begins(other, constructor))
                continue;

            // Between connection and transaction a bulk copier takes its options.
            var between = more == 2 ? ", " + other.Parameters[constructor.Parameters.Length].Type.ToMinimalDisplayString(scene.Model, creation.SpanStart) + ".Default" : string.Empty;
            return [new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), between + ", " + transaction)];
        }

        return Assigned(creation, transaction, scene);
    }

    private static bool Begins(IMethodSymbol other, IMethodSymbol constructor) =>
        constructor.Parameters.Zip(other.Parameters, (one, two) => SymbolEqualityComparer.Default.Equals(one.Type, two.Type)).All(same => same);

    private static IEnumerable<TextChange>? Argument(ArgumentListSyntax list, IMethodSymbol method, string transaction)
    {
        var parameter = method.Parameters.First(IsTransaction);
        var given = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
            ?? list.Arguments.ElementAtOrDefault(parameter.Ordinal) switch { { NameColon: null } positional => positional, _ => null };
        if (given is not null)
            return given.Expression.IsKind(SyntaxKind.NullLiteralExpression) ? [new TextChange(given.Expression.Span, transaction)] : null;

        var separator = list.Arguments.Count == 0 ? string.Empty : ", ";
        return [new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), separator + parameter.Name + ": " + transaction)];
    }

    // var command = connection.CreateCommand(); command.Transaction = transaction;
    private static IEnumerable<TextChange>? Assigned(ExpressionSyntax made, string transaction, FixScene scene)
    {
        if (made.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } declarator }
            || scene.Model.GetDeclaredSymbol(declarator, scene.Cancellation) is not ILocalSymbol { Type: var type }
            || !scene.Model.LookupSymbols(made.SpanStart, type, Property).Any())
            return null;

        var assignment = name + "." + Property + " = " + transaction + ";";
        return declarator.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax declaration when StatementList.Around(declaration) is not null => [StatementList.InsertAfter(declaration, assignment, scene)],
            UsingStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } } => [StatementList.InsertBefore(first, assignment, scene)],
            _ => null,
        };
    }

    private static bool IsTransaction(IParameterSymbol parameter) => parameter.Type.Name.EndsWith("Transaction", StringComparison.Ordinal);
}
