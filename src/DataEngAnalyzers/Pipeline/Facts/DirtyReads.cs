using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A read of rows that nobody has committed yet, which land somewhere.</summary>
/// <param name="Where">What lets it read them: the hint, the statement or the isolation level.</param>
/// <param name="Read">The operation that reads.</param>
/// <param name="Source">The table.</param>
/// <param name="Write">The operation that lands them.</param>
internal sealed record DirtyRead(Location Where, DataOperation Read, string Source, DataOperation Write);

/// <summary>Finds reads of uncommitted rows that feed a write. PostgreSQL and SQLite read none, whatever they are told.</summary>
internal static class DirtyReads
{
    private const string Uncommitted = "ReadUncommitted";

    public static IEnumerable<DirtyRead> DirtyReadsThatLand(this Stage stage)
    {
        foreach (var read in stage.Operations)
        {
            if (read is not { Statement: { Reads: [{ Name.IsTemporary: false } table, ..] } statement, Text: { } text } || read.Around.InHandler || read.Dialect is SqlDialect.PostgreSql or SqlDialect.Sqlite or SqlDialect.DuckDb)
                continue;
            if (PlaceOf(stage, read, statement) is { } where && WriteOf(stage, read) is { } write)
                yield return new DirtyRead(where, read, text.DisplayOf(table.Name), write);
        }
    }

    private static DataOperation? WriteOf(Stage stage, DataOperation read) => read.Action switch
    {
        DataAction.Write => stage.Moves(read) && read.Dataset is { } target && !target.IsTemporary ? read : null,
        DataAction.Read => stage.LandingOf(read),
        _ => null,
    };

    private static Location? PlaceOf(Stage stage, DataOperation read, SqlStatement statement)
    {
        if (statement.DirtyReads is [var hint, ..])
            return read.Clause(hint.Span);
        if (LevelSetBefore(stage, read) is { } set)
            return set.IsUncommitted ? set.Operation.Clause(set.Operation.Statement!.Span) : null;
        return read.Transaction is { Begin: { } begin } ? LevelOf(begin.Call.Operation)?.GetLocation() : null;
    }

    // SET TRANSACTION ISOLATION LEVEL holds for the connection until the next one.
    private static (DataOperation Operation, bool IsUncommitted)? LevelSetBefore(Stage stage, DataOperation read)
    {
        var last = stage.Before(read).LastOrDefault(earlier => earlier is { Statement.Kind: SqlStatementKind.Set } && Words(earlier).Contains("ISOLATION LEVEL") && SymbolEqualityComparer.Default.Equals(earlier.Handle, read.Handle));
        return last is null ? null : (last, IsUncommitted(last));
    }

    /// <summary>True for the statement that lets a connection read what is not committed.</summary>
    public static bool IsUncommitted(DataOperation set) => Words(set).Contains("READ UNCOMMITTED");

    private static string Words(DataOperation set) => set.Text is { } text
        ? string.Join(" ", text.Text.Slice(set.Statement!.Span).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant()
        : string.Empty;

    /// <summary>The level that a call begins its transaction with, where it lets uncommitted rows be read.</summary>
    public static SyntaxNode? LevelOf(IOperation begin) => begin.Descendants().OfType<IFieldReferenceOperation>()
        .FirstOrDefault(level => level.Field is { Name: Uncommitted, ContainingType: { Name: "IsolationLevel", TypeKind: TypeKind.Enum } })?.Syntax;
}
