using System;
using System.Linq;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether a write may run twice. The retry rule, the rerun rules and the backfill rules ask the same questions, so the answers
/// live here.
/// </summary>
internal static class RepeatSafety
{
    private static readonly string[] HistoryWords = ["audit", "log", "history", "event", "journal", "archive", "error", "reject", "dead_letter", "deadletter", "quarantine", "metric"];

    /// <summary>True when rows move here: the stage is pipeline code and no request handler inside it does the work.</summary>
    public static bool Moves(this Stage stage, DataOperation operation) =>
        stage.Scope.IsPipeline && operation.Around.Host != HostKind.Request;

    /// <summary>
    /// True when a second run cannot duplicate what the write adds, or when the code does not let us know: its target is cleared before,
    /// guarded by a look at it, staging, history by nature, or marked append-only.
    /// </summary>
    public static bool IsSafeToRepeat(this Stage stage, DataOperation write) =>
        write.Mode != WriteMode.Append
        || write.Dataset is null or { HasHole: true, Name.Length: <= 3 }
        || write.Statement is { IsGuardedByExistence: true }
        || stage.IsTransient(write.Dataset)
        || IsHistory(write.Dataset)
        || Attributes.HasAround(write.Member, Attributes.AppendOnly)
        || Attributes.HasAround(stage.Root, Attributes.AppendOnly)
        || stage.ClearedBefore(write) is not null
        || stage.LooksBefore(write);

    /// <summary>The delete or truncate of the same rows that runs earlier in the stage.</summary>
    public static DataOperation? ClearedBefore(this Stage stage, DataOperation write) => stage.Before(write)
        .LastOrDefault(earlier => Clears(earlier) && earlier.Dataset is { } cleared && cleared.Matches(write.Dataset));

    /// <summary>True for temporary and staging tables, which are filled anew on the way.</summary>
    public static bool IsTransient(this Stage stage, Dataset dataset) =>
        dataset.IsTemporary || stage.Context.Options.StagingNames.Any(pattern => Wildcard.Matches(pattern, dataset.Name) || Wildcard.Matches(pattern, dataset.LastPart));

    private static bool Clears(DataOperation operation) =>
        operation.Action == DataAction.Delete
        || operation is { Action: DataAction.ChangeSchema, Statement.Kind: SqlStatementKind.Drop or SqlStatementKind.CreateTable }
        || operation is { Action: DataAction.Write, Mode: WriteMode.Replace };

    // The stage asks the target, conditionally writes, and so knows what is there already.
    private static bool LooksBefore(this Stage stage, DataOperation write) =>
        stage.Before(write).Any(earlier => earlier.Action == DataAction.Read && earlier.Dataset is { } seen && seen.Matches(write.Dataset));

    private static bool IsHistory(Dataset dataset) =>
        HistoryWords.Any(word => dataset.LastPart.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
