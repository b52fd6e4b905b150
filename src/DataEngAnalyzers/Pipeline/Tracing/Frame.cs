using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One method body on the way from a stage's root: the root itself, or a callee seen from one call.</summary>
internal sealed class Frame
{
    private readonly IInvocationOperation? _call;
    private Definitions? _definitions;
    private ConcurrentDictionary<TextPlace, TextHistory>? _texts;

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

    /// <summary>Where the method was handed over as a delegate; <see langword="null"/> when it was called.</summary>
    public IMethodReferenceOperation? Handed { get; init; }

    /// <summary>The call or reference in the caller's body that led here; <see langword="null"/> for the root.</summary>
    public IOperation? Site => (IOperation?)_call ?? Handed;

    /// <summary>Calls between the root and this body; 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>Where a local gets its values: in this body, or in the one around it for a local that a local function captures.</summary>
    public ImmutableArray<Definition> DefinitionsOf(ILocalSymbol local)
    {
        _definitions ??= Definitions.In(Body);
        var own = _definitions.Of(local);
        return own.IsEmpty && Caller is not null && Method.MethodKind == MethodKind.LocalFunction ? Caller.DefinitionsOf(local) : own;
    }

    /// <summary>What is known of the texts that places of this body hold.</summary>
    public ConcurrentDictionary<TextPlace, TextHistory> Texts => _texts ??= new ConcurrentDictionary<TextPlace, TextHistory>();

    /// <summary>Where this body declares or uses a local, parameter or field, in source order.</summary>
    public IReadOnlyList<IOperation> MentionsOf(ISymbol variable) => (_definitions ??= Definitions.In(Body)).MentionsOf(variable);

    /// <summary>What calls put into a local that collects: the elements of a list, the parts of a text.</summary>
    public ImmutableArray<IOperation> ContentsOf(ILocalSymbol local) => (OwnerOf(local)._definitions ??= Definitions.In(OwnerOf(local).Body)).ContentsOf(local);

    /// <summary>The frame whose body declares a local: this one, or the one around a local function.</summary>
    public Frame OwnerOf(ILocalSymbol local)
    {
        var frame = this;
        while (frame is { Method.MethodKind: MethodKind.LocalFunction, Caller: { } outer } && !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, frame.Method))
            frame = outer;
        return frame;
    }

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
