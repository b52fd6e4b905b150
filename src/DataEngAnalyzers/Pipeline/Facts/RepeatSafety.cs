using System.Linq;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether a write may run twice. The retry rule, the rerun rules and the backfill rules ask the same questions, so the answers
/// live here. What the code does not let us know counts as safe.
/// </summary>
internal static class RepeatSafety
{
    /// <summary>True when rows move here: the stage is pipeline code and no request handler inside it does the work.</summary>
    public static bool Moves(this Stage stage, DataOperation operation) =>
        stage.Scope.IsPipeline && !operation.ServesRequest;

    /// <summary>
    /// True when a second run of the stage cannot duplicate what the write adds: its target is cleared, looked at or checked for before,
    /// is staging or history, or the caller's transaction and so the caller's clearing is out of sight.
    /// </summary>
    public static bool IsSafeToRepeat(this Stage stage, DataOperation write) =>
        stage.IsHarmless(write)
        || write.Transaction is { Begin: null }
        || stage.ClearedBefore(write) is not null
        || stage.LooksBefore(write)
        || stage.IsChecked(write)
        || stage.ConsumesSource(write);

    /// <summary>True when another attempt of the retry around the write cannot duplicate what it adds.</summary>
    public static bool IsSafeToRetry(this Stage stage, DataOperation write) =>
        stage.IsHarmless(write)
        || stage.Run.Before(write).Any(earlier => earlier.Around.Retry == write.Around.Retry && (stage.Clears(earlier, write) || earlier.Looks(write)));

    // Safe whatever ran before.
    private static bool IsHarmless(this Stage stage, DataOperation write) =>
        write.Mode != WriteMode.Append
        || write.Dataset is not { } target
        || IsUnknown(target)
        || write.Statement is { IsGuardedByExistence: true }
        || stage.IsTransient(target)
        || target.IsHistory()
        || write.Api is SummaryRow { Facts.IsMeant: true }
        || Attributes.HasAround(write.Member, Attributes.AppendOnly)
        || Attributes.HasAround(stage.Root, Attributes.AppendOnly)
        || stage.FiltersKnownRows(write)
        || stage.ExpectsDuplicate(write)
        || stage.IsRunRecord(write)
        || stage.IsPassedOn(write);

    // One row about the run, beside the rows that the run moves.
    private static bool IsRunRecord(this Stage stage, DataOperation write) =>
        IsSingle(write) && stage.Writes.Any(other => other.Index != write.Index && !IsSingle(other));

    private static bool IsSingle(DataOperation write) => write is { IsMany: false, Around.Loop: null or { Over: LoopOver.Time or LoopOver.Constants, Outer: null } };

    // A table whose whole name is one hole may be a staging table.
    private static bool IsUnknown(Dataset target) =>
        target is { HasHole: true, Kind: DatasetKind.Table, Name: [.., '}' or SqlText.HoleMark] name }
        && name.LastIndexOfAny(['{', SqlText.HoleMark]) is var hole and >= 0
        && (hole == 0 || name[hole - 1] == '.');

    /// <summary>True when the rows are merged or swapped into another table afterwards, or may be, so that this one is only the way there.</summary>
    private static bool IsPassedOn(this Stage stage, DataOperation write) => stage.Run.MayFollow(write, later => !Branch.Exclude(later.Around.Branch, write.Around.Branch) && later.Statement switch
    {
        { Kind: SqlStatementKind.Call } => write.Sink == Sink.Bulk,
        { Kind: SqlStatementKind.Rename } => write.Dataset!.Matches(later.Dataset),
        { WriteMode: SqlWriteMode.Merge or SqlWriteMode.Upsert or SqlWriteMode.AppendIfAbsent, Sources: var sources } => sources.Any(source => write.Dataset!.Matches(new Dataset(DatasetKind.Table, source.Text))),
        _ => false,
    });
}
