using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <content>What a mention of the variable does to the text, by where it stands.</content>
internal sealed partial class TextHistory
{
    private bool IsBuilder => _place.Property is null && _reading.IsBuilder(TypeOf(_place.Holder));

    private static ITypeSymbol? TypeOf(ISymbol holder) => holder switch
    {
        ILocalSymbol { Type: var type } => type,
        IParameterSymbol { Type: var type } => type,
        IFieldSymbol { Type: var type } => type,
        _ => null,
    };

    // The mention changes what the place holds, or lets somebody else do it.
    private bool Changes(IOperation mention)
    {
        if (mention is IVariableDeclaratorOperation || IsWritten(mention))
            return true;
        if (_place.Property is not null)
            return Outer(mention).Parent is IPropertyReferenceOperation property && _place.Is(property) && IsWritten(property);
        return IsBuilder && (Escapes(mention) || IsArgument(mention) || Outer(mention).Parent is { } use && (IsGrown(use) || IsWritten(use)));
    }

    // The change leaves what was there as the beginning.
    private bool Grows(IOperation mention)
    {
        var use = _place.Property is null ? mention : Outer(mention).Parent;
        return use?.Parent switch
        {
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } => true,
            ISimpleAssignmentOperation { Value: IBinaryOperation sum } => TextReading.Operands(sum).Peek() is var first && _place.Is(first),
            IInvocationOperation call => IsGrown(call) && _reading.ApiOf(new Value(call, _frame)) is { } api && api.Api["from"] != api.Api["to"],
            _ => false,
        };
    }

    /// <summary>True where a variable or property is given another value.</summary>
    private static bool IsWritten(IOperation target)
    {
        while (target.Parent is ITupleOperation or IDeclarationExpressionOperation or IParenthesizedOperation)
            target = target.Parent;
        return target.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == target,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            _ => false,
        };
    }

    // The builder gets a second name, under which anything may happen to it.
    private bool Escapes(IOperation mention)
    {
        if (!IsBuilder)
            return false;

        var top = Outer(mention);
        while (top.Parent is IInvocationOperation call && call.Instance == top && _reading.IsBuilder(call.Type))
            top = Outer(call);
        return top.Parent switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target != top && !_place.IsHolder(assignment.Target),
            IVariableInitializerOperation or IConditionalAccessOperation or IArrayInitializerOperation or ICoalesceOperation => true,
            _ => false,
        };
    }

    private static bool IsArgument(IOperation mention) => Outer(mention).Parent is IArgumentOperation;

    private static IOperation Outer(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    // In a lambda or local function, of a variable that is declared outside it.
    private bool IsForeign(IOperation mention) => FunctionAround(mention, _frame.Body) is { } function && !IsHome(function);

    private bool IsHome(IOperation function) =>
        _place.Holder is not IFieldSymbol && _place.Holder.DeclaringSyntaxReferences is [var declared, ..] && declared.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(declared.Span);

    private static IOperation? FunctionAround(IOperation operation, IOperation body)
    {
        for (var around = operation.Parent; around is not null && operation != body; operation = around, around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation && around != body)
                return around;
        }

        return null;
    }

    private bool IsInLoopAround(IOperation operation, IOperation mention)
    {
        for (var around = operation.Parent; around is not null && around != _frame.Body; around = around.Parent)
        {
            if (around is ILoopOperation && IsInside(mention, around))
                return true;
        }

        return false;
    }

    private static bool IsInside(IOperation operation, IOperation outer)
    {
        for (var current = operation; current is not null; current = current.Parent)
        {
            if (current == outer)
                return true;
        }

        return false;
    }
}
