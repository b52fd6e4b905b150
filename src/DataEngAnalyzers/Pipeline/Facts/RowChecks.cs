using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether anything looks at the rows of a stage between reading and writing them. A method that rows go through out of sight
/// may do so, and counts.
/// </summary>
internal sealed class RowChecks
{
    private const int MostDepth = 4;

    private static readonly HashSet<string> CheckWords = new(StringComparer.Ordinal)
    {
        "validate", "validator", "validation", "valid", "invalid", "check", "verify", "ensure", "guard", "assert", "require", "reject", "quarantine", "sanitize",
    };

    private readonly Stage _stage;
    private readonly Values _values;

    private RowChecks(Stage stage)
    {
        _stage = stage;
        _values = stage.Context.Values;
    }

    /// <summary>True when the stage checks rows, or may do so out of sight.</summary>
    public static bool In(Stage stage)
    {
        if (stage.Of(DataAction.Validate).Any() || stage.Operations.Any(KeepsBrokenRows))
            return true;

        return new RowChecks(stage).Looks(stage.Frame);
    }

    // for each row: try { … } catch { count or collect it }
    private static bool KeepsBrokenRows(DataOperation operation) =>
        operation is { Action: DataAction.Read or DataAction.Convert, Around.Attempt: { Loop: not null } attempt } && attempt.Handlers.Any(handler => handler.KeepsRow);

    private bool Looks(Frame frame) => frame.Body.Descendants().Any(part => part switch
    {
        IConditionalOperation conditional => Decides(conditional, frame),
        ICoalesceOperation { WhenNull: IThrowOperation or IConversionOperation { Operand: IThrowOperation } } coalesce => AsksRow(new Value(coalesce.Value, frame)),
        ISwitchExpressionOperation @switch => @switch.Arms.Any(arm => arm.Descendants().Any(inner => inner is IThrowOperation)),
        IInvocationOperation call => IsCheck(call, frame) || Follows(new Value(call, frame)),
        IMethodReferenceOperation { Method: var method } reference => IsNamedAsCheck(method) || Follows(new Value(reference, frame)) || (_stage.Context.Bodies.Of(method) is null && OutOfSight.MayThrow(method, _stage.Context.Compilation)),
        IObjectCreationOperation { Constructor: { } constructor, Arguments.IsEmpty: false } => OutOfSight.MayThrow(constructor, _stage.Context.Compilation),
        _ => false,
    });

    // The methods that the stage itself was followed into.
    private bool Follows(Value use) =>
        use.Frame.Depth < MostDepth && _stage.Context.Callees.Of(use.Operation, use.Frame).Any(Looks);

    private bool IsCheck(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (IsNamedAsCheck(method) && (TakesRow(call, frame) || IsOwnRow(call.Instance) || call.Arguments.Any(argument => IsOwnRow(argument.Value))))
            return true;
        if (method.TypeArguments.Any(type => OutOfSight.HoldsChecks(type, _stage.Context.Compilation)))
            return true;
        if (method is { Name: "Where" or "TakeWhile" or "SkipWhile", ContainingType.Name: "Enumerable" or "AsyncEnumerable" })
            return call.Arguments.Any(argument => argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } } && AsksRow(new Value(body, frame)));

        var isKnown = !_stage.Context.Apis.FindAll(method).IsEmpty || _stage.Context.Bodies.Of(method) is not null;
        return !isKnown && OutOfSight.MayThrow(method, _stage.Context.Compilation) && TakesRow(call, frame);
    }

    private bool TakesRow(IInvocationOperation call, Frame frame) =>
        call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Value is not IDelegateCreationOperation && IsData(new Value(argument.Value, frame)));

    // An if that asks a row and then leaves, drops, counts or writes; one that only chooses a value is a mapping.
    private bool Decides(IConditionalOperation conditional, Frame frame)
    {
        var taken = new[] { conditional.WhenTrue, conditional.WhenFalse }.Where(branch => branch is not null).SelectMany(branch => branch!.DescendantsAndSelf()).ToList();
        var condition = new Value(conditional.Condition, frame);
        if (taken.Any(part => part is IThrowOperation) && (AsksRow(condition) || AsksCount(condition)))
            return true;
        return conditional.Type is null
            && taken.Any(part => part is IReturnOperation or IBranchOperation or IIncrementOrDecrementOperation or IInvocationOperation)
            && AsksRow(condition);
    }

    private bool AsksRow(Value condition) => condition.Operation.DescendantsAndSelf().Any(part => part switch
    {
        IPropertyReferenceOperation { Instance: { } row, Property.IsIndexer: false } member => IsRowOrFields(row.Type, member) && IsData(condition.At(row)),
        IPropertyReferenceOperation { Instance: { } row } => IsData(condition.At(row)),
        IFieldReferenceOperation { Instance: { } row } => RowTypes.IsRow(row.Type) && IsData(condition.At(row)),
        IArrayElementReferenceOperation { ArrayReference: var fields } => IsData(condition.At(fields)),
        IPropertySubpatternOperation { Parent: IRecursivePatternOperation } => IsData(condition),
        IInvocationOperation call => _stage.Context.Apis.FindAll(call.TargetMethod).Any(api => api.Role is ApiRole.Parse or ApiRole.Field) && IsData(condition),
        _ => false,
    });

    // rows.Count and lines.Length ask for emptiness; fields.Length asks for the shape of a row.
    private static bool IsRowOrFields(ITypeSymbol? type, IPropertyReferenceOperation member)
    {
        if (!RowTypes.IsSequence(type))
            return RowTypes.IsRow(type);
        return type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
            && member.Parent is IBinaryOperation { RightOperand: var bound }
            && bound.ConstantValue is not { HasValue: true, Value: 0 or 1 };
    }

    private bool AsksCount(Value condition) => _values.Influence(condition, api =>
        api.Role is ApiRole.Complete || (api.Role == ApiRole.Sql && !api.Is("returns", "rows"))) is not null || IsData(condition);

    private bool IsData(Value value) => _values.Influence(value, RowSources.IsSource) is not null;

    private static bool IsNamedAsCheck(IMethodSymbol method) =>
        (NameWords.Any(method.Name, CheckWords) || method.Name.StartsWith("TryParse", StringComparison.Ordinal)) && IsOwnCode(method);

    private static bool IsOwnRow(IOperation? value) =>
        value is not (null or IInstanceReferenceOperation) && RowTypes.IsRow(value.Type) && !OutOfSight.IsFramework(value.Type!.ContainingAssembly);

    private static bool IsOwnCode(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is { } space && !space.StartsWith("System", StringComparison.Ordinal) && !space.StartsWith("Microsoft", StringComparison.Ordinal);
}
