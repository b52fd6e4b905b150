using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Comparisons and assignments.</summary>
internal sealed partial class SqlClauseScanner
{
    private void TryReadComparison(int at)
    {
        if (TryReadTuple(at) || !SqlComparisons.TryRead(_tokens, at, _from, _frame.Close, out var comparison))
            return;

        AddPredicate(comparison);
    }

    // (a, b) = (x, y) compares in pairs.
    private bool TryReadTuple(int at)
    {
        var right = at + 1;
        if (!_tokens.IsOperator(at, "=") || !_tokens.Is(at - 1, SqlTokenKind.CloseParen) || !_tokens.Is(right, SqlTokenKind.OpenParen))
            return false;

        var left = _tokens.Partner(at - 1);
        var isCall = _tokens.Is(left - 1, SqlTokenKind.Word) && !SqlKeywords.IsReserved(_tokens[left - 1].Keyword);
        var close = Math.Min(_tokens.Partner(right), _frame.Close);
        var from = left + 1;
        var other = right + 1;
        if (isCall || SqlColumnList.EndOfItem(_tokens, from, at - 1) == at - 1)
            return false;

        for (; from < at - 1 && other < close; from++, other++)
        {
            var to = SqlColumnList.EndOfItem(_tokens, from, at - 1);
            var otherTo = SqlColumnList.EndOfItem(_tokens, other, close);
            if (SqlOperands.IsName(_tokens, from, to))
            {
                var operand = SqlOperands.Classify(_tokens, other, otherTo);
                var otherColumn = operand.Kind is SqlOperandKind.Column ? SqlNames.ReadAt(_tokens, other, otherTo) : null;
                AddPredicate(new SqlComparison(SqlNames.ReadAt(_tokens, from, to)!, false, "=", operand, otherColumn, other, otherTo, _tokens.Span(left, close + 1)));
            }

            (from, other) = (to, otherTo);
        }

        return true;
    }

    private void AddPredicate(SqlComparison comparison)
    {
        if (comparison.Operand.Kind is SqlOperandKind.Parameter)
            BindParameters(comparison);

        _builder.Predicates.Add(new SqlPredicate
        {
            Column = comparison.Column,
            Operator = comparison.Operator,
            OperandKind = comparison.Operand.Kind,
            OperandColumn = comparison.OperandColumn,
            Span = comparison.Span,
            OperandSpan = _tokens.Span(comparison.OperandFrom, comparison.OperandTo),
            ParameterName = comparison.Operand.ParameterAt is SqlOperand.NoParameter ? null : SqlStatementBuilder.NameOf(_tokens.Text(comparison.Operand.ParameterAt)),
            Clause = _frame.Clause,
            InSubquery = _frame.IsNested,
            IsColumnWrapped = comparison.IsColumnWrapped,
        });
    }

    private void BindParameters(SqlComparison comparison)
    {
        for (var i = comparison.OperandFrom; i < comparison.OperandTo; i++)
        {
            if (_tokens.Is(i, SqlTokenKind.Parameter))
                _builder.Bindings[i] = comparison.Column.Last;
        }
    }

    // column = value, in SET.
    private int PassAssignment(int at)
    {
        _frame.StartsItem = false;
        var next = at;
        var column = SqlNames.Read(_tokens, ref next, _frame.Close);
        while (_tokens.IsOperator(next, "[") && next < _frame.Close)
            next = PassSubscript(next);
        if (column is null || !IsRoot || !IsAssignment(next))
            return at + 1;

        // T-SQL assigns variables here too, also together with a column: @next = value = value + 1.
        if (_tokens.Is(at, SqlTokenKind.Parameter))
        {
            var further = next + 1;
            _frame.StartsItem = SqlNames.Read(_tokens, ref further, _frame.Close) is not null && IsAssignment(further);
            return next + 1;
        }

        _assigned = column;
        _valueFrom = next + 1;
        return next + 1;
    }

    // =, :=, and T-SQL's += and its like.
    private bool IsAssignment(int at) =>
        _tokens.IsOperator(at, "=")
        || (_tokens.Is(at, SqlTokenKind.Operator) && _tokens[at].Length == 2 && _tokens.Source.Text[_tokens[at].End - 1] is '='
            && _tokens.Source.Text[_tokens[at].Start] is ':' or '+' or '-' or '*' or '/' or '%' or '&' or '^' or '|');

    private void EndAssignment(int at)
    {
        if (_assigned is null || !IsRoot)
            return;

        AddAssignment(_assigned, _valueFrom, at);
        _assigned = null;
    }

    private void AddAssignment(SqlName column, int from, int to)
    {
        var operand = SqlOperands.Classify(_tokens, from, to);
        if (operand is { Kind: SqlOperandKind.Parameter, ParameterAt: not SqlOperand.NoParameter })
            _builder.Bindings[operand.ParameterAt] = column.Last;
        _builder.Assignments.Add(new SqlAssignment(column, _tokens.Span(from, to), operand.Kind));
    }

    // (a, b) = (x, y), or = (SELECT …), where the query is the value of each.
    private int PassTupleAssignment(int open)
    {
        var columns = SqlNames.ReadList(_tokens, open);
        var from = _tokens.Partner(open) + 2;
        var row = _tokens.Is(from, SqlKeyword.Row) ? from + 1 : from;
        var isQuery = !_tokens.Is(row, SqlTokenKind.OpenParen) || _tokens[_tokens.Innermost(row)].Keyword is SqlKeyword.Select or SqlKeyword.With;
        var at = row + 1;
        foreach (var column in columns)
        {
            var to = isQuery ? _tokens.Next(row) : SqlColumnList.EndOfItem(_tokens, at, _tokens.Partner(row));
            AddAssignment(column, isQuery ? row : at, Math.Min(to, _frame.Close));
            at = to + 1;
        }

        _frame.StartsItem = false;
        return row;
    }

    private int PassSubscript(int open)
    {
        var at = open + 1;
        while (at < _frame.Close && !_tokens.IsOperator(at, "]"))
            at = _tokens.Next(at);
        return at + 1;
    }
}
