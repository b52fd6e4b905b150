using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column that gets the time of the machine's zone, while nothing in the row says which zone that is.</summary>
/// <param name="Write">The operation that writes it.</param>
/// <param name="Column">The column.</param>
/// <param name="Clock">The member that tells the time.</param>
/// <param name="Member">The method that reads it.</param>
/// <param name="IsReadForColumn">True when the reading goes nowhere else.</param>
internal sealed record ZonelessTime(DataOperation Write, string Column, Location Clock, IMethodSymbol Member, bool IsReadForColumn);

/// <summary>Finds times that are stored without their zone.</summary>
internal static class ZonelessTimes
{
    /// <summary>Columns of tables that get the local time as it is; what is computed from it may be a date, a duration or a time in UTC.</summary>
    public static IEnumerable<ZonelessTime> TimesWithoutZone(this Stage stage)
    {
        if (!IsLocalTimeTold(stage.Context))
            yield break;

        foreach (var write in stage.Operations.Where(operation => IsStored(operation) && stage.Moves(operation)))
        {
            foreach (var column in stage.FlowInto(write).Columns)
            {
                if (column.Column is { } name && ClockOf(column, stage.Context) is { } clock && MayLackZone(write, name, stage.Context))
                    yield return new ZonelessTime(write, name, Call.PlaceOf(clock.Syntax), MemberAround(clock) ?? write.Member, !IsKept(clock));
            }
        }
    }

    /// <summary>Where the program tells a driver to forget the zone of the times that it stores.</summary>
    public static IEnumerable<DataOperation> ZoneSwitches(this Stage stage) => stage.Operations.Where(operation =>
        operation.Api.Role == ApiRole.ZoneSwitch
        && stage.Moves(operation)
        && operation.Call["name"]?.Operation.ConstantValue is { HasValue: true, Value: string name } && operation.Api.Is("switch", name)
        && operation.Call["value"]?.Operation.ConstantValue is { HasValue: true, Value: true });

    private static bool IsLocalTimeTold(PipelineContext context)
    {
        var words = context.Apis.OfRole(ApiRole.Clock).Where(IsLocal).Select(api => WordHash.Of(api.SymbolName.Member)).ToList();
        return context.Compilation.SyntaxTrees.Any(tree => words.Any(context.Sketches.Of(tree).Words.Contains));
    }

    private static bool IsLocal(ApiModel api) => api.Role == ApiRole.Clock && api.Is("zone", "local");

    // Files and documents carry the offset, logs are read by people, and a watermark has rules of its own.
    private static bool IsStored(DataOperation operation) =>
        operation is { Action: DataAction.Write or DataAction.Update, Dataset: { Kind: DatasetKind.Table } table, Around.InHandler: false }
        && !table.IsHistory() && !operation.IsProgress();

    private static IOperation? ClockOf(ColumnFlow column, PipelineContext context) =>
        column is { Gaps.IsEmpty: true, Origins: [{ Kind: FlowOriginKind.Clock, Transformation: SqlTransformation.Identity, Where: { SourceTree: { } tree } where }] }
        && context.Compilation.ContainsSyntaxTree(tree)
        && context.ModelFor(tree).GetOperation(tree.GetRoot().FindNode(where.SourceSpan, getInnermostNodeForTie: true)) is { } clock
        && context.Apis.FindAll(Values.SymbolOf(clock)).Any(IsLocal)
            ? clock
            : null;

    // A date has no zone, and what a column with an offset is given has one by then.
    private static bool MayLackZone(DataOperation write, string column, PipelineContext context) =>
        context.Catalog.Find(write.Dataset!)?.Columns.FirstOrDefault(known => string.Equals(known.Name, column, System.StringComparison.OrdinalIgnoreCase)) is not { } known
        || SqlType.Parse(known.Type, write.Dialect) is not { Family: SqlTypeFamily.Date or SqlTypeFamily.DateTimeOffset };

    private static bool IsKept(IOperation clock) => Values.KeeperOf(clock) is ILocalSymbol or IFieldSymbol;

    private static IMethodSymbol? MemberAround(IOperation clock)
    {
        var member = clock.SemanticModel?.GetEnclosingSymbol(clock.Syntax.SpanStart) as IMethodSymbol;
        while (member is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction, ContainingSymbol: IMethodSymbol outer })
            member = outer;
        return member;
    }
}
