using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Looks into the predicates of a chain of calls over rows: <c>sales.Where(sale =&gt; sale.SoldAt &gt;= from).ToList()</c>.</summary>
internal static class LinqFilters
{
    private const int MostCalls = 16;

    /// <summary>The comparisons that a call, or what it is called on, makes with members of its rows, last call first.</summary>
    /// <remarks>A method in sight that hands rows back is looked through, with what its object was made with: <c>new Recent(from).Apply(sales)</c>.</remarks>
    public static IEnumerable<RowFilter> In(Value sequence, PipelineContext context)
    {
        for (var step = 0; step < MostCalls; step++)
        {
            var made = context.Values.Resolve(sequence);
            if (made.Operation is not IInvocationOperation call)
                yield break;
            if (context.Callees.Of(call, made.Frame) is [var callee])
            {
                if (Results.Of(callee).Take(2).ToList() is not [var only])
                    yield break;
                sequence = only;
                continue;
            }

            foreach (var argument in call.Arguments)
            {
                if (BodyOf(argument.Value) is not { } predicate)
                    continue;
                foreach (var filter in InPredicate(made.At(predicate.Body), predicate.Symbol))
                    yield return filter;
            }

            var source = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
            if (source is null)
                yield break;
            sequence = made.At(source);
        }
    }

    private static IAnonymousFunctionOperation? BodyOf(IOperation argument) =>
        argument.DescendantsAndSelf().Take(3).OfType<IAnonymousFunctionOperation>().FirstOrDefault(function => function.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean);

    private static IEnumerable<RowFilter> InPredicate(Value body, IMethodSymbol lambda)
    {
        foreach (var comparison in body.Operation.DescendantsAndSelf().OfType<IBinaryOperation>())
        {
            if (SymbolOf(comparison.OperatorKind) is not { } symbol)
                continue;
            if (IsOfRow(comparison.LeftOperand, lambda))
                yield return Filter(comparison.LeftOperand, symbol, comparison.RightOperand);
            else if (IsOfRow(comparison.RightOperand, lambda))
                yield return Filter(comparison.RightOperand, Mirror(symbol), comparison.LeftOperand);
        }

        RowFilter Filter(IOperation column, string symbol, IOperation bound) =>
            new(NameOf(column), symbol, ImmutableArray.Create(body.At(bound)), column.Parent!.Syntax.GetLocation());
    }

    private static string? SymbolOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => "=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        _ => null,
    };

    private static string Mirror(string symbol) => symbol switch
    {
        ">" => "<",
        ">=" => "<=",
        "<" => ">",
        "<=" => ">=",
        _ => symbol,
    };

    // sale.SoldAt.Date and sale.Window.Until: every member on the way says what it is.
    private static string NameOf(IOperation column) =>
        string.Join(".", column.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Select(member => member.Member.Name).Reverse());

    private static bool IsOfRow(IOperation side, IMethodSymbol lambda) =>
        side.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda));
}
