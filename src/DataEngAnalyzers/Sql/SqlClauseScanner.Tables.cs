using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Tables that are read, and the common tables that only look like them.</summary>
internal sealed partial class SqlClauseScanner
{
    private string? _commonTable;

    private Dictionary<string, bool> CommonTables => _commonTables ??= new(StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, SqlName?> Bases => _bases ??= new(StringComparer.OrdinalIgnoreCase);

    private int PassCommonTableName(int at)
    {
        if (_tokens[at].Keyword is SqlKeyword.Recursive or SqlKeyword.Materialized && !_tokens.Is(at + 1, SqlKeyword.As))
            return at + 1;

        _commonTable = SqlNames.Unquote(_tokens.Text(at));

        // A recursive query reads its own name, which adds no columns.
        CommonTables[_commonTable] = false;
        return at + 1;
    }

    private int PassTable(int at)
    {
        // TABLE (f(x)) is an expression that gives rows.
        if (_tokens.Is(at, SqlKeyword.Table) && _tokens.Is(at + 1, SqlTokenKind.OpenParen))
        {
            _frame.ExpectsTable = false;
            NoteDerived(SqlAliases.ReadAt(_tokens, _tokens.Partner(at + 1) + 1, _frame.Close), isOpen: false, table: null);
            return at + 1;
        }

        _frame.IsPivot |= _tokens[at].Keyword is SqlKeyword.Pivot or SqlKeyword.Unpivot;
        if (_tokens[at].Keyword is SqlKeyword.Lateral or SqlKeyword.Only or SqlKeyword.Table or SqlKeyword.Pivot or SqlKeyword.Unpivot)
            return at + 1;
        if (_tokens.Spells(at, "ROWS") && _tokens.Is(at + 1, SqlKeyword.From))
            return at + 2;

        _frame.ExpectsTable = false;
        if (_tokens.Is(at, SqlTokenKind.String) && _tokens.Dialect is SqlDialect.DuckDb or SqlDialect.Snowflake or SqlDialect.Unknown)
            return PassFile(at);

        var next = at;
        var name = SqlNames.Read(_tokens, ref next, _frame.Close);
        if (name is null)
            return at + 1;

        // A table variable is no parameter, unlike one whose method makes a table: @xml.nodes('/a').
        if (_tokens.Is(at, SqlTokenKind.Parameter) && (name.Parts.Length == 1 || !_tokens.Is(next, SqlTokenKind.OpenParen)))
            _builder.Parameters.RemoveAt(_builder.Parameters.Count - 1);
        var isStage = _tokens.Dialect is SqlDialect.Snowflake && _tokens.Is(at, SqlTokenKind.Parameter);
        if (isStage && _tokens.Is(next, SqlTokenKind.OpenParen))
            next = _tokens.Partner(next) + 1;
        if (_tokens.Is(next, SqlTokenKind.OpenParen) && !IsHintList(next))
        {
            // The columns of a table function are its own.
            var behind = _tokens.Partner(next) + 1;
            _reads.Add((SqlAliases.ReadAt(_tokens, behind, _frame.Close), IsFileReader(name)));
            _frame.NoteRead(null);
            return next;
        }

        while (next < _frame.Close && SqlAliases.BeginsTableClause(_tokens, next))
            next = _tokens.Partner(next + 1) + 1;
        var alias = SqlAliases.Read(_tokens, ref next, _frame.Close);
        if (_tokens.Is(next, SqlTokenKind.OpenParen) && IsHintList(next))
        {
            SqlHints.AddTableHints(_tokens, next, _builder);
            next = _tokens.Partner(next) + 1;
        }

        if (name.Parts.Length == 1 && _commonTables is not null && _commonTables.TryGetValue(name.Last, out var isOpen))
        {
            TryGetBase(name, out var table);
            NoteDerived(alias ?? name.Last, isOpen, table);
            return next;
        }

        _reads.Add((alias ?? name.Last, true));
        _frame.NoteRead(name);
        AddTable(name, alias);
        return next;
    }

    private void NoteDerived(string? alias, bool isOpen, SqlName? table)
    {
        _reads.Add((alias, isOpen));
        _frame.NoteRead(table);
        if (IsRoot && alias is not null)
            Bases[alias] = table;
    }

    private void AddTable(SqlName name, string? alias) => _builder.Tables.Add(new SqlTableUse(
        name,
        alias,
        _frame.IsLeftJoin,
        _frame.IsAbsenceTest || _frame.IsAntiJoin,
        _frame.IsNested));

    // DuckDB reads a file by its path, Snowflake a bucket by its address.
    private int PassFile(int at)
    {
        var path = SqlNames.Unquote(_tokens.Text(at));
        _reads.Add((SqlAliases.ReadAt(_tokens, at + 1, _frame.Close), true));
        _frame.NoteRead(null);
        AddTable(new SqlName(ImmutableArray.Create(path), _tokens.Span(at, at + 1)) { HasHole = _tokens.HasHole(at) }, null);
        return at + 1;
    }

    private static bool IsFileReader(SqlName function) =>
        function.Last.StartsWith("read_", StringComparison.OrdinalIgnoreCase) || function.Last.EndsWith("_scan", StringComparison.OrdinalIgnoreCase);

    // FROM t (NOLOCK), without WITH.
    private bool IsHintList(int openParen) => SqlHints.IsLockingHint(_tokens, openParen + 1);
}
