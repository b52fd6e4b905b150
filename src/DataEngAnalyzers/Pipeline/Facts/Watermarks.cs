using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An extraction that begins where an earlier run ended.</summary>
/// <param name="Operation">What takes the rows.</param>
/// <param name="Dataset">Whose rows.</param>
/// <param name="Filter">The comparison with the watermark.</param>
/// <param name="Mark">Where the watermark comes from.</param>
internal sealed record WatermarkRead(DataOperation Operation, Dataset? Dataset, RowFilter Filter, Location Mark);

/// <summary>Finds extractions by a stored point in time, and says how they treat what lies at its edge.</summary>
internal static class Watermarks
{
    private static readonly HashSet<string> StampWords = new(StringComparer.Ordinal)
    {
        "at", "time", "timestamp", "ts", "datetime", "modified", "updated", "changed", "created", "inserted", "modification",
    };

    private static readonly HashSet<string> OrderedWords = new(StringComparer.Ordinal) { "id", "version", "rowversion", "lsn", "scn", "sequence", "seq", "offset", "number", "xmin" };

    private static readonly HashSet<string> LookbackWords = new(StringComparer.Ordinal) { "lookback", "overlap", "margin", "tolerance", "grace", "lag" };

    public static IEnumerable<WatermarkRead> ReadsFromWatermark(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (operation.Action is not (DataAction.Read or DataAction.Write) || !stage.Moves(operation) || operation.Around.InHandler)
                continue;
            foreach (var filter in stage.FiltersOf(operation).Where(filter => filter.IsLowerBound))
            {
                if (MarkBehind(stage, operation, filter) is { } mark)
                    yield return new WatermarkRead(operation, operation.SourceOfRows(), filter, mark);
            }
        }
    }

    /// <summary>
    /// True when rows at the very edge are lost: the extraction starts behind the watermark, reads up to now, and neither goes back a
    /// little nor tells rows of the same moment apart.
    /// </summary>
    public static bool LosesItsEdge(this Stage stage, WatermarkRead read) =>
        read.Filter is { Operator: ">" } filter
        && IsMoment(stage, filter)
        && !stage.FiltersOf(read.Operation).Any(other => other != filter && other.IsOn(filter) && (other.IsUpperBound || other.Operator is "=" or ">="))
        && !filter.Bounds.Any(bound => GoesBack(stage, bound));

    /// <summary>True when nothing but the stored watermark decides where the extraction begins and ends.</summary>
    public static bool IsOnlyWayIn(this Stage stage, WatermarkRead read) =>
        !stage.HasWindow()
        && !stage.FiltersOf(read.Operation).Any(other => other.IsOn(read.Filter) && other.IsUpperBound)
        && read.Filter.Bounds is [var bound]
        && stage.Context.Values.Resolve(bound) is var made
        && (made.Operation is not ICoalesceOperation { Value: var first } || MarkBehind(stage, read.Operation, made.At(first)) is not null)
        && made.Operation is not (ISwitchExpressionOperation or ILocalReferenceOperation)
        && !stage.Context.Values.Parts(bound).Any(part => part.Operation is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } });

    private static Location? MarkBehind(Stage stage, DataOperation operation, RowFilter filter) =>
        filter.Bounds.Select(bound => MarkBehind(stage, operation, bound)).FirstOrDefault(mark => mark is not null)
        ?? (IsNewestLoaded(operation, filter) ? filter.Where : null);

    private static Location? MarkBehind(Stage stage, DataOperation operation, Value bound)
    {
        Location? mark = null;
        foreach (var part in stage.Context.Values.Parts(bound))
        {
            if (part.Operation is ILocalReferenceOperation { Local: var local } && part.Frame.DefinitionsOf(local).Any(definition => definition.Kind == DefinitionKind.Element))
                return null;
            mark ??= part.Operation != operation.Call.Operation && (IsStored(stage, part) || IsNamedAsMark(part.Operation)) ? part.Operation.Syntax.GetLocation() : null;
        }

        return mark;
    }

    // One value out of a store: a control table, the target's own newest row, a state file.
    private static bool IsStored(Stage stage, Value part) => stage.Context.Apis.FindAll(Values.SymbolOf(part.Operation)).Any(api =>
        api.Role is ApiRole.Sql or ApiRole.Read or ApiRole.Query && (api.Is("returns", "scalar") || !RowTypes.IsSequence(RowTypes.Awaited(part.Operation.Type))));

    private static bool IsNamedAsMark(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { Name: var name, ReturnsVoid: false } } => Progress.SaysHowFar(WithoutVerb(name)),
        IMemberReferenceOperation { Member: { Name: var name } } => Progress.SaysHowFar(name),
        IParameterReferenceOperation { Parameter.Name: var name } => Progress.SaysHowFar(name),
        _ => false,
    };

    // GetLastSyncTime, ReadLastRunAsync
    private static string WithoutVerb(string method) => method.IndexOf("Last", StringComparison.Ordinal) is var at and > 0 ? method.Substring(at) : method;

    // WHERE updated_at > (SELECT max(updated_at) FROM target)
    private static bool IsNewestLoaded(DataOperation operation, RowFilter filter) =>
        filter.Predicate is { OperandKind: SqlOperandKind.Expression } predicate
        && operation is { Action: DataAction.Write, Text: { } text }
        && NameWords.Of(text.Text.Text.Substring(predicate.OperandSpan.Start, predicate.OperandSpan.Length)).ToList() is var words
        && words.Contains("select") && words.Contains("max") && !words.Any(word => word is "interval" or "dateadd" or "datetime" or "strftime");

    private static bool IsMoment(Stage stage, RowFilter filter)
    {
        if (NameWords.Any(filter.Column, OrderedWords))
            return false;
        if (filter.Predicate is { } predicate && !(predicate.OperandKind is SqlOperandKind.Parameter || IsBareHole(predicate) || filter.Bounds.IsEmpty))
            return false;

        var types = filter.Bounds.Select(bound => stage.Context.Values.Resolve(bound).Operation.Type).ToList();
        return types.All(type => type is null or { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.None } || RunWindows.IsPointInTime(type))
            && !types.Any(type => type is { Name: "DateOnly" })
            && (NameWords.Any(filter.Column, StampWords) || types.Any(RunWindows.IsPointInTime));
    }

    private static bool IsBareHole(SqlPredicate predicate) => predicate is { OperandKind: SqlOperandKind.Hole, OperandSpan.Length: <= 3 };

    private static bool GoesBack(Stage stage, Value bound) => stage.Context.Values.Parts(bound).Any(part => part.Operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } => true,
        IInvocationOperation { TargetMethod: { Name: "Subtract" } } => true,
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type }, Arguments: [{ Value: var by }, ..] } when name.StartsWith("Add", StringComparison.Ordinal) && RunWindows.IsPointInTime(type) =>
            by.ConstantValue is not { HasValue: true } || by is IUnaryOperation || by.Syntax.ToString().StartsWith("-", StringComparison.Ordinal),
        IMemberReferenceOperation { Member.Name: var name } => NameWords.Any(name, LookbackWords),
        ILocalReferenceOperation { Local.Name: var name } => NameWords.Any(name, LookbackWords),
        _ => false,
    });
}
