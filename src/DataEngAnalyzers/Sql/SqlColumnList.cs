using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>The parenthesised columns and constraints of CREATE TABLE.</summary>
internal sealed class SqlColumnList
{
    public static readonly SqlColumnList Empty = new();

    public ImmutableArray<SqlColumnDefinition> Columns { get; private init; } = ImmutableArray<SqlColumnDefinition>.Empty;

    public ImmutableArray<SqlName> PrimaryKey { get; private init; } = ImmutableArray<SqlName>.Empty;

    public ImmutableArray<ImmutableArray<SqlName>> UniqueKeys { get; private init; } = ImmutableArray<ImmutableArray<SqlName>>.Empty;

    /// <summary>A hole or another table's columns are among them.</summary>
    public bool IsPartial { get; private init; }

    public static SqlColumnList Read(SqlTokens tokens, int open, int close)
    {
        var columns = ImmutableArray.CreateBuilder<SqlColumnDefinition>();
        var uniqueKeys = ImmutableArray.CreateBuilder<ImmutableArray<SqlName>>();
        var primaryKey = ImmutableArray<SqlName>.Empty;
        var isPartial = false;

        for (var from = open + 1; from < close;)
        {
            var to = EndOfItem(tokens, from, close);
            var key = SqlKeyDefinition.Read(tokens, from, to);
            if (key is { IsPrimary: true })
                primaryKey = key.Columns;
            else if (key is { Columns.IsEmpty: false })
                uniqueKeys.Add(key.Columns);
            else if (key is null && !SqlKeyDefinition.IsConstraint(tokens, from))
                isPartial |= !AddColumn(tokens, from, to);

            from = to + 1;
        }

        // Only SQLite leaves a key nullable.
        for (var i = 0; i < columns.Count && tokens.Dialect is not SqlDialect.Sqlite; i++)
        {
            if (Contains(primaryKey, columns[i].Name))
                columns[i] = columns[i] with { IsNullable = false };
        }

        return new SqlColumnList { Columns = columns.ToImmutable(), PrimaryKey = primaryKey, UniqueKeys = uniqueKeys.ToImmutable(), IsPartial = isPartial };

        bool AddColumn(SqlTokens tokens, int from, int to)
        {
            if (tokens.Is(from, SqlTokenKind.Hole) || tokens.Spells(from, "LIKE") || SqlColumnReader.Read(tokens, from, to) is not { } column)
                return false;

            columns.Add(column.Definition);
            if (column.IsPrimaryKey)
                primaryKey = ImmutableArray.Create(column.Definition.Name);
            else if (column.IsUnique)
                uniqueKeys.Add(ImmutableArray.Create(column.Definition.Name));
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
