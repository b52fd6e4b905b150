using System;
using System.Globalization;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A use of a known API: an invocation, a creation or a property, with its arguments by the names of the model row.</summary>
internal readonly struct Call
{
    private readonly Frame? _doer;

    /// <param name="operation">The use.</param>
    /// <param name="api">What it means.</param>
    /// <param name="frame">The body that holds it.</param>
    /// <param name="doer">The called method, where that belongs to another project and is known by its summary.</param>
    public Call(IOperation operation, ApiModel api, Frame frame, Frame? doer = null)
    {
        Operation = operation;
        Api = api;
        Frame = frame;
        _doer = doer;
    }

    public IOperation Operation { get; }

    public ApiModel Api { get; }

    public Frame Frame { get; }

    /// <summary>The body that does it: <see cref="Frame"/>, or the method of another project that is called here.</summary>
    public Frame Doer => _doer ?? Frame;

    /// <summary>The object the member is called on; <see langword="null"/> for static calls and creations.</summary>
    public Value? Receiver => Operation switch
    {
        IInvocationOperation { Instance: { } instance } => new Value(instance, Frame),
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } => new Value(arguments[0].Value, Frame),
        IPropertyReferenceOperation { Instance: { } instance } => new Value(instance, Frame),
        _ => null,
    };

    /// <summary>What a property is set to here; <see langword="null"/> where it is read.</summary>
    public Value? Assigned =>
        Operation.Parent is ISimpleAssignmentOperation { Target: var target, Value: var value } && target == Operation ? new Value(value, Frame) : null;

    /// <summary>The variable that keeps the object whose initializer sets the property.</summary>
    public ISymbol? Initialized =>
        Operation.Parent is ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } } ? Values.KeeperOf(creation) : null;

    /// <summary>The value that the row's key names: the argument of the first parameter this overload has, <c>this</c> or <c>return</c>.</summary>
    public Value? this[string key]
    {
        get
        {
            foreach (var reference in Api[key]?.Split('|') ?? [])
            {
                if (Refer(reference) is { } value)
                    return value;
            }

            return null;
        }
    }

    /// <summary>The value of one reference.</summary>
    public Value? Refer(string reference) => reference switch
    {
        [Signature.ParameterMark, .. var number] => Argument(int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)),
        Signature.This => Receiver,
        "return" => new Value(Operation, Frame),
        _ when reference.StartsWith("this.", StringComparison.Ordinal) => Receiver,
        _ => Argument(reference),
    };

    /// <summary>The argument of a parameter, by name; <see langword="null"/> when the overload has none or leaves it to its default.</summary>
    public Value? Argument(string parameter)
    {
        var arguments = Operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => default,
        };
        if (arguments.IsDefaultOrEmpty)
            return null;

        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Name == parameter)
                return new Value(argument.Value, Frame);
        }

        return null;
    }

    /// <summary>The argument of a parameter, by number: who implements an interface may name its parameters differently.</summary>
    public Value? Argument(int parameter)
    {
        foreach (var argument in Arguments.Of(Operation))
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Ordinal == parameter)
                return new Value(argument.Value, Frame);
        }

        return null;
    }

    /// <summary>The smallest token a reader must look at: the member's or the created type's name.</summary>
    public Location NameLocation => PlaceOf(Operation.Syntax);

    /// <summary>The same for a call that no model knows.</summary>
    public static Location PlaceOf(SyntaxNode use) => NameOf(use).GetLocation() ?? Location.None;

    private static SyntaxNodeOrToken NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        ObjectCreationExpressionSyntax creation => creation.Type,
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword,
        SimpleNameSyntax name => name.Identifier,
        AwaitExpressionSyntax await => NameOf(await.Expression),
        ConditionalAccessExpressionSyntax conditional => NameOf(conditional.WhenNotNull),
        AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
        _ => node,
    };
}
