using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where the parameters of a lambda, or of a method handed over as one, get their values: from what the receiving call works on.</summary>
internal static class Delegates
{
    /// <summary>The other values of the call that takes the delegate: <c>rows</c> for <c>row</c> in <c>rows.Select(row => …)</c>.</summary>
    public static IEnumerable<Value> HandedTo(IParameterSymbol parameter, Value use)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda)
            return Around(Enclosing(use.Operation, lambda), use.Frame);
        return use.Frame is { Handed: { } reference, Caller: { } caller } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, use.Frame.Method.OriginalDefinition)
            ? Around(reference, caller)
            : [];
    }

    /// <summary>The lambda or method reference behind the delegate that the compiler makes of it.</summary>
    public static IOperation FunctionIn(IOperation function)
    {
        while (true)
        {
            switch (function)
            {
                case IDelegateCreationOperation { Target: var target }:
                    function = target;
                    break;
                case IConversionOperation { Operand: var operand }:
                    function = operand;
                    break;
                default:
                    return function;
            }
        }
    }

    private static IOperation? Enclosing(IOperation? part, IMethodSymbol lambda)
    {
        while (part is not null && !(part is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
            part = part.Parent;
        return part;
    }

    private static IEnumerable<Value> Around(IOperation? handed, Frame frame)
    {
        while (handed is { Parent: IDelegateCreationOperation or IConversionOperation })
            handed = handed.Parent;
        if (handed is not { Parent: IArgumentOperation { Parent: IInvocationOperation call } own })
            return [];

        var others = call.Arguments.Where(argument => argument != own && argument.Value is not IDelegateCreationOperation).Select(argument => new Value(argument.Value, frame));
        return call.Instance is { } instance ? others.Prepend(new Value(instance, frame)) : others;
    }
}
