using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>INSERT and REPLACE.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadInsert()
    {
        _facts.Kind = SqlStatementKind.Insert;
        var mode = Skip(SqlKeyword.Replace) ? SqlWriteMode.Upsert : SqlWriteMode.Append;
        Skip(SqlKeyword.Insert);
        mode = ReadInsertModifiers(mode);
        if (IsMultiTableInsert())
        {
            ReadMultiTableInsert(mode);
            return;
        }

        if (ReadName() is not { } target)
        {
            _facts.WriteMode = SqlWriteMode.Unknown;
            _facts.HasColumnList = null;
            _scanner.Scan(_at, _end, SqlZone.None);
            return;
        }

        SetTarget(target, mode);
        if (Current.Keyword is SqlKeyword.Partition)
            ReadPartition(_at);
        SkipInsertAlias();
        SkipTableHints();
        ReadInsertColumns();
        ReadReplacedRows();
        var columnsEnd = _at;
        SkipToRows();
        _scanner.Scan(columnsEnd, _at, SqlZone.Tail);
        ReadRows();
        FinishInsert();
    }

    private SqlWriteMode ReadInsertModifiers(SqlWriteMode mode)
    {
        for (; _at < _end; _at++)
        {
            switch (Current.Keyword)
            {
                case SqlKeyword.Ignore:
                    mode = SqlWriteMode.AppendIfAbsent;
                    break;
                case SqlKeyword.Replace when _tokens.Is(_at - 1, SqlKeyword.Or):
                    mode = SqlWriteMode.Upsert;
                    break;
                case SqlKeyword.Overwrite:
                    mode = SqlWriteMode.Overwrite;
                    break;
                case SqlKeyword.Top:
                    SkipTop();
                    _at--;
                    break;
                case SqlKeyword.Or or SqlKeyword.Abort or SqlKeyword.Rollback or SqlKeyword.Low_Priority or SqlKeyword.High_Priority or SqlKeyword.Delayed
                    or SqlKeyword.Into or SqlKeyword.Table:
                    break;
                case SqlKeyword.None when Current.Kind is SqlTokenKind.Hole && _tokens.Is(_at + 1, SqlKeyword.Into):
                    mode = SqlWriteMode.Unknown;
                    break;
                case SqlKeyword.None when _tokens.Is(_at - 1, SqlKeyword.Or) && _tokens.Spells(_at, "FAIL"):
                    break;
                default:
                    return mode;
            }
        }

        return mode;
    }

    // PARTITION (day = '2024-01-01', region): an overwrite leaves the other partitions alone.
    private void ReadPartition(int word)
    {
        _at = word + 1;
        if (Current.Kind is not SqlTokenKind.OpenParen)
            return;

        // MySQL and Oracle name partitions here, not columns.
        if (_tokens.Dialect is not (SqlDialect.MySql or SqlDialect.Oracle))
            _facts.Partition = SqlNames.ReadList(_tokens, _at);
        if (_facts.WriteMode is SqlWriteMode.Overwrite)
            _facts.WriteMode = SqlWriteMode.ReplacePartition;
        _scanner.Scan(_at, Math.Min(_tokens.Next(_at), _end), SqlZone.Tail);
        _at = _tokens.Next(_at);
    }

    // INSERT INTO t REPLACE WHERE day = @day SELECT …: the rows that meet the condition go first.
    private void ReadReplacedRows()
    {
        if (!_tokens.Is(_at, SqlKeyword.Replace, SqlKeyword.Where))
            return;

        var from = _at + 1;
        while (_at < _end && !BeginsRows(_at) && Current.Keyword is not SqlKeyword.Values)
            _at = Math.Min(_tokens.Next(_at), _end);
        _scanner.Scan(from, _at, SqlZone.None);
        _facts.WriteMode = SqlWriteMode.ReplacePartition;
        _facts.Partition = ComparedColumns();
    }

    private ImmutableArray<SqlName> ComparedColumns()
    {
        var columns = ImmutableArray.CreateBuilder<SqlName>();
        foreach (var predicate in _facts.Predicates)
        {
            if (!predicate.InSubquery)
                columns.Add(predicate.Column);
        }

        return columns.ToImmutable();
    }

    private void SkipInsertAlias()
    {
        if (Current.Keyword is SqlKeyword.As || (Current.Kind is SqlTokenKind.Word && Current.Keyword is SqlKeyword.None && _tokens.Is(_at + 1, SqlTokenKind.OpenParen)))
            ReadAlias();
    }

    private void ReadInsertColumns()
    {
        if (Current.Kind is SqlTokenKind.Hole)
        {
            _facts.HasColumnList = null;
            _at++;
            return;
        }

        var isQuery = _tokens[_tokens.Is(_at, SqlTokenKind.OpenParen) ? _tokens.Innermost(_at) : _at].Keyword
            is SqlKeyword.Select or SqlKeyword.With or SqlKeyword.Values;
        if (Current.Kind is not SqlTokenKind.OpenParen || isQuery)
            return;

        _facts.HasColumnList = true;
        _facts.Columns = SqlNames.ReadList(_tokens, _at);
        _at = _tokens.Next(_at);
    }

    // Past OVERRIDING SYSTEM VALUE, BY NAME and OUTPUT.
    private void SkipToRows()
    {
        for (; _at < _end; _at = _tokens.Next(_at))
        {
            switch (Current.Keyword)
            {
                case SqlKeyword.Values or SqlKeyword.Value when !_tokens.Is(_at - 1, SqlKeyword.System):
                case SqlKeyword.Select or SqlKeyword.With or SqlKeyword.Default or SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call or SqlKeyword.Table or SqlKeyword.Set or SqlKeyword.From:
                case SqlKeyword.None when Current.Kind is SqlTokenKind.OpenParen && _tokens[_tokens.Innermost(_at)].Keyword is SqlKeyword.Select or SqlKeyword.With:
                    return;
                case SqlKeyword.By when _tokens.Is(_at + 1, SqlKeyword.Name):
                    _facts.HasColumnList = true;
                    break;
            }
        }
    }

    private void ReadRows()
    {
        switch (Current.Keyword)
        {
            case SqlKeyword.Values or SqlKeyword.Value:
                ReadValues();
                ReadConflict();
                break;
            case SqlKeyword.Set:
                ReadSetRow();
                break;
            case SqlKeyword.Default:
                _at += 2;
                ReadConflict();
                break;
            case SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call:
                _scanner.Scan(_at + 1, _end, SqlZone.Tail);
                break;
            default:
                ReadInsertQuery();
                break;
        }
    }

    private void ReadInsertQuery()
    {
        if (_at >= _end)
        {
            // The rows are in a hole, or the text ends before them.
            _facts.WriteMode = SqlWriteMode.Unknown;
            return;
        }

        var from = _at;
        while (_at < _end && !BeginsConflict())
            _at = _tokens.Next(_at);
        _scanner.Scan(from, Math.Min(_at, _end), SqlZone.None);
        ReadConflict();
    }

    // MySQL: INSERT INTO t SET a = 1.
    private void ReadSetRow()
    {
        var from = _at;
        while (_at < _end && !BeginsConflict())
            _at = _tokens.Next(_at);
        _scanner.Scan(from, Math.Min(_at, _end), SqlZone.None);

        _facts.Columns = AssignedColumns();
        _facts.HasColumnList = true;
        _facts.Assignments.Clear();
        ReadConflict();
    }

    private void FinishInsert()
    {
        if (_facts.WriteMode is SqlWriteMode.Append && TestsAbsence(_facts.Target!))
        {
            _facts.IsGuardedByExistence = true;
            _facts.WriteMode = SqlWriteMode.AppendIfAbsent;
        }

        if (_facts.WriteMode is not SqlWriteMode.Append)
            return;

        if (_facts.HasClauseHole)
        {
            _facts.WriteMode = SqlWriteMode.Unknown;
            return;
        }

        if (_rowsEnd > 0)
            _facts.AppendPoint = new SqlSpan(_tokens[_rowsEnd - 1].End, 0);
    }

    // NOT EXISTS, NOT IN, EXCEPT and LEFT JOIN … IS NULL against the target.
    private bool TestsAbsence(SqlName target)
    {
        foreach (var table in _facts.Tables)
        {
            if (!table.Name.Matches(target))
                continue;
            if (table.IsAbsenceTested || (table.IsLeftJoined && IsTestedForNull(table)))
                return true;
        }

        return false;
    }

    private bool IsTestedForNull(SqlTableUse table)
    {
        var qualifier = table.Alias ?? table.Name.Last;
        foreach (var predicate in _facts.Predicates)
        {
            var parts = predicate.Column.Parts;
            if (predicate.Operator is "is null" && parts.Length > 1 && SqlWords.Same(parts[parts.Length - 2], qualifier))
                return true;
        }

        return false;
    }
}
