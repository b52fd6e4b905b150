using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One method body on the way from a stage's root: the root itself, or a callee seen from one call.</summary>
internal sealed class Frame
{
    private readonly IInvocationOperation? _call;
    private Definitions? _definitions;

    public Frame(IMethodSymbol method, IOperation body, Frame? caller = null, IInvocationOperation? call = null)
    {
        Method = method;
        Body = body;
        Caller = caller;
        _call = call;
        Depth = caller is null ? 0 : caller.Depth + 1;
    }

    public IMethodSymbol Method { get; }

    public IOperation Body { get; }

    public Frame? Caller { get; }

    /// <summary>Calls between the root and this body; 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>Where the locals of the body get their values.</summary>
    public Definitions Definitions => _definitions ??= Definitions.In(Body);

    /// <summary>What the call passed for a parameter; <see langword="null"/> in the root, whose callers are unknown.</summary>
    public Value? ArgumentFor(IParameterSymbol parameter)
    {
        if (_call is null || Caller is null)
            return null;

        foreach (var argument in _call.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, Method.OriginalDefinition))
                return new Value(argument.Value, Caller);
        }

        return null;
    }

    /// <summary>True when the method is already being followed: recursion is not unrolled.</summary>
    public bool IsIn(IMethodSymbol method)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
