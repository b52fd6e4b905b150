using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A table that is read page by page, each page counted from the start in an order that many rows share.</summary>
/// <param name="Read">The read of one page.</param>
/// <param name="Order">The last column of the order.</param>
/// <param name="Loop">The loop over the pages.</param>
internal sealed record ShiftingPage(DataOperation Read, string Order, Loop Loop);

/// <summary>
/// Finds extractions that page by offset over an order which does not tell rows apart. Pages without any order are chosen arbitrarily,
/// which is another flaw; a transaction or a temporary table keeps the pages still.
/// </summary>
internal static class ShiftingPages
{
    private static readonly HashSet<string> SharedWords = new(StringComparer.Ordinal)
    {
        "at", "date", "day", "time", "timestamp", "datetime", "updated", "modified", "created", "changed", "status", "state", "type", "priority", "category", "amount", "price", "region", "country",
    };

    private static readonly HashSet<string> KeyWords = new(StringComparer.Ordinal) { "id", "key", "uuid", "guid", "rowid", "ulid", "pk", "number", "code", "sequence" };

    public static IEnumerable<ShiftingPage> PagesThatShift(this Stage stage)
    {
        foreach (var read in stage.Reads)
        {
            if (read is not { Around: { Loop: { Over: not LoopOver.Constants } loop, InHandler: false }, Transaction: null, Dataset: { Kind: DatasetKind.Table, IsTemporary: false } table } || !stage.Moves(read))
                continue;
            if (OrderOf(stage, read) is { } order && !TellsApart(stage, table, order) && stage.Run.After(read).Any(stage.Stores))
                yield return new ShiftingPage(read, order[order.Length - 1], loop);
        }
    }

    // The columns of the order, where the offset is no constant.
    private static ImmutableArray<string>? OrderOf(Stage stage, DataOperation read)
    {
        if (read.Statement is { Offset: { } offset, OrderedBy: { IsEmpty: false } order } statement && read.Text is { } text)
            return statement.Parameters.Any(parameter => offset.Contains(parameter.Span)) || !text.HolesIn(offset).IsEmpty ? order.Select(column => column.Last).ToImmutableArray() : null;
        return read.Statement is null && read.Call["from"] is { } query ? OrderOf(query, stage.Context.Values) : null;
    }

    private static ImmutableArray<string>? OrderOf(Value query, Values values)
    {
        var order = new Stack<string>();
        var skips = false;
        foreach (var call in QueryChains.Calls(query, values))
        {
            skips |= call is { TargetMethod.Name: "Skip", Arguments: [_, { Value.ConstantValue.HasValue: false }] };
            if (call.TargetMethod.Name is not ("OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending") || call.Arguments.Length < 2)
                continue;
            if (call.Arguments[1].Value.DescendantsAndSelf().OfType<IMemberReferenceOperation>().FirstOrDefault() is not { Member.Name: var member })
                return null;
            order.Push(member);
            if (call.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal))
                break;
        }

        return skips && order.Count > 0 ? order.ToImmutableArray() : null;
    }

    // What is not known to be shared by several rows counts as their own.
    private static bool TellsApart(Stage stage, Dataset table, ImmutableArray<string> order) =>
        order.Any(column => NameWords.Any(column, KeyWords) || !NameWords.Any(column, SharedWords))
        || stage.Context.Catalog.KeyOf(table, order) is not null;
}
