using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>What the catalog reads off single calls.</summary>
internal static class Calls
{
    /// <summary>The constant text that a key of the row refers to; <see langword="null"/> where there is none.</summary>
    public static string? Text(Call call, string key, PipelineContext context) =>
        call[key] is { } text && HostText.Read(text, context) is { IsConstant: true, Text.Text: { Length: > 0 } constant } ? constant : null;

    /// <summary>The same, where only what the compiler knows counts.</summary>
    public static string? Text(Call call, string key) => call[key] is { Operation.ConstantValue: { HasValue: true, Value: string { Length: > 0 } text } } ? text : null;

    /// <summary>A flag; one that is left out is false, as the parameters of migrations declare it. <see langword="null"/> when the row has none.</summary>
    public static bool? Flag(Call call, string key) => (call.Api[key], call[key]) switch
    {
        (null, _) => null,
        (_, null) => false,
        (_, { Operation.ConstantValue: { HasValue: true, Value: bool flag } }) => flag,
        _ => null,
    };

    /// <summary>The names that an argument lists: a text, several, or the members that a lambda reads.</summary>
    public static IEnumerable<string> Names(Call call, string key, PipelineContext context)
    {
        if (call[key] is not { } listed)
            return [];
        if (Text(call, key, context) is { } single)
            return [single];
        return NamesIn(listed.Operation);
    }

    /// <summary>The texts in an expression and the members that its lambdas read: e => e.Id, e => new { e.Order, e.Line }, "Order", "Line".</summary>
    public static IEnumerable<string> NamesIn(IOperation listed) => listed.DescendantsAndSelf().SelectMany(part => part switch
    {
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property.Name: var name } => [name],
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string name } } => [name],
        INameOfOperation { ConstantValue: { HasValue: true, Value: string name } } => [name],
        _ => Array.Empty<string>(),
    });

    /// <summary>The property of an anonymous object that a call, with its chain, gives the value.</summary>
    public static string? PropertyInitializedBy(IOperation call)
    {
        for (var outer = CalledOn(call); outer is not null; outer = CalledOn(outer))
            call = outer;
        return Parent(call) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } ? name : null;
    }

    /// <summary>The next call of the chain; <see langword="null"/> at its end.</summary>
    public static IInvocationOperation? CalledOn(IOperation call) => Parent(call) is IInvocationOperation next && Receiver(next) == call ? next : null;

    /// <summary>What a call is called on: for an extension method, its first argument.</summary>
    public static IOperation? Receiver(IOperation call)
    {
        var receiver = call is IInvocationOperation invocation
            ? invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments is [{ Value: var first }, ..] ? first : null)
            : null;
        while (receiver is IConversionOperation { Operand: var operand })
            receiver = operand;
        return receiver;
    }

    private static IOperation? Parent(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation or IArgumentOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }
}
