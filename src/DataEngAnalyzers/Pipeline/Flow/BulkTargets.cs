using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Columns that bulk APIs write: by mappings, by position, value after value.</summary>
internal static class BulkTargets
{
    public static void Follow(FlowTarget target)
    {
        if (target.Write.Api["per"] is "row")
            FollowRow(target);
        else if (target.Write.Call["rows"] is { } rows)
            FollowTable(target, rows);
    }

    private static void FollowTable(FlowTarget target, Value rows)
    {
        var mappings = Mappings(target).ToList();
        foreach (var (source, column) in mappings)
        {
            if (StepOf(source) is { } step)
                target.Column(Name(column), aim => target.Tracer.Trace(rows, aim.Inside(step).Inside(FlowStep.Element)));
        }

        if (mappings.Count > 0)
            return;
        var sources = TableColumns.Of(rows, target.Context);
        var columns = target.Write.Dataset is { } table ? TableShape.Of(table, target.Context) : ImmutableArray<string>.Empty;
        if (sources.Count == 0)
            target.Gap("which columns the rows have");
        for (var position = 0; position < sources.Count; position++)
        {
            var at = position;
            target.Column(at < columns.Length ? columns[at] : $"[{at}]", aim => target.Tracer.Trace(rows, aim.Inside(FlowStep.Under(sources[at])).Inside(FlowStep.Element)));
        }
    }

    private static IEnumerable<(object? Source, object? Column)> Mappings(FlowTarget target)
    {
        var copier = target.Write.Call.Receiver is { } receiver ? target.Context.Values.HolderOf(receiver) : null;
        foreach (var part in target.Write.Call.Frame.Body.DescendantsAndSelf())
        {
            foreach (var api in target.Context.Apis.FindAll(Values.SymbolOf(part)).Where(api => api.Role == ApiRole.ColumnMap))
            {
                var map = new Call(part, api, target.Write.Call.Frame);
                if (IsOf(part, copier, target) && map["source"] is { } source && map["column"] is { } column)
                    yield return (source.Operation.ConstantValue.Value, column.Operation.ConstantValue.Value);
            }
        }
    }

    // copier.ColumnMappings.Add(…), not that of another copier.
    private static bool IsOf(IOperation map, ISymbol? copier, FlowTarget target) =>
        map is not IInvocationOperation { Instance: IPropertyReferenceOperation { Instance: { } owner } }
        || SymbolEqualityComparer.Default.Equals(target.Context.Values.HolderOf(target.Place.At(owner)), copier);

    private static FlowStep? StepOf(object? source) => source switch
    {
        string name => FlowStep.Under(name),
        int position => FlowStep.At(position),
        _ => null,
    };

    private static string Name(object? column) => column is int position ? $"[{position}]" : column?.ToString() ?? "?";

    // COPY lists its columns; the values of a row follow in that order.
    private static void FollowRow(FlowTarget target)
    {
        var columns = target.Stage.Context.Values.MakerOf(target.Write.Call["to"] ?? target.Place, ApiRole.Open) is { } open && target.Context.Sql.CopyOf(open) is { } copy ? copy.Columns : ImmutableArray<SqlName>.Empty;
        if (columns.IsEmpty)
        {
            target.Gap("which columns the rows have");
            return;
        }

        if (target.Write.Call["rows"] is { } values)
        {
            for (var position = 0; position < columns.Length; position++)
                target.Column(columns[position].Last, aim => target.Tracer.Trace(values, aim.Inside(FlowStep.At(position))));
            return;
        }

        var written = NextFields.After(target.Write.Call, target.Context);
        for (var position = 0; position < columns.Length; position++)
        {
            if (written is null || position >= written.Count)
                target.Gap($"which value {columns[position].Last} gets");
            else
                target.Column(columns[position].Last, aim => TraceAll(target, written[position], aim));
        }
    }

    private static void TraceAll(FlowTarget target, IReadOnlyList<IOperation> values, FlowAim aim)
    {
        foreach (var value in values)
            target.Tracer.Trace(target.Place.At(value), aim);
        if (values.Count == 0)
            aim.Found(FlowOriginKind.Constant);
    }
}
