using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Looks into the predicates of a chain of calls over rows: <c>sales.Where(sale =&gt; sale.SoldAt &gt;= from).ToList()</c>.</summary>
internal static class LinqFilters
{
    private const int MostCalls = 16;

    /// <summary>The clock that a predicate of the call, or of what it is called on, lets rows in by.</summary>
    public static Location? ClockIn(Call call, Origins clocks) => ClockIn(new Value(call.Operation, call.Frame), clocks);

    /// <summary>The clock that a predicate on the way to a sequence lets rows in by.</summary>
    public static Location? ClockIn(Value sequence, Origins clocks)
    {
        for (var step = 0; step < MostCalls; step++)
        {
            var made = clocks.Resolve(sequence);
            if (made.Operation is not IInvocationOperation call)
                return null;

            foreach (var argument in call.Arguments)
            {
                if (BodyOf(argument.Value) is { } predicate && InPredicate(made.At(predicate.Body), predicate.Symbol, clocks) is { } clock)
                    return clock;
            }

            var source = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
            if (source is null)
                return null;
            sequence = made.At(source);
        }

        return null;
    }

    private static IAnonymousFunctionOperation? BodyOf(IOperation argument) =>
        argument.DescendantsAndSelf().Take(3).OfType<IAnonymousFunctionOperation>().FirstOrDefault(function => function.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean);

    private static Location? InPredicate(Value body, IMethodSymbol lambda, Origins clocks)
    {
        foreach (var comparison in body.Operation.DescendantsAndSelf().OfType<IBinaryOperation>())
        {
            var bound = comparison.OperatorKind switch
            {
                BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual when IsOfRow(comparison.LeftOperand, lambda) => comparison.RightOperand,
                BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual when IsOfRow(comparison.RightOperand, lambda) => comparison.LeftOperand,
                BinaryOperatorKind.Equals => IsOfRow(comparison.LeftOperand, lambda) ? comparison.RightOperand : comparison.LeftOperand,
                _ => null,
            };
            var column = bound == comparison.RightOperand ? comparison.LeftOperand : comparison.RightOperand;
            if (bound is not null && IsOfRow(column, lambda) && !ClockWindows.IsValidity(column) && clocks.Behind(body.At(bound)) is { } clock)
                return clock;
        }

        return null;
    }

    private static bool IsOfRow(IOperation side, IMethodSymbol lambda) =>
        side.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda));
}
