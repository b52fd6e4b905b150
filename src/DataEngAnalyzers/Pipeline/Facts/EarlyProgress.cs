using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Progress that is kept before the rows are: a crash between the two loses them, and no later run reads them again.</summary>
/// <param name="Advance">The operation that moves progress.</param>
/// <param name="Write">The first write that comes too late.</param>
/// <param name="Lands">What makes that write durable: itself, a save or a commit.</param>
/// <param name="Last">What makes the last write of the turn durable.</param>
internal sealed record EarlyProgress(DataOperation Advance, DataOperation Write, DataOperation Lands, DataOperation Last);

/// <summary>Finds progress that runs ahead of the writes of its turn.</summary>
internal static class EarlyProgresses
{
    public static IEnumerable<EarlyProgress> ProgressAheadOfWrites(this Stage stage)
    {
        foreach (var advance in stage.Operations.Where(Progress.IsProgress))
        {
            if (advance.Around.InHandler || stage.LandsAt(advance) is not { } kept || MayHaveStored(stage, advance, kept))
                continue;

            var late = stage.Operations
                .Where(write => stage.Stores(write) && write.IsInTurnOf(advance) && IsAlwaysReached(advance, write) && !IsOneTransaction(advance, write))
                .Select(write => (Write: write, Lands: stage.LandsAt(write)))
                .Where(candidate => candidate.Lands is { } lands && lands.Index > kept.Index)
                .ToList();
            if (late.Count > 0)
                yield return new EarlyProgress(advance, late[0].Write, late[0].Lands!, late.Select(candidate => candidate.Lands!).OrderBy(lands => lands.Index).Last());
        }
    }

    // An arm that leaves ends the handling there: a message that is skipped, a batch that is empty. What a method that was called for its
    // answer does on one of its ways may end it, too.
    private static bool IsAlwaysReached(DataOperation advance, DataOperation write)
    {
        var isCalled = !IsIn(write.Call.Frame, advance.Call.Frame);
        for (var branch = advance.Around.Branch; branch is not null; branch = branch.Outer)
        {
            if ((branch.IsMode || isCalled) && !IsOn(write.Around.Branch, branch))
                return false;
        }

        return !Branch.Exclude(advance.Around.Branch, write.Around.Branch);
    }

    private static bool IsOn(Branch? way, Branch wanted)
    {
        for (; way is not null; way = way.Outer)
        {
            if (way.Fork == wanted.Fork && way.Arm == wanted.Arm)
                return true;
        }

        return false;
    }

    private static bool IsIn(Frame? frame, Frame wanted)
    {
        while (frame is not null && frame != wanted)
            frame = frame.Caller;
        return frame is not null;
    }

    private static bool IsOneTransaction(DataOperation advance, DataOperation write) =>
        advance.Transaction is not null && advance.Transaction == write.Transaction;

    // Rows that are stored already may be all there is to store; what follows is something else.
    private static bool MayHaveStored(Stage stage, DataOperation advance, DataOperation kept) =>
        stage.Run.Before(advance).Any(earlier =>
            (earlier.IsInTurnOf(advance) || advance.IsInTurnOf(earlier) && earlier.Around.Loop == advance.Around.Loop)
            && IsStored(stage, earlier, kept)
            && !Branch.Exclude(earlier.Around.Branch, advance.Around.Branch))
        || CallsBefore(advance).Any(call => OutOfSight.MayStore(call, stage.Context));

    private static bool IsStored(Stage stage, DataOperation earlier, DataOperation kept) =>
        earlier.Action == DataAction.Other && earlier.Api.Role == ApiRole.Sql && earlier.Statement is null
        || earlier.Action != DataAction.Delete && stage.Stores(earlier) && stage.LandsAt(earlier) is { } lands && lands.Index < kept.Index;

    // The calls of the same delegate or method that run before it, in the frames that lead to it, too.
    private static IEnumerable<IInvocationOperation> CallsBefore(DataOperation advance)
    {
        var part = advance.Call.Operation;
        for (var frame = advance.Call.Frame; frame is not null; frame = frame.Caller)
        {
            var at = part.Syntax.SpanStart;
            var around = part;
            while (around.Parent is { } parent && around is not IAnonymousFunctionOperation)
                around = parent;
            foreach (var call in around.Descendants().OfType<IInvocationOperation>())
            {
                if (call.Syntax.Span.End < at)
                    yield return call;
            }

            if (around is IAnonymousFunctionOperation || frame.Handed is not null || frame.Site is not { } site)
                yield break;
            part = site;
        }
    }
}
