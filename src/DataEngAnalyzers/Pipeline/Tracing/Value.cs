using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An expression together with the call it is evaluated in; parameters mean what that call passed.</summary>
internal readonly record struct Value(IOperation Operation, Frame Frame)
{
    /// <summary>The value before the conversions that the compiler or the code puts around it.</summary>
    public Value Unconverted
    {
        get
        {
            var operation = Operation;
            while (operation is IConversionOperation { Operand: var operand })
                operation = operand;
            return At(operation);
        }
    }

    public Value At(IOperation operation) => new(operation, Frame);
}
