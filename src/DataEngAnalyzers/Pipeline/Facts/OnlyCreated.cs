using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds loads that can only create what is not there yet and have no plan for what is.</summary>
internal static class OnlyCreated
{
    public static IEnumerable<DataOperation> ItemsOnlyCreated(this Stage stage) => stage.Writes.Where(write =>
        write is { Mode: WriteMode.AppendIfAbsent, Sink: Sink.Document, Around.InHandler: false }
        && write.Around.Loop is { IsPerRow: true } or { Over: LoopOver.Batches }
        && stage.Moves(write)
        && !Attempts.ExpectsError(write)
        && !stage.LooksBefore(write)
        && !stage.IsChecked(write)
        && !stage.FiltersKnownRows(write)
        && !(write.Dataset is { } target && (target.IsHistory() || stage.IsTransient(target) || stage.ClearedBefore(write) is not null)));
}
