using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Two writes of one row that belong together, where a crash between them leaves the first alone for ever.</summary>
/// <param name="First">The write that the next run takes for both: it looks for its row and passes over the rest.</param>
/// <param name="Second">The write that is then missing.</param>
/// <param name="Look">The look that decides.</param>
internal sealed record TornWrite(DataOperation First, DataOperation Second, DataOperation Look);

/// <summary>Finds writes that a look at the first one's table guards, and that no transaction holds together.</summary>
internal static class TornWrites
{
    public static IEnumerable<TornWrite> WritesTornApart(this Stage stage)
    {
        foreach (var first in stage.Writes.Where(write => IsRow(stage, write)))
        {
            if (GuardOf(stage, first) is not var (guard, look) || stage.MayRunInTransaction(first))
                continue;
            if (stage.After(first).FirstOrDefault(second => IsRow(stage, second) && IsPartOf(stage, second, first, guard)) is { } torn)
                yield return new TornWrite(first, torn, look);
        }
    }

    /// <summary>The name of the connection or context that could hold both in one transaction; <see langword="null"/> where they use different ones.</summary>
    public static string? SessionOf(this Stage stage, TornWrite torn) =>
        stage.Context.Connections.SessionOf(torn.First.Call) is { } session && SymbolEqualityComparer.Default.Equals(session, stage.Context.Connections.SessionOf(torn.Second.Call)) ? session.Name : null;

    private static bool IsRow(Stage stage, DataOperation write) =>
        write is { Action: DataAction.Write, Mode: WriteMode.Append, Sink: Sink.Sql or Sink.Entity, Transaction: null, Around.InHandler: false, Dataset: { Kind: DatasetKind.Table, HasHole: false } table }
        && stage.Moves(write)
        && !stage.IsTransient(table)
        && !table.IsHistory();

    // if (!orders.Exists(number)) { insert the order; insert its lines; }
    private static (Check Guard, DataOperation Look)? GuardOf(Stage stage, DataOperation write)
    {
        for (var check = write.Around.Check; check is not null; check = check.Outer)
        {
            if (stage.LookIn(check, write) is { } look)
                return (check, look);
        }

        return null;
    }

    private static bool IsPartOf(Stage stage, DataOperation second, DataOperation first, Check guard) =>
        !first.Dataset!.Matches(second.Dataset)
        && second.IsInTurnOf(first)
        && IsUnder(second, guard)
        && !Branch.Exclude(first.Around.Branch, second.Around.Branch)
        && stage.TakesEffect(first) is { } kept
        && stage.TakesEffect(second) is { } late
        && kept.Call.Operation != late.Call.Operation
        && kept.Transaction is null && late.Transaction is null
        && stage.Context.Connections.SessionOf(first.Call) is { } session
        && stage.Context.Connections.SessionOf(second.Call) is { } other
        && SymbolEqualityComparer.Default.Equals(session, other);

    private static bool IsUnder(DataOperation write, Check guard)
    {
        for (var check = write.Around.Check; check is not null; check = check.Outer)
        {
            if (check == guard)
                return true;
        }

        return false;
    }
}
