using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How rows are chosen without a rule that gives the same ones again.</summary>
internal enum ArbitraryChoice
{
    /// <summary>LIMIT, TOP or FETCH behind no order.</summary>
    Limit,

    /// <summary>A query in code that takes some rows of no order.</summary>
    Query,

    /// <summary>ROW_NUMBER without an order.</summary>
    Unordered,

    /// <summary>ROW_NUMBER over a moment that several rows can share.</summary>
    Ties,
}

/// <summary>Rows that another run may choose differently, and that land somewhere.</summary>
/// <param name="Choice">How they are chosen.</param>
/// <param name="Where">The clause or call.</param>
/// <param name="Read">The operation that chooses.</param>
/// <param name="Source">The table.</param>
/// <param name="Write">The operation that lands or removes them.</param>
internal sealed record ArbitraryRows(ArbitraryChoice Choice, Location Where, DataOperation Read, string Source, DataOperation Write)
{
    /// <summary>The column that breaks no ties.</summary>
    public string? Moment { get; init; }
}

/// <summary>Finds rows that are chosen arbitrarily. Who drains a queue takes any rows, and comes back for the others.</summary>
internal static class ArbitraryRowChoices
{
    private static readonly string[] ClaimHints = ["SKIP LOCKED", "READPAST", "UPDLOCK", "FOR UPDATE", "XLOCK"];

    private static readonly HashSet<string> MomentWords = new(StringComparer.Ordinal) { "at", "date", "time", "timestamp", "updated", "modified", "created", "loaded", "changed", "day", "datetime" };

    public static IEnumerable<ArbitraryRows> RowsChosenArbitrarily(this Stage stage)
    {
        foreach (var read in stage.Operations)
        {
            if (read.Around.InHandler || (Limited(stage, read) ?? Numbered(stage, read) ?? Taken(stage, read)) is not { } choice || stage.TargetOf(read) is not { } write || stage.Drains(read))
                continue;
            yield return choice with { Write = write };
        }
    }

    // What decides about rows of its own statement, or hands them to a write.
    private static DataOperation? TargetOf(this Stage stage, DataOperation read) => read.Action switch
    {
        DataAction.Write or DataAction.Delete => stage.Moves(read) && read.Dataset is { IsTemporary: false } ? read : null,
        DataAction.Read => stage.LandingOf(read),
        _ => null,
    };

    private static ArbitraryRows? Limited(Stage stage, DataOperation read)
    {
        if (read is not { Statement: { Limit: { } limit, HasOrderBy: false, Kind: SqlStatementKind.Select or SqlStatementKind.Insert or SqlStatementKind.CreateTable, Reads: [{ Name.IsTemporary: false }, ..] } statement, Text: { } text })
            return null;
        if (limit.Count == 0 || IsLookup(statement, limit) || statement.Reads.Any(table => table.IsAbsenceTested) || OrdersInside(statement, text))
            return null;
        return new ArbitraryRows(ArbitraryChoice.Limit, read.Clause(limit.Span), read, text.DisplayOf(statement.Reads[0].Name), read);
    }

    private static ArbitraryRows? Numbered(Stage stage, DataOperation read)
    {
        if (read is not { Statement: { RowNumbers.IsEmpty: false } statement, Text: { } text } || SourceOf(statement) is not { IsTemporary: false } source)
            return null;
        foreach (var number in statement.RowNumbers)
        {
            if (!number.IsCompared && !statement.Predicates.Any(predicate => predicate is { OperandKind: SqlOperandKind.Literal } && string.Equals(predicate.Column.Last, number.Alias, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (number.OrderedBy is { IsEmpty: true })
                return new ArbitraryRows(ArbitraryChoice.Unordered, read.Clause(number.Span), read, text.DisplayOf(source), read);
            if (number.OrderedBy is [var moment] && NameWords.Any(moment.Last, MomentWords))
                return new ArbitraryRows(ArbitraryChoice.Ties, read.Clause(number.Span), read, text.DisplayOf(source), read) { Moment = moment.Last };
        }

        return null;
    }

    private static ArbitraryRows? Taken(Stage stage, DataOperation read) =>
        read is { Action: DataAction.Read, Statement: null, Dataset: { Kind: DatasetKind.Table } table } && read.Call["from"] is { } query && QueryChains.UnorderedTake(query, stage.Context.Values) is { } taken
            ? new ArbitraryRows(ArbitraryChoice.Query, taken, read, table.Name, read)
            : null;

    // One row by its key, or the row of a table that has one.
    private static bool IsLookup(SqlStatement statement, SqlRowLimit limit) =>
        limit.Count == 1 && (statement.HasWhere != true || statement.Predicates.Any(predicate => predicate.Operator is "="));

    // A subquery that is ordered may be what the limit cuts off.
    private static bool OrdersInside(SqlStatement statement, HostText text) =>
        text.Text.Slice(statement.Span).Split([' ', '\t', '\r', '\n', '('], StringSplitOptions.RemoveEmptyEntries).Contains("ORDER", StringComparer.OrdinalIgnoreCase);

    // A DELETE reads what it deletes from.
    private static SqlName? SourceOf(SqlStatement statement) => statement.Reads is [var read, ..] ? read.Name : statement.Target;

    // It locks what it takes, changes or removes it afterwards, or saves what it changed.
    private static bool Drains(this Stage stage, DataOperation read) =>
        read.Statement is { Hints: var hints } && hints.Any(hint => Array.IndexOf(ClaimHints, hint) >= 0)
        || read.Action == DataAction.Read && stage.Run.MayFollow(read, later => stage.Claims(later, read));

    private static bool Claims(this Stage stage, DataOperation later, DataOperation read) => later switch
    {
        { Action: DataAction.Update or DataAction.Delete } => later.Dataset is null || later.Dataset.Matches(read.Dataset),
        { Action: DataAction.Save, Handle: { } context } => read.Call["from"] is { } query && stage.Context.Values.Reaches(query, part => SymbolEqualityComparer.Default.Equals(stage.Context.Values.HolderOf(query.At(part)), context)),
        { Statement.Kind: SqlStatementKind.Call } => true,
        _ => false,
    };
}
