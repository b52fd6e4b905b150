using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An expression together with the call it is evaluated in; parameters mean what that call passed.</summary>
internal readonly record struct Value(IOperation Operation, Frame Frame)
{
    public Value At(IOperation operation) => new(operation, Frame);
}
