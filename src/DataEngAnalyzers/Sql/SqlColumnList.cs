using System;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql;

/// <summary>The parenthesised columns and constraints of CREATE TABLE.</summary>
internal sealed class SqlColumnList
{
    public static readonly SqlColumnList Empty = new();

    public ImmutableArray<SqlColumnDefinition> Columns { get; private init; } = ImmutableArray<SqlColumnDefinition>.Empty;

    public ImmutableArray<SqlKeyDefinition> Keys { get; private init; } = ImmutableArray<SqlKeyDefinition>.Empty;

    /// <summary>A hole or another table's columns are among them.</summary>
    public bool IsPartial { get; private init; }

    public static SqlColumnList Read(SqlTokens tokens, int open, int close)
    {
        var columns = ImmutableArray.CreateBuilder<SqlColumnDefinition>();
        var keys = ImmutableArray.CreateBuilder<SqlKeyDefinition>();
        var isPartial = false;

        for (var from = open + 1; from < close;)
        {
            var to = EndOfItem(tokens, from, close);
            var key = SqlKeyDefinition.Read(tokens, from, to);
            if (key is not null)
                keys.Add(key);
            else if (!SqlKeyDefinition.IsConstraint(tokens, from))
                isPartial |= !AddColumn(tokens, from, to);

            from = to + 1;
        }

        // Only SQLite leaves a key nullable.
        for (var i = 0; i < columns.Count && tokens.Dialect is not SqlDialect.Sqlite; i++)
        {
            if (keys.Any(key => key.IsPrimary && Contains(key.Columns, columns[i].Name)))
                columns[i] = columns[i] with { IsNullable = false };
        }

        return new SqlColumnList { Columns = columns.ToImmutable(), Keys = keys.ToImmutable(), IsPartial = isPartial };

        bool AddColumn(SqlTokens tokens, int from, int to)
        {
            if (tokens.Is(from, SqlTokenKind.Hole) || tokens.Spells(from, "LIKE") || SqlColumnReader.Read(tokens, from, to) is not { } column)
                return false;

            columns.Add(column.Definition);
            if (column.IsPrimaryKey || column.IsUnique)
                keys.Add(new SqlKeyDefinition(column.IsPrimaryKey, ImmutableArray.Create(column.Definition.Name)));
            return true;
        }
    }

    private static bool Contains(ImmutableArray<SqlName> key, SqlName column)
    {
        foreach (var name in key)
        {
            if (SqlWords.Same(name.Last, column.Last))
                return true;
        }

        return false;
    }

    /// <summary>The comma behind an item, or <paramref name="end"/>.</summary>
    public static int EndOfItem(SqlTokens tokens, int from, int end)
    {
        while (from < end && !tokens.Is(from, SqlTokenKind.Comma))
            from = OpensTypeParameters(tokens, from) ? EndOfTypeParameters(tokens, from, end) : tokens.Next(from);
        return Math.Min(from, end);
    }

    // STRUCT<a INT64, b ARRAY<STRING>>
    private static bool OpensTypeParameters(SqlTokens tokens, int at) =>
        tokens.IsOperator(at, "<") && (tokens.Spells(at - 1, "STRUCT") || tokens.Spells(at - 1, "ARRAY") || tokens.Spells(at - 1, "MAP"));

    private static int EndOfTypeParameters(SqlTokens tokens, int at, int end)
    {
        for (var depth = 0; at < end; at = tokens.Next(at))
        {
            depth += tokens.IsOperator(at, "<") ? 1 : tokens.IsOperator(at, ">") ? -1 : tokens.IsOperator(at, ">>") ? -2 : 0;
            if (depth <= 0)
                return at + 1;
        }

        return end;
    }
}
