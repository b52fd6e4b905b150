using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the classes on the way to a write, and the row type itself, give a member of its rows.</summary>
internal static class RowMembers
{
    /// <summary>The type of the rows that a call takes, one or many; <see langword="null"/> where it takes none or the code does not tell.</summary>
    public static INamedTypeSymbol? RowTypeOf(Call call, PipelineContext context)
    {
        if (call["rows"] is not { } rows)
            return null;

        var type = RowTypes.Awaited(context.Values.Resolve(rows).Operation.Type);
        var row = call.Api.Is("per", "row") ? type : RowTypes.ElementOf(type) ?? type;
        return row is null ? null : call.Frame.Filled(row) as INamedTypeSymbol;
    }

    /// <summary>The property of a row type, or of a type it derives from; case does not count.</summary>
    public static IPropertySymbol? Find(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Every value given to a member in sight of a write, those of its own type first.</summary>
    public static IEnumerable<Value> Given(this IPropertySymbol member, DataOperation write, PipelineContext context)
    {
        foreach (var type in Makers(member, write.Call.Frame))
        {
            foreach (var declaration in type.DeclaringSyntaxReferences.Where(reference => context.Compilation.ContainsSyntaxTree(reference.SyntaxTree)))
            {
                foreach (var node in declaration.GetSyntax().DescendantNodes().Where(node => MayGive(node, member.Name)))
                {
                    if (context.ModelFor(node.SyntaxTree).GetOperation(node) is { } operation && ValueIn(operation, member) is { } value)
                        yield return new Value(value, FrameOf(operation, write.Member));
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Makers(IPropertySymbol member, Frame frame)
    {
        var makers = new List<INamedTypeSymbol> { member.ContainingType.OriginalDefinition };
        for (var caller = frame; caller is not null; caller = caller.Caller)
            makers.Add(caller.Method.ContainingType.OriginalDefinition);
        return makers.Distinct(SymbolEqualityComparer.Default).OfType<INamedTypeSymbol>();
    }

    private static bool MayGive(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var target } } => target == name,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var target } } => target == name,
        AnonymousObjectCreationExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var declared } } => declared == name,
        _ => false,
    };

    private static IOperation? ValueIn(IOperation operation, IPropertySymbol member) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var target }, Value: var value } when Same(target, member) => value,
        IAnonymousObjectCreationOperation { Initializers: var members } => members.OfType<ISimpleAssignmentOperation>().Select(assignment => ValueIn(assignment, member)).FirstOrDefault(value => value is not null),
        IObjectCreationOperation { Constructor.ContainingType: { IsRecord: true } made, Arguments: var arguments } when SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, member.ContainingType.OriginalDefinition) =>
            arguments.FirstOrDefault(argument => argument.Parameter?.Name == member.Name)?.Value,
        IPropertyInitializerOperation { InitializedProperties: [var initialized], Value: var value } when Same(initialized, member) => value,
        _ => null,
    };

    private static bool Same(IPropertySymbol one, IPropertySymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    private static Frame FrameOf(IOperation operation, IMethodSymbol user)
    {
        var body = operation;
        while (body.Parent is { } parent)
            body = parent;
        return new Frame(operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol ?? user, body);
    }
}
