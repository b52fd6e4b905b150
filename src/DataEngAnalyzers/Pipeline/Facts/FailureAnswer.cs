using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The constant by which a handler answers that its method has failed: <see langword="false"/>, <see langword="null"/>.</summary>
internal sealed class FailureAnswer
{
    private static readonly object Nothing = new();

    private readonly object? _value;

    private FailureAnswer(object? value) => _value = value;

    /// <summary>What each return of the handler gives.</summary>
    public static FailureAnswer Of(Handler handler, Frame frame)
    {
        var given = Attempts.BodyOf(handler, frame)?.Parent?.ChildOperations.OfType<ICatchClauseOperation>()
            .Where(clause => clause.Syntax.Span.Contains(handler.Where.SourceSpan))
            .SelectMany(clause => clause.Handler.Descendants().OfType<IReturnOperation>())
            .Select(answer => answer.ReturnedValue is { ConstantValue: { HasValue: true, Value: var value } } ? value ?? Nothing : null)
            .Distinct()
            .ToList();
        return new FailureAnswer(given is [var only] ? only : null);
    }

    /// <summary>Whether a condition holds for it: <c>answer</c>, <c>!answer</c>, <c>answer is null</c>; <see langword="null"/> where that is not told.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="use">The answer in it.</param>
    public bool? IsTrueOf(IOperation condition, IOperation use)
    {
        bool? Is(IOperation asked, object? value) => _value is null || asked != use ? null : Equals(_value, value ?? Nothing);
        var isNegated = false;
        for (condition = Inner(condition); condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var negated }; condition = Inner(negated))
            isNegated = !isNegated;
        var isTrue = condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var asked, RightOperand.ConstantValue: { HasValue: true, Value: var value } } => Is(Inner(asked), value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, LeftOperand: var asked, RightOperand.ConstantValue: { HasValue: true, Value: var value } } => !Is(Inner(asked), value),
            IIsPatternOperation { Value: var asked, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } } => Is(Inner(asked), value),
            IIsPatternOperation { Value: var asked, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } } } => !Is(Inner(asked), value),
            var asked => Is(asked, true),
        };
        return isNegated ? !isTrue : isTrue;
    }

    private static IOperation Inner(IOperation operation)
    {
        while (true)
        {
            var inner = operation switch
            {
                IConversionOperation { Operand: var converted } => converted,
                IParenthesizedOperation { Operand: var enclosed } => enclosed,
                IAwaitOperation { Operation: var awaited } => awaited,
                _ => null,
            };
            if (inner is null)
                return operation;
            operation = inner;
        }
    }
}
