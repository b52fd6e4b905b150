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
        && !IsExpected(write)
        && !stage.LooksBefore(write)
        && !stage.IsChecked(write)
        && !stage.FiltersKnownRows(write)
        && !(write.Dataset is { } target && (target.IsHistory() || stage.IsTransient(target) || stage.ClearedBefore(write) is not null)));

    // Whoever catches a particular error around it knows which: the conflict.
    private static bool IsExpected(DataOperation write)
    {
        for (var attempt = write.Around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            if (attempt.Handlers.Any(handler => !handler.IsGeneral))
                return true;
        }

        return false;
    }
}
