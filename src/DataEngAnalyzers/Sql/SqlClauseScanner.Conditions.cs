namespace DataEngAnalyzers.Sql;

/// <summary>Comparisons and assignments.</summary>
internal sealed partial class SqlClauseScanner
{
    private void TryReadComparison(int at)
    {
        if (!SqlComparisons.TryRead(_tokens, at, _from, _frame.Close, out var comparison))
            return;

        if (comparison.Operand.ParameterAt is not SqlOperand.NoParameter && comparison.Operand.Kind is SqlOperandKind.Parameter)
            _builder.Bindings[comparison.Operand.ParameterAt] = comparison.Column.Last;

        _builder.Predicates.Add(new SqlPredicate
        {
            Column = comparison.Column,
            Operator = comparison.Operator,
            OperandKind = comparison.Operand.Kind,
            OperandColumn = comparison.OperandColumn,
            Span = comparison.Span,
            OperandSpan = comparison.OperandSpan,
            ParameterName = comparison.Operand.ParameterAt is SqlOperand.NoParameter ? null : SqlStatementBuilder.NameOf(_tokens.Text(comparison.Operand.ParameterAt)),
            Clause = _frame.Clause,
            InSubquery = _frame.IsNested,
            IsColumnWrapped = comparison.IsColumnWrapped,
        });
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
        if (operand.Kind is SqlOperandKind.Parameter)
            _builder.Bindings[operand.ParameterAt] = _assigned.Last;
        _builder.Assignments.Add(new SqlAssignment(_assigned, _tokens.Span(_valueFrom, at), operand.Kind));
        _assigned = null;
    }
}
