using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Assessment;

/// <summary>Says whether a past day can be run again: what decides which rows a stage reads.</summary>
internal static class Windows
{
    /// <summary>The clock before a watermark before an argument: one of them is enough to keep a run from being repeated.</summary>
    public static WindowFacts? Of(Stage stage)
    {
        var reads = stage.Operations.Where(operation => operation.Action == DataAction.Read || operation is { Action: DataAction.Write, Statement.Sources.IsEmpty: false }).ToList();
        if (reads.Count == 0)
            return null;
        if (stage.WindowsOfTheClock().Select(window => window.Clock).ToImmutableArray() is { IsEmpty: false } clocks)
            return new WindowFacts("clock", clocks);
        if (stage.ReadsFromWatermark().Select(read => read.Filter.Where).ToImmutableArray() is { IsEmpty: false } marks)
            return new WindowFacts("watermark", marks);

        var filters = reads.SelectMany(stage.FiltersOf).ToList();
        var given = filters.Where(filter => filter.Bounds.Any(stage.IsSlice)).Select(filter => filter.Where)
            .Concat(reads.Where(read => read.Dataset is { Holes: { IsEmpty: false } holes } && holes.Any(stage.IsSlice)).Select(read => read.Location))
            .ToImmutableArray();
        if (!given.IsEmpty)
            return new WindowFacts("parameter", given);
        return new WindowFacts(filters.Count == 0 ? "full" : "unknown", reads.Select(read => read.Location).Distinct().ToImmutableArray());
    }
}
