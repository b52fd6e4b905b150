namespace DataEngAnalyzers.Sql;

/// <summary>Comparisons and assignments.</summary>
internal sealed partial class SqlClauseScanner
{
    private void TryReadComparison(int at)
    {
        if (!SqlComparisons.TryRead(_tokens, at, _from, _frame.Close, out var comparison))
            return;

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
        if (column is null || !IsRoot || !(_tokens.IsOperator(next, "=") || _tokens.IsOperator(next, ":=")))
            return at + 1;

        // T-SQL assigns variables here too.
        if (_tokens.Is(at, SqlTokenKind.Parameter))
            return next + 1;

        _assigned = column;
        _valueFrom = next + 1;
        return next + 1;
    }

    private void EndAssignment(int at)
    {
        if (_assigned is null || !IsRoot)
            return;

        var operand = SqlOperands.Classify(_tokens, _valueFrom, at);
        if (operand is { Kind: SqlOperandKind.Parameter, ParameterAt: not SqlOperand.NoParameter })
            _builder.Bindings[operand.ParameterAt] = _assigned.Last;
        _builder.Assignments.Add(new SqlAssignment(_assigned, _tokens.Span(_valueFrom, at), operand.Kind));
        _assigned = null;
    }
}
