using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One method body on the way from a stage's root: the root itself, or a callee seen from one call.</summary>
internal sealed class Frame
{
    private readonly IOperation? _call;
    private Definitions? _definitions;
    private ConcurrentDictionary<TextPlace, TextHistory>? _texts;

    /// <param name="method">The method as it is called here, its type parameters filled in.</param>
    /// <param name="body">Its bound body.</param>
    /// <param name="caller">The frame that calls it; <see langword="null"/> for the root.</param>
    /// <param name="call">The invocation or creation, with the arguments.</param>
    public Frame(IMethodSymbol method, IOperation body, Frame? caller = null, IOperation? call = null)
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
    public IOperation? Site => _call ?? Handed;

    /// <summary>The object it works on; <see langword="null"/> when nothing is known but the type that declares the method.</summary>
    public Self? Self { get; init; }

    /// <summary>True when the body belongs to another object or class than the one that calls it.</summary>
    public bool IsOtherObject { get; init; }

    /// <summary>True for a method of another project, of which only the summary is known: <see cref="Body"/> is its call, and what else its type holds, one host sees and another does not.</summary>
    public bool IsNeighbour { get; init; }

    /// <summary>True when the called method of another project runs this body, with arguments nobody here sees.</summary>
    public bool IsCalledBack { get; init; }

    /// <summary>Calls between the root and this body; 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>The methods on the way from here out to the root.</summary>
    public IEnumerable<IMethodSymbol> Methods
    {
        get
        {
            for (var frame = this; frame is not null; frame = frame.Caller)
                yield return frame.Method;
        }
    }

    /// <summary>The outermost frame of the same object: where control came into it.</summary>
    public Frame Entry
    {
        get
        {
            var frame = this;
            while (frame is { IsOtherObject: false, Caller: { } caller })
                frame = caller;
            return frame;
        }
    }

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
    public Value? ArgumentFor(IParameterSymbol parameter) =>
        Caller is not null && !IsCalledBack && Same(parameter.ContainingSymbol, Method) && Arguments.Passed(_call, parameter) is { } value ? new Value(value, Caller) : null;

    /// <summary>The type that a type parameter stands for in this call; the type itself where the code does not tell.</summary>
    public ITypeSymbol Filled(ITypeSymbol type)
    {
        for (var frame = this; frame is not null && type is ITypeParameterSymbol parameter; frame = frame.Caller)
            type = ArgumentOf(frame.Method, parameter) ?? type;
        return type;
    }

    /// <summary>True for the same body and for one that it leads to.</summary>
    public bool IsWithin(Frame other)
    {
        var frame = this;
        while (frame is not null && frame != other)
            frame = frame.Caller;
        return frame is not null;
    }

    /// <summary>True when the method is already being followed: recursion is not unrolled.</summary>
    public bool IsIn(IMethodSymbol method)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (Same(frame.Method, method))
                return true;
        }

        return false;
    }

    private static ITypeSymbol? ArgumentOf(IMethodSymbol method, ITypeParameterSymbol parameter)
    {
        if (parameter.DeclaringMethod is { } declaring)
            return Same(declaring, method) ? method.TypeArguments[parameter.Ordinal] : null;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Same(type, parameter.DeclaringType))
                return type.TypeArguments[parameter.Ordinal];
        }

        return null;
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other?.OriginalDefinition);
}
