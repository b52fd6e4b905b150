using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The object a body works on: its <c>this</c>.</summary>
/// <param name="Type">Its type, as far as the code tells.</param>
/// <param name="Creation">Where it is made; <see langword="null"/> when that is out of sight, and its type may be a derived one.</param>
internal sealed record Self(ITypeSymbol? Type, Value? Creation)
{
    /// <summary>How the caller writes it; <see langword="null"/> when it is the caller's own object.</summary>
    public Value? Named { get; init; }

    /// <summary>True when the type is the object's own.</summary>
    public bool IsExact => Creation is not null;

    /// <summary>The call of the constructor that made the object.</summary>
    public IObjectCreationOperation? Made => Creation?.Operation as IObjectCreationOperation;
}
