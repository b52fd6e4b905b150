using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An error in the source that a reader is told to pass over in silence.</summary>
/// <param name="Setting">The setting of the reader that decides it.</param>
/// <param name="Kind">What goes wrong in the source: the <c>kind</c> of the setting's model row.</param>
/// <param name="Source">What is read that way; <see langword="null"/> where the stage does not show it.</param>
internal sealed record SilencedError(DataOperation Setting, string Kind, Dataset? Source);

/// <summary>Finds the settings that let a reader swallow broken records. What a handler does counts, not that there is one.</summary>
internal static class SilencedErrors
{
    private const int FewestFields = 2;

    /// <summary>The swallowed errors of a stage, in the order of the code.</summary>
    public static IEnumerable<SilencedError> SilencedSourceErrors(this Stage stage)
    {
        foreach (var setting in stage.Operations.Where(operation => operation.Api.Role == ApiRole.ErrorHandler))
        {
            if (setting.Call.Assigned is { } value && Silences(stage, setting, value))
                yield return new SilencedError(setting, setting.Api["kind"] ?? string.Empty, SourceOf(stage, setting));
        }
    }

    private static bool Silences(Stage stage, DataOperation setting, Value value)
    {
        var made = stage.Context.Values.Resolve(value).Operation;
        if (made is IDelegateCreationOperation { Target: IAnonymousFunctionOperation handler })
            return setting.Api.Is("kind", "skip") ? DropsBrokenRows(stage, handler) : IsIdle(handler, setting.Api);
        return IsConstantThatIgnores(made, setting.Api) && !IsReportedElsewhere(stage, setting);
    }

    private static bool IsConstantThatIgnores(IOperation value, ApiModel setting) => value switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, Name: var name } } => setting.Names("ignores", name),
        { ConstantValue: { HasValue: true, Value: null } } => setting.Names("ignores", "null"),
        _ => false,
    };

    // A handler that does nothing at all, or that only answers "go on".
    private static bool IsIdle(IAnonymousFunctionOperation handler, ApiModel setting)
    {
        if (handler.Body.Descendants().Any(IsDeed))
            return false;

        var answers = handler.Body.Descendants().OfType<IReturnOperation>().Select(answer => answer.ReturnedValue).Where(answer => answer is not null).ToList();
        return answers.Count == 0
            ? setting.Names("ignores", "null")
            : answers.All(answer => answer is { ConstantValue: { HasValue: true, Value: bool goOn } } && setting.Names("ignores", goOn ? "true" : "false"));
    }

    private static bool IsDeed(IOperation part) =>
        part is IInvocationOperation or IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IObjectCreationOperation;

    // Skipping blank lines, comments and totals is fine; dropping what is short, empty in places or no number loses rows.
    private static bool DropsBrokenRows(Stage stage, IAnonymousFunctionOperation test)
    {
        var parts = test.Body.Descendants().ToList();
        return !parts.Any(part => part is IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IExpressionStatementOperation)
            && parts.Any(part => IsTooShort(part) || IsUnreadable(stage, part) || IsPartlyEmpty(part));
    }

    private static bool IsTooShort(IOperation part) =>
        part is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals } comparison
        && comparison.RightOperand.ConstantValue is { HasValue: true, Value: int fields and >= FewestFields }
        && comparison.LeftOperand is IPropertyReferenceOperation { Property.Name: "Length" or "Count" or "FieldCount" };

    private static bool IsUnreadable(Stage stage, IOperation part) =>
        part is IInvocationOperation parse && stage.Context.Apis.Find(parse.TargetMethod) is { Role: ApiRole.Parse };

    private static bool IsPartlyEmpty(IOperation part) =>
        part is IInvocationOperation { TargetMethod: { Name: "Any", ContainingType.Name: "Enumerable" } } any
        && any.Descendants().Any(inner => inner
            is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } }
            or IMethodReferenceOperation { Method.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" });

    // The same reader may hand its broken records to a listener that keeps them; a listener has no way to ignore them by itself.
    private static bool IsReportedElsewhere(Stage stage, DataOperation setting) => stage.Operations.Any(other =>
        other.Api.Role == ApiRole.ErrorHandler
        && other.Api["ignores"] is null
        && !other.Api.Is("kind", "skip")
        && ConfiguredBy(other)?.Operation == ConfiguredBy(setting)?.Operation
        && other.Call.Assigned is { } value
        && stage.Context.Values.Resolve(value).Operation is IDelegateCreationOperation { Target: var handler }
        && handler.Descendants().Any(IsDeed));

    private static Dataset? SourceOf(Stage stage, DataOperation setting)
    {
        if (ConfiguredBy(setting) is not { } configuration)
            return null;

        var made = stage.Context.Values.Resolve(configuration).Operation;
        return stage.Operations
            .Where(reader => reader.Dataset is not null && reader.Action is DataAction.Open or DataAction.Read)
            .FirstOrDefault(reader => ArgumentsOf(reader.Call.Operation).Any(argument => stage.Context.Values.Resolve(new Value(argument, reader.Call.Frame)).Operation == made))
            ?.Dataset;
    }

    // The object whose property is set: a created configuration, or the one a variable holds.
    private static Value? ConfiguredBy(DataOperation setting)
    {
        if (setting.Call.Operation is not IPropertyReferenceOperation { Instance: { } instance })
            return null;
        if (instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return new Value(instance, setting.Call.Frame);

        var initializer = setting.Call.Operation.Parent?.Parent;
        return initializer is IObjectOrCollectionInitializerOperation { Parent: { } created } ? new Value(created, setting.Call.Frame) : null;
    }

    private static IEnumerable<IOperation> ArgumentsOf(IOperation use) => use switch
    {
        IInvocationOperation invocation => invocation.Arguments.Select(argument => argument.Value),
        IObjectCreationOperation creation => creation.Arguments.Select(argument => argument.Value),
        _ => Array.Empty<IOperation>(),
    };
}
