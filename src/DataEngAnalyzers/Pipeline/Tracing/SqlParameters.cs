using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds the value that a call binds to a parameter of its SQL: a member of the parameter object, or a name paired with a value.</summary>
internal static class SqlParameters
{
    private static readonly char[] Sigils = ['@', ':', '$', '?'];

    /// <param name="operation">The call that runs the SQL.</param>
    /// <param name="name">The parameter, without its sigil.</param>
    /// <param name="values">Follows the parameter object.</param>
    public static Value? ValueOf(DataOperation operation, string name, Values values) =>
        (operation.Call["rows"] is { } rows ? MemberValues.MadeWith(values.Resolve(rows), name) : null) ?? Paired(operation, name, values);

    /// <summary>The parameters that a call hands over beside its text, by name, as far as the code shows them: those of an object, or of a bag that is filled before.</summary>
    public static IEnumerable<(string Name, Value Given)> In(DataOperation operation, Values values)
    {
        if (operation.Call["rows"] is not { } rows)
            return FilledInto(operation.Call.Receiver, operation.Call.Frame, values);
        var made = values.Resolve(rows);
        return made.Operation switch
        {
            IAnonymousObjectCreationOperation { Initializers: var members } => members.OfType<ISimpleAssignmentOperation>()
                .Where(member => member.Target is IPropertyReferenceOperation)
                .Select(member => (((IPropertyReferenceOperation)member.Target).Property.Name, made.At(member.Value))),
            IObjectCreationOperation => FilledInto(rows, made.Frame, values),
            _ => [],
        };
    }

    // bag.Add("@from", day), command.Parameters.AddWithValue("@from", day)
    private static IEnumerable<(string Name, Value Given)> FilledInto(Value? owner, Frame frame, Values values)
    {
        if (owner is not { } bag || values.HolderOf(bag) is not { } holder)
            yield break;

        foreach (var pair in frame.Body.Descendants().OfType<IInvocationOperation>())
        {
            if (pair.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string name }
                && (OwnerOf(pair) ?? pair.Instance) is { } filled
                && SymbolEqualityComparer.Default.Equals(holder, values.HolderOf(new Value(filled, frame)))
                && ValueIn(pair, pair.Arguments) is { } value)
                yield return (name.TrimStart(Sigils), new Value(value, frame));
        }
    }

    // Every provider pairs the name with the value in one call; the last pair before the use counts.
    private static Value? Paired(DataOperation operation, string name, Values values)
    {
        var frame = operation.Call.Frame;
        var command = operation.Call.Receiver is { } receiver ? values.HolderOf(receiver) : null;
        Value? last = null;
        foreach (var part in frame.Body.DescendantsAndSelf())
        {
            if (part.Syntax.SpanStart > operation.Call.Operation.Syntax.Span.End)
                break;

            var arguments = part switch
            {
                IInvocationOperation invocation => invocation.Arguments,
                IObjectCreationOperation creation => creation.Arguments,
                IPropertyReferenceOperation entry => entry.Arguments,
                _ => default,
            };
            if (arguments.IsDefaultOrEmpty || !arguments.Any(argument => Names(argument.Value, name)) || IsOfAnother(part, command, frame, values))
                continue;
            if ((SetLater(part, operation) ?? ValueIn(part, arguments)) is { } value)
                last = new Value(value, frame);
        }

        return last;
    }

    private static bool Names(IOperation argument, string name) =>
        argument.ConstantValue is { HasValue: true, Value: string text } && text.Length <= name.Length + 1 && Same(text.TrimStart(Sigils), name);

    // command.Parameters.AddWithValue(…) of a second command in the same method
    private static bool IsOfAnother(IOperation pair, ISymbol? command, Frame frame, Values values) =>
        command is not null
        && OwnerOf(pair) is { } owner
        && values.HolderOf(new Value(owner, frame)) is { } other
        && !SymbolEqualityComparer.Default.Equals(other, command);

    private static IOperation? OwnerOf(IOperation pair) => pair switch
    {
        IInvocationOperation { Instance: IPropertyReferenceOperation { Instance: { } owner } } => owner,
        IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Instance: { } owner } } => owner,
        _ => null,
    };

    // var amount = command.Parameters.Add("@amount", …); then amount.Value = … in each turn.
    private static IOperation? SetLater(IOperation pair, DataOperation operation)
    {
        if (Values.KeeperOf(pair) is not { } parameter)
            return null;

        return operation.Call.Frame.MentionsOf(parameter)
            .Where(mention => mention.Syntax.SpanStart < operation.Call.Operation.Syntax.SpanStart)
            .Select(mention => mention.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } target && assignment.Target == target && IsValue(assignment) ? assignment.Value : null)
            .LastOrDefault(value => value is not null);
    }

    private static IOperation? ValueIn(IOperation pair, IEnumerable<IArgumentOperation> arguments)
    {
        if (arguments.FirstOrDefault(argument => Same(argument.Parameter?.Name, "value") && argument.ArgumentKind != ArgumentKind.DefaultValue) is { } value)
            return value.Value;
        if (pair is IObjectCreationOperation { Initializer: { } initializer })
            return initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(IsValue)?.Value;
        return pair.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } && IsValue(assignment) ? assignment.Value : null;
    }

    private static bool IsValue(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "Value" or "TypedValue" };

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
