using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>Puts the flow into a write under the names that all stages share.</summary>
internal static class FlowReader
{
    /// <summary>An output with the columns that an operation writes.</summary>
    public static OutputFacts Of(Stage stage, DataOperation write, OutputFacts output, StageNames names, CancellationToken cancellation)
    {
        var flow = stage.FlowInto(write, cancellation);
        // Rows that are not divided into columns come from what they come from as a whole.
        var whole = flow.Columns.Where(column => column.Column is null).ToList();
        return output with
        {
            From = whole.SelectMany(column => column.Origins).Where(IsColumn).Concat(flow.Indirect).Select(origin => EdgeOf(origin, write, names)).ToImmutableArray(),
            Columns = flow.Columns.Where(column => column.Column is not null).Select(column => ColumnOf(column, column.Column!, write, names, stage.Context)).ToImmutableArray(),
            Gaps = flow.Gaps.Concat(whole.SelectMany(column => column.Gaps)).Select(gap => gap.What).Distinct().ToImmutableArray(),
        };
    }

    /// <summary>One output for each table whose rows the stage has read and changed before it saves them.</summary>
    public static IEnumerable<OutputFacts> OfSaved(Stage stage, DataOperation save, StageNames names, CancellationToken cancellation)
    {
        var flow = stage.FlowInto(save, cancellation);
        foreach (var table in flow.Columns.Where(column => column.Column?.IndexOf('.') > 0).GroupBy(column => column.Column!.Substring(0, column.Column.LastIndexOf('.'))))
        {
            var dataset = new Dataset(DatasetKind.Table, table.Key) { QuotedParts = ~0 };
            yield return new OutputFacts(names.Of(dataset, save), WriteModes.Update)
            {
                Columns = table.Select(column => ColumnOf(column, column.Column!.Substring(table.Key.Length + 1), save, names, stage.Context)).ToImmutableArray(),
            };
        }
    }

    private static ColumnFacts ColumnOf(ColumnFlow column, string name, DataOperation write, StageNames names, PipelineContext context) => new(
        name,
        Type: null,
        column.Origins.Where(IsColumn).Select(origin => EdgeOf(origin, write, names)).ToImmutableArray(),
        column.Origins.Where(origin => !IsColumn(origin)).Select(origin => WordOf(origin.Kind)).Distinct().ToImmutableArray(),
        column.Gaps.Select(gap => gap.What).Distinct().ToImmutableArray())
    {
        Clock = ClockOf(column, context),
    };

    // An offset says which time is meant, whatever the clock shows.
    private static string? ClockOf(ColumnFlow column, PipelineContext context)
    {
        if (column is not { Gaps.IsEmpty: true, Origins: [{ Kind: FlowOriginKind.Clock, Transformation: SqlTransformation.Identity, Where: { SourceTree: { } tree } where }] }
            || !context.Compilation.ContainsSyntaxTree(tree)
            || context.ModelFor(tree).GetOperation(tree.GetRoot().FindNode(where.SourceSpan, getInnermostNodeForTie: true)) is not { } clock)
            return null;
        var rows = context.Apis.FindAll(Values.SymbolOf(clock)).Where(api => api.Role == ApiRole.Clock).ToList();
        return rows.Count == 0 ? null : rows.Any(api => api.Is("zone", "local")) ? "local" : "utc";
    }

    private static bool IsColumn(FlowOrigin origin) => origin.Kind == FlowOriginKind.Column;

    private static EdgeFacts EdgeOf(FlowOrigin origin, DataOperation write, StageNames names) =>
        new(names.Of(origin, write), origin.Column, origin.Transformation, origin.Via, origin.Where ?? (origin.Read ?? write).Location);

    private static string WordOf(FlowOriginKind kind) => kind switch
    {
        FlowOriginKind.Clock => "clock",
        FlowOriginKind.Random => "random",
        FlowOriginKind.Constant => "constant",
        FlowOriginKind.Parameter => "setting",
        _ => "default",
    };
}
