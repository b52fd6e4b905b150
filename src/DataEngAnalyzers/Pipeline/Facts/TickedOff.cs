using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a turn of a service that polls marks its row or message as done although the work on it failed.</summary>
internal static class TickedOff
{
    /// <summary>
    /// True when the turn goes on behind the <c>try</c> around a write and acknowledges its message, or changes the row that it read from
    /// a table: no later turn sees it again.
    /// </summary>
    public static bool IsTickedOff(this Stage stage, Attempt attempt, DataOperation write)
    {
        if (write.Action is not (DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Save) || attempt.Loop is not { } turn)
            return false;

        var source = SourceOf(stage, turn)?.Dataset;
        return stage.Run.After(write).Any(later =>
            later.Around is { InHandler: false, Loop: { } around }
            && around.Where == turn.Where
            && !IsInside(later, attempt)
            && (later.Action == DataAction.Advance || source is not null && Marks(stage, later, source)));
    }

    /// <summary>True when an operation runs inside the <c>try</c>.</summary>
    public static bool IsInside(DataOperation operation, Attempt attempt)
    {
        for (var around = operation.Around.Attempt; around is not null; around = around.Outer)
        {
            if (ReferenceEquals(around, attempt))
                return true;
        }

        return false;
    }

    /// <summary>The read of the table whose rows the turns go through.</summary>
    public static DataOperation? SourceOf(Stage stage, Loop turn) => turn is { Over: LoopOver.Rows, Sequence: { } rows }
        ? stage.Run.Operations.FirstOrDefault(read => read is { Action: DataAction.Read, Dataset.Kind: DatasetKind.Table or DatasetKind.Collection } && stage.Context.Values.Reaches(rows, part => part == read.Call.Operation))
        : null;

    /// <summary>True when an operation changes rows of the source: <c>UPDATE outbox SET sent = …</c>, or a property of the row, saved.</summary>
    public static bool Marks(Stage stage, DataOperation later, Dataset source) => later.Action switch
    {
        DataAction.Update or DataAction.Delete => source.Matches(later.Dataset),
        DataAction.Save => stage.Run.Before(later).LastOrDefault(earlier => earlier.Dataset is { Kind: DatasetKind.Table }) is { Action: not DataAction.Write } last && source.Matches(last.Dataset),
        _ => false,
    };
}
