using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A replacement of a stretch of <see cref="SqlText.Text"/>.</summary>
internal readonly record struct SqlEdit(SqlSpan Span, string Replacement);

/// <summary>Rewrites a plain INSERT into a write that a rerun does not repeat.</summary>
internal static class SqlUpsertWriter
{
    /// <summary>Edits in order of position, not overlapping; <see langword="null"/> when the rewrite is not provably the same write.</summary>
    public static ImmutableArray<SqlEdit>? Write(SqlScript script, SqlStatement insert, SqlDialect dialect, ImmutableArray<string> keyColumns) => null;
}
