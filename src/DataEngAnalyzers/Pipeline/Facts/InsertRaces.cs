using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A look and the insert it decides on, between which another consumer can do the same.</summary>
/// <param name="Write">The insert.</param>
/// <param name="Look">The look.</param>
internal sealed record InsertRace(DataOperation Write, DataOperation Look);

/// <summary>
/// Finds checks that race. It takes two who run at once, which a host of messages promises, and an entity that is known to have no key
/// that would stop the second one; of other tables the keys are seldom all in sight.
/// </summary>
internal static class InsertRaces
{
    public static IEnumerable<InsertRace> ChecksThatRace(this Stage stage)
    {
        if (stage.Scope.Host != HostKind.Message || stage.HoldsLock())
            yield break;

        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.Entity, Around.InHandler: false }))
        {
            if (!stage.Moves(write) || write.Dataset is not { HasHole: false } target || stage.IsTransient(target) || target.IsHistory() || IsKept(stage, write))
                continue;
            if (LookBefore(stage, write) is { } look)
                yield return new InsertRace(write, look);
        }
    }

    private static DataOperation? LookBefore(Stage stage, DataOperation write)
    {
        for (var check = write.Around.Check; check is not null; check = check.Outer)
        {
            if (stage.LookIn(check, write) is { } look)
                return MergeRaces.LocksRange(look) ? null : look;
        }

        return null;
    }

    // A key, a lock, a level of isolation, or a handler for the very error.
    private static bool IsKept(Stage stage, DataOperation write) =>
        !stage.MakesNewKeys(write)
        || stage.IsSerializable(write)
        || stage.TakesEffect(write) is not { } effect
        || stage.IsSerializable(effect)
        || Attempts.ExpectsError(write)
        || Attempts.ExpectsError(effect);
}
