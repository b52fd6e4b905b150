using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>UPDATE, DELETE, TRUNCATE and MERGE.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadUpdate()
    {
        // UPDATE STATISTICS t, where the table is not called so itself.
        if (_tokens.Spells(_at + 1, "STATISTICS") && _tokens[_at + 2].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && _tokens[_at + 2].Keyword is not (SqlKeyword.Set or SqlKeyword.As))
        {
            _facts.Kind = SqlStatementKind.Other;
            return;
        }

        _facts.Kind = SqlStatementKind.Update;
        _at++;
        SkipTop();
        while (Current.Keyword is SqlKeyword.Low_Priority or SqlKeyword.Ignore or SqlKeyword.Only or SqlKeyword.Or or SqlKeyword.Replace or SqlKeyword.Abort or SqlKeyword.Rollback)
            _at++;
        ReadChangedRows(SqlWriteMode.Update);
    }

    private void ReadDelete()
    {
        _facts.Kind = SqlStatementKind.Delete;
        _at++;
        SkipTop();
        while (Current.Keyword is SqlKeyword.Low_Priority or SqlKeyword.Ignore or SqlKeyword.From or SqlKeyword.Only || IsQuick())
            _at++;
        _scanner.UsingNamesTable = true;
        ReadChangedRows(SqlWriteMode.Delete);
    }

    // MySQL: DELETE QUICK FROM t.
    private bool IsQuick() => _tokens.Spells(_at, "QUICK") && _tokens[_at + 1].Keyword is SqlKeyword.From or SqlKeyword.Ignore;

    private void ReadChangedRows(SqlWriteMode mode)
    {
        if (ReadName() is not { } target)
        {
            _facts.WriteMode = mode;
            _scanner.Scan(_at, _end, SqlZone.From);
            return;
        }

        SkipStar();
        var alias = ReadAlias();
        var others = ReadOtherTargets(mode);
        SkipTableHints();
        _scanner.Scan(_at, _end, SqlZone.From);
        foreach (var other in others)
            AddTarget(other);
        _facts.WriteMode = mode;
        if (ResolveDerived(target) is { } table)
            SetTarget(ResolveTarget(table, alias, _facts.Tables), mode);
        foreach (var read in _facts.Tables)
            _facts.HasJoinOrFrom |= !read.IsNested;
        MoveAssignments(target, alias);
    }

    // T-SQL and MySQL may name the target by its alias in FROM; there the target is not read a second time.
    private static SqlName ResolveTarget(SqlName target, string? alias, List<SqlTableUse> tables)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            var isAlias = target.Parts.Length == 1 && table.Alias is not null && SqlWords.Same(table.Alias, target.Last);
            var isTarget = !table.IsNested && alias is null && (isAlias || (table.Alias is null && table.Name.Matches(target)));
            if (!isTarget)
                continue;

            tables.RemoveAt(i);
            return table.Name;
        }

        return target;
    }

    // T-SQL changes a table through a common or derived table of its rows; which one that is stays unknown when there are several.
    private SqlName? ResolveDerived(SqlName target)
    {
        if (_tokens.Dialect is not (SqlDialect.TSql or SqlDialect.Unknown) || !_scanner.TryGetBase(target, out var table))
            return target;

        _facts.Tables.RemoveAll(use => ReferenceEquals(use.Name, table));
        return table;
    }

    private void ReadTruncate(ImmutableArray<SqlStatement>.Builder statements)
    {
        var from = _at++;
        Skip(SqlKeyword.Table);
        SkipIfExists();
        Skip(SqlKeyword.Only);
        _facts.Kind = SqlStatementKind.Truncate;
        _facts.WriteMode = SqlWriteMode.Truncate;
        while (ReadName() is { } table)
        {
            SetTarget(table, SqlWriteMode.Truncate);
            if (Current.Kind is not SqlTokenKind.Comma)
                break;

            _at++;
            statements.Add(_facts.Build(_tokens, from, _end));
        }
    }

    private void ReadMerge()
    {
        _facts.Kind = SqlStatementKind.Merge;
        _facts.WriteMode = SqlWriteMode.Merge;
        _at++;
        SkipTop();
        Skip(SqlKeyword.Into);
        Skip(SqlKeyword.Only);
        var target = ReadName();
        if (target is not null && ResolveDerived(target) is { } table)
            SetTarget(table, SqlWriteMode.Merge);
        SkipTableHints();
        var alias = ReadAlias();
        SkipTableHints();

        _scanner.UsingNamesTable = true;
        var from = _at;
        _at = NextWhen(_at);
        _scanner.Scan(from, _at, SqlZone.None);
        var keys = target is null ? ImmutableArray<SqlName>.Empty : KeysOf(target, alias);
        keys = keys.IsEmpty ? _scanner.UsingColumns : keys;

        var branches = _at;
        while (_at < _end)
        {
            var next = NextWhen(_at + 1);
            ReadMergeBranch(next);
            _at = next;
        }

        _facts.Conflict = new SqlConflict { KeyColumns = keys, UpdateColumns = AssignedColumns(), Span = _tokens.Span(branches, _end) };
        _facts.HasJoinOrFrom = false;
    }

    // The WHEN of a branch, not that of a CASE.
    private int NextWhen(int at) => _tokens.FindOutsideCase(at, _end, SqlKeyword.When);

    private void ReadMergeBranch(int end)
    {
        var then = _at;
        while (then < end && !_tokens.Is(then, SqlKeyword.Then))
            then = Math.Min(_tokens.Next(then), end);
        _scanner.Scan(_at, then, SqlZone.Condition, SqlClause.When);

        _at = then + 1;
        if (_at >= end)
            return;

        if (_tokens.Is(_at, SqlKeyword.Insert))
        {
            _at++;
            ReadInsertColumns();
            if (_tokens.Is(_at, SqlKeyword.Values) && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            {
                var areLiterals = true;
                ReadRow(_at + 1, bind: true, ref areLiterals);
            }
        }

        _scanner.Scan(Math.Min(_at, end), end, SqlZone.None);
    }

    // The columns of the target that ON compares for equality.
    private ImmutableArray<SqlName> KeysOf(SqlName target, string? alias)
    {
        var keys = ImmutableArray.CreateBuilder<SqlName>();
        foreach (var predicate in _facts.Predicates)
        {
            if (predicate.Clause is not SqlClause.On || predicate.InSubquery || predicate.Operator is not "=")
                continue;
            var key = Belongs(predicate.Column, target, alias) ? predicate.Column : predicate.OperandColumn;
            if (key is not null && Belongs(key, target, alias) && !ContainsColumn(keys, key))
                keys.Add(key);
        }

        return keys.ToImmutable();
    }

    private static bool ContainsColumn(ImmutableArray<SqlName>.Builder columns, SqlName column)
    {
        foreach (var other in columns)
        {
            if (SqlWords.Same(other.Last, column.Last))
                return true;
        }

        return false;
    }

    private static bool Belongs(SqlName column, SqlName target, string? alias) =>
        column.Parts.Length > 1 && SqlWords.Same(column.Parts[column.Parts.Length - 2], alias ?? target.Last);
}
