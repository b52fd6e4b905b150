using System;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>What holds for any text: it is read, lineage too, spans lie inside of it, and an upsert written for it edits only inside of it.</summary>
internal static class FuzzCheck
{
    private static readonly SqlDialect[] Dialects = Enum.GetValues<SqlDialect>();

    /// <summary>What is wrong with the reading; <see langword="null"/> when nothing is.</summary>
    public static string? FaultOf(string sql, SqlDialect dialect)
    {
        try
        {
            return FaultIn(SqlReading.Script(sql, dialect));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static string? FaultIn(SqlScript script)
    {
        var all = new SqlSpan(0, script.Source.Text.Length);
        foreach (var statement in script.Statements.Concat(script.Statements.SelectMany(s => s.Body)))
        {
            var fault = FaultInSpans(statement, all)
                ?? FaultInSpans(script.LineageOf(statement, Known), all)
                ?? Dialects.Select(dialect => FaultInUpsert(script, statement, dialect, all)).FirstOrDefault(f => f is not null);
            if (fault is not null)
                return fault;
        }

        return null;
    }

    // Every other table is known.
    private static ImmutableArray<string>? Known(SqlName table) => table.Last.Length % 2 == 0 ? ["a", "b", "id"] : null;

    private static string? FaultInSpans(object said, SqlSpan all) => SpanWalk.Of(said)
        .Where(found => found.Span.Length < 0 || !all.Contains(found.Span))
        .Select(found => $"{found.Path}: {found.Span} is outside of the text")
        .FirstOrDefault();

    private static string? FaultInUpsert(SqlScript script, SqlStatement statement, SqlDialect dialect, SqlSpan all)
    {
        ImmutableArray<string> keys = [.. statement.Columns.Take(2).Select(column => column.Last)];
        if (SqlUpsertWriter.Write(script, statement, dialect, keys) is not { } edits)
            return null;

        var end = 0;
        foreach (var (span, _) in edits)
        {
            if (span.Length < 0 || span.Start < end || !all.Contains(span))
                return $"an upsert for {dialect} edits {span}, outside of the text or before {end}";
            end = span.End;
        }

        return null;
    }
}
