using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Prints where written rows come from: an edge a line, then what decides about rows, then the gaps.</summary>
internal static class FlowText
{
    /// <summary>The flows into every operation of the stages that changes data.</summary>
    public static string Of(IEnumerable<Stage> stages) => string.Join("\n", stages.SelectMany(LinesOf));

    /// <summary>The flows of a stage, line by line.</summary>
    public static IEnumerable<string> LinesOf(Stage stage) => stage.Operations
        .Where(operation => operation.Action is DataAction.Write or DataAction.Update or DataAction.Save)
        .SelectMany(operation => LinesOf(stage.FlowInto(operation)));

    /// <summary>The lines of one flow.</summary>
    public static IEnumerable<string> LinesOf(RowFlow flow)
    {
        var target = flow.Into.Dataset?.Name ?? "";
        foreach (var column in flow.Columns)
        {
            var name = target.Length == 0 ? column.Column ?? "?" : Part(target, flow.Into.Dataset!.Kind, column.Column);
            foreach (var origin in column.Origins)
                yield return $"{name} <- {Of(origin)}";
            foreach (var gap in column.Gaps)
                yield return $"{name} ? {gap.What}";
        }

        foreach (var origin in flow.Indirect)
            yield return $"{target} <- {Of(origin)}";
        foreach (var gap in flow.Gaps)
            yield return $"{target} ? {gap.What}";
    }

    /// <summary>The edges between columns alone, without the members on the way.</summary>
    public static IEnumerable<string> EdgesOf(RowFlow flow)
    {
        var columns = flow.Columns.Select(column => column with { Origins = [.. column.Origins.Where(IsColumn).Select(Bare)], Gaps = [] });
        return LinesOf(flow with { Columns = [.. columns], Indirect = [.. flow.Indirect.Select(Bare)], Gaps = [] });
    }

    private static bool IsColumn(FlowOrigin origin) => origin.Kind == FlowOriginKind.Column;

    private static FlowOrigin Bare(FlowOrigin origin) => origin with { Via = [] };

    private static string Of(FlowOrigin origin) => string.Concat(
        origin.Kind switch
        {
            FlowOriginKind.Column => Part(origin.Dataset?.Name ?? "?", origin.Dataset?.Kind ?? default, origin.Column),
            FlowOriginKind.Parameter => $"({origin.Column})",
            var kind => $"({kind.ToString().ToLowerInvariant()})",
        },
        origin.Via.IsEmpty ? "" : $" via {string.Join(", ", origin.Via)}",
        origin.Transformation == SqlTransformation.Identity ? "" : $" [{origin.Transformation.ToString().ToLowerInvariant()}]");

    private static string Part(string dataset, DatasetKind kind, string? column) => column is null ? dataset : dataset + (kind == DatasetKind.Table ? "." : ":") + column;
}
