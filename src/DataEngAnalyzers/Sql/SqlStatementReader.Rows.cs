using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>The rows of an INSERT and what it does with those that are there already.</summary>
internal sealed partial class SqlStatementReader
{
    // Behind the rows, where a conflict clause may stand.
    private int _rowsEnd;

    private void ReadValues()
    {
        var from = _at++;
        var rows = 0;
        var areLiterals = true;
        var hasHole = false;
        var firstRow = ImmutableArray<SqlSpan>.Empty;
        while (_at < _end)
        {
            Skip(SqlKeyword.Row);
            if (Current.Kind is SqlTokenKind.OpenParen)
            {
                var row = ReadRow(_at, bind: rows == 0, ref areLiterals);
                firstRow = rows == 0 ? row : firstRow;
                rows++;
            }
            else if (Current.Kind is SqlTokenKind.Hole)
            {
                hasHole = true;
            }
            else
            {
                break;
            }

            _at = Math.Min(_tokens.Next(_at), _end);
            if (Current.Kind is not SqlTokenKind.Comma)
                break;
            _at++;
        }

        _scanner.Scan(from, _at, SqlZone.None);
        _facts.Values = new SqlValues
        {
            Span = _tokens.Span(from, _at),
            RowCount = hasHole ? null : rows,
            AreLiterals = areLiterals && rows > 0 && !hasHole,
            FirstRow = firstRow,
        };

        // MySQL names the new row, and its columns: VALUES ( … ) AS new (a, b).
        if (Current.Keyword is SqlKeyword.As && ReadAlias() is not null && Current.Kind is SqlTokenKind.OpenParen)
            _at = _tokens.Next(_at);
    }

    private ImmutableArray<SqlSpan> ReadRow(int open, bool bind, ref bool areLiterals)
    {
        var values = ImmutableArray.CreateBuilder<SqlSpan>();
        var close = Math.Min(_tokens.Partner(open), _end);
        var from = open + 1;
        for (var at = from; at <= close; at = at < close ? Math.Min(_tokens.Next(at), close) : at + 1)
        {
            if (at < close && !_tokens.Is(at, SqlTokenKind.Comma))
                continue;

            if (at > from)
            {
                var operand = SqlOperands.Classify(_tokens, from, at);
                areLiterals &= operand.Kind is SqlOperandKind.Literal;
                if (bind)
                    Bind(values.Count, operand);
                values.Add(_tokens.Span(from, at));
            }

            from = at + 1;
        }

        return values.ToImmutable();
    }

    private void Bind(int column, SqlOperand operand)
    {
        if (operand is { Kind: SqlOperandKind.Parameter, ParameterAt: not SqlOperand.NoParameter } && column < _facts.Columns.Length && !_facts.Columns[column].HasHole)
            _facts.Bindings[operand.ParameterAt] = _facts.Columns[column].Last;
    }

    private bool BeginsConflict() =>
        Current.Keyword is SqlKeyword.Returning
        || _tokens.Is(_at, SqlKeyword.On, SqlKeyword.Duplicate)
        || (_tokens.Is(_at, SqlKeyword.On, SqlKeyword.Conflict)
            && (_tokens.Is(_at + 2, SqlTokenKind.OpenParen) || _tokens[_at + 2].Keyword is SqlKeyword.Do or SqlKeyword.On));

    private void ReadConflict()
    {
        _rowsEnd = Math.Min(_at, _end);
        if (Current.Kind is SqlTokenKind.Hole)
            _facts.HasClauseHole = true;

        // SQLite takes several ON CONFLICT clauses.
        while (Current.Keyword is SqlKeyword.On)
        {
            var from = _at;
            if (_tokens.Is(_at + 1, SqlKeyword.Conflict))
                ReadOnConflict(from);
            else if (_tokens.Is(_at + 1, SqlKeyword.Duplicate))
                ReadOnDuplicateKey(from);
            else
                break;
        }

        _scanner.Scan(Math.Min(_at, _end), _end, SqlZone.Tail);
    }

    private void ReadOnConflict(int from)
    {
        _at += 2;
        var keys = ImmutableArray<SqlName>.Empty;
        string? constraint = null;
        if (Current.Kind is SqlTokenKind.OpenParen)
        {
            keys = SqlNames.ReadList(_tokens, _at);
            _at = _tokens.Next(_at);
        }
        else if (Skip(SqlKeyword.On) && Skip(SqlKeyword.Constraint))
        {
            constraint = ReadName()?.Last;
        }

        var condition = _at;
        while (_at < _end && !(_tokens.Is(_at, SqlKeyword.Do) && _tokens[_at + 1].Keyword is SqlKeyword.Update or SqlKeyword.Nothing))
            _at = Math.Min(_tokens.Next(_at), _end);
        _scanner.Scan(condition, _at, SqlZone.Tail);

        if (_at >= _end)
        {
            _facts.WriteMode = SqlWriteMode.Unknown;
            return;
        }

        var doesNothing = _tokens.Is(_at + 1, SqlKeyword.Nothing);
        _at += 2;
        if (!doesNothing)
            ReadConflictAssignments();
        _facts.WriteMode = doesNothing ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Upsert;
        SetConflict(from, keys, constraint);
    }

    private void ReadOnDuplicateKey(int from)
    {
        _at += 2;
        Skip(SqlKeyword.Key);
        Skip(SqlKeyword.Update);
        ReadConflictAssignments();
        _facts.WriteMode = SqlWriteMode.Upsert;
        SetConflict(from, ImmutableArray<SqlName>.Empty, null);
    }

    private void ReadConflictAssignments()
    {
        var from = _at;
        while (_at < _end && !BeginsConflict())
            _at = Math.Min(_tokens.Next(_at), _end);
        _scanner.Scan(from, _at, SqlZone.Set);
    }

    private void SetConflict(int from, ImmutableArray<SqlName> keys, string? constraint) => _facts.Conflict = new SqlConflict
    {
        KeyColumns = keys,
        UpdateColumns = AssignedColumns(),
        Constraint = constraint,
        Span = _tokens.Span(from, _at),
    };

    private ImmutableArray<SqlName> AssignedColumns()
    {
        var columns = ImmutableArray.CreateBuilder<SqlName>(_facts.Assignments.Count);
        foreach (var assignment in _facts.Assignments)
            columns.Add(assignment.Column);
        return columns.MoveToImmutable();
    }
}
