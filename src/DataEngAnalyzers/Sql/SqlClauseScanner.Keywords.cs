using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>The words that lead from one clause to the next.</summary>
internal sealed partial class SqlClauseScanner
{
    // Returns where to go on, or the same place when the word is nothing special here.
    private int PassKeyword(int at)
    {
        var keyword = _tokens[at].Keyword;
        switch (keyword)
        {
            case SqlKeyword.Case:
                _frame.OpenCases++;
                return at;
            case SqlKeyword.End when _frame.OpenCases > 0:
                _frame.OpenCases--;
                return at;
            case SqlKeyword.Like or SqlKeyword.Ilike or SqlKeyword.Between or SqlKeyword.In or SqlKeyword.Is when _frame.IsConditional:
                TryReadComparison(at);
                return at;
        }

        if (!_frame.IsQuery)
            return at;

        switch (keyword)
        {
            case SqlKeyword.With:
                return PassWith(at);
            case SqlKeyword.Select:
                EnterZone(at, SqlZone.SelectList);
                _frame.StartsItem = true;
                return at + 1;
            case SqlKeyword.Distinct or SqlKeyword.All when _frame.StartsItem && _frame.Zone is SqlZone.SelectList:
                return _tokens.Is(at + 1, SqlKeyword.On) && _tokens.Is(at + 2, SqlTokenKind.OpenParen) ? _tokens.Partner(at + 2) + 1 : at + 1;
            case SqlKeyword.Top when _frame.StartsItem && _frame.Zone is SqlZone.SelectList:
                return PassTop(at);
            case SqlKeyword.Into:
                return PassInto(at);
            case SqlKeyword.From when !(_tokens.Is(at - 1, SqlKeyword.Distinct) && _frame.IsConditional):
                EnterTables(at);
                return at + 1;
            case SqlKeyword.Table or SqlKeyword.Pivot or SqlKeyword.Unpivot when _frame.Zone is SqlZone.None && BeginsQuery(at):
                EnterTables(at);
                _frame.IsPivot = !_tokens.Is(at, SqlKeyword.Table);
                return at + 1;
            case SqlKeyword.Straight_Join when _frame.StartsItem && _frame.Zone is SqlZone.SelectList:
                return at + 1;
            case SqlKeyword.Join or SqlKeyword.Apply or SqlKeyword.Straight_Join:
                return PassJoin(at);
            case SqlKeyword.On when _frame.IsPivot:
                EnterZone(at, SqlZone.Tail);
                return at + 1;
            case SqlKeyword.On when _frame.Zone is SqlZone.From:
                EnterCondition(at, SqlClause.On);
                return at + 1;
            case SqlKeyword.Using when _frame.Zone is SqlZone.From or SqlZone.None:
                return PassUsing(at);
            case SqlKeyword.Where:
                EnterCondition(at, SqlClause.Where);
                if (IsRoot)
                    _whereFrom = at;
                return at + 1;
            case SqlKeyword.Having:
                EnterCondition(at, SqlClause.Having);
                return at + 1;
            case SqlKeyword.Qualify:
                EnterCondition(at, SqlClause.Qualify);
                return at + 1;
            case SqlKeyword.Set when _frame.Zone is not SqlZone.SelectList:
                EnterZone(at, SqlZone.Set);
                _frame.StartsItem = true;
                return at + 1;
            case SqlKeyword.Group when _tokens.Is(at + 1, SqlKeyword.By):
                EnterZone(at, SqlZone.GroupBy);
                return at + 2;
            case SqlKeyword.Order when _tokens.Is(at + 1, SqlKeyword.By):
                EnterZone(at, SqlZone.OrderBy);
                _builder.HasOrderBy |= IsRoot;
                if (IsRoot)
                    NoteOrder(at + 2);
                return at + 2;
            case SqlKeyword.Limit or SqlKeyword.Fetch:
                EnterZone(at, SqlZone.Tail);
                if (IsRoot)
                    NoteLimit(at);
                return at + 1;
            case SqlKeyword.Offset or SqlKeyword.Returning:
            case SqlKeyword.Output when EndsOperand(at - 1):
                EnterZone(at, SqlZone.Tail);
                _isOutput = true;
                if (IsRoot && keyword is SqlKeyword.Offset)
                    _builder.Offset = _tokens.Span(at, EndOfTailPart(at + 1));
                return at + 1;
            case SqlKeyword.Window or SqlKeyword.Connect or SqlKeyword.Option when EndsOperand(at - 1):
            case SqlKeyword.Values when _frame.Zone is not SqlZone.Set:
                EnterZone(at, SqlZone.Tail);
                return at + 1;
            case SqlKeyword.For:
                return PassFor(at);
            case SqlKeyword.Union or SqlKeyword.Intersect or SqlKeyword.Except or SqlKeyword.Minus when !_tokens.IsOperator(at - 1, "*"):
                PassSetOperation(at, keyword);
                return at + 1;
            default:
                return at;
        }
    }

    // TABLE t is short for SELECT * FROM t; DuckDB begins queries with PIVOT t and UNPIVOT t too.
    private bool BeginsQuery(int at) =>
        at == _from || _tokens.Is(at - 1, SqlTokenKind.OpenParen)
        || _tokens[at - 1].Keyword is SqlKeyword.Union or SqlKeyword.All or SqlKeyword.Distinct or SqlKeyword.Intersect or SqlKeyword.Except;

    private void EnterZone(int at, SqlZone zone)
    {
        EndZone(at);
        _isOutput = false;
        _frame.Zone = zone;
        _frame.ExpectsTable = false;
    }

    private void EnterCondition(int at, SqlClause clause)
    {
        EnterZone(at, SqlZone.Condition);
        _frame.Clause = clause;
    }

    private void EnterTables(int at)
    {
        EnterZone(at, SqlZone.From);
        _frame.ExpectsTable = true;
        _frame.IsLeftJoin = false;
        _frame.IsAntiJoin = false;
    }

    private void EndZone(int at)
    {
        if (!IsRoot)
            return;

        EndAssignment(at);
        if (_whereFrom < 0)
            return;

        _builder.WhereSpan = _tokens.Span(_whereFrom, at);
        _whereFrom = -1;
    }

    private int PassWith(int at)
    {
        if (_frame.Zone is SqlZone.None)
        {
            _frame.Zone = SqlZone.With;
            return at + 1;
        }

        if (!_tokens.Is(at + 1, SqlTokenKind.OpenParen))
            return at;

        SqlHints.AddTableHints(_tokens, at + 1, _builder);
        return _tokens.Partner(at + 1) + 1;
    }

    // TOP n, TOP (n), PERCENT, WITH TIES.
    private int PassTop(int at)
    {
        var next = at + 1;
        _builder.AddParameters(_tokens, next, _tokens.Next(next));
        next = _tokens.Next(next);

        var isPercent = _tokens.Is(next, SqlKeyword.Percent);
        if (IsRoot && !isPercent)
            NoteLimit(at);
        next += isPercent ? 1 : 0;
        return _tokens.Is(next, SqlKeyword.With, SqlKeyword.Ties) ? next + 2 : next;
    }

    private int PassInto(int at)
    {
        var isOutput = _frame.Zone is SqlZone.Tail;
        var next = at + 1;
        while (_tokens[next].Keyword is SqlKeyword.Temp or SqlKeyword.Temporary or SqlKeyword.Unlogged or SqlKeyword.Table)
            next++;

        var isVariable = _tokens.Is(next, SqlTokenKind.Parameter) || _tokens[next].Keyword is SqlKeyword.Outfile or SqlKeyword.Dumpfile;
        var isTemporary = next > at + 1 && _tokens[next - 1].Keyword is SqlKeyword.Temp or SqlKeyword.Temporary;
        var name = SqlNames.Read(_tokens, ref next, _frame.Close);
        if (name is null)
            return at + 1;

        if (IsRoot && !isOutput && !isVariable)
            _builder.IntoTable = isTemporary ? new SqlName(name.Parts, name.Span) { HasHole = name.HasHole, IsTemporary = true } : name;

        return isOutput ? PassOutputTarget(at, name, isVariable, next) : next;
    }

    // T-SQL: OUTPUT inserted.id INTO t (id). A table variable is nobody else's.
    private int PassOutputTarget(int into, SqlName name, bool isVariable, int next)
    {
        var hasColumns = _tokens.Is(next, SqlTokenKind.OpenParen);
        var end = hasColumns ? _tokens.Partner(next) + 1 : next;
        if (IsRoot && _isOutput && !isVariable)
            _builder.Output = new SqlOutputTarget(name, hasColumns ? SqlNames.ReadList(_tokens, next) : ImmutableArray<SqlName>.Empty, _tokens.Span(into, Math.Min(end, _frame.Close)));
        return end;
    }

    private int PassJoin(int at)
    {
        var outer = _tokens.Is(at - 1, SqlKeyword.Outer) ? at - 2 : at - 1;
        EnterTables(at);
        _frame.IsLeftJoin = _tokens[outer].Keyword is SqlKeyword.Left or SqlKeyword.Full;
        _frame.IsAntiJoin = _tokens.Is(outer, SqlKeyword.Anti);
        if (IsRoot)
            _builder.HasJoinOrFrom = true;
        return at + 1;
    }

    private int PassUsing(int at)
    {
        // DELETE FROM a USING a JOIN b USING (id) has it both ways.
        var isColumnList = _tokens.Is(at + 1, SqlTokenKind.OpenParen);
        if (UsingNamesTable && IsRoot && !(isColumnList && (_hasUsing || ListsColumns(at + 1))))
        {
            _hasUsing = true;
            EnterTables(at);
            _builder.HasJoinOrFrom = true;
            return at + 1;
        }

        if (!isColumnList)
            return at + 1;

        if (IsRoot)
            UsingColumns = SqlNames.ReadList(_tokens, at + 1);
        return _tokens.Partner(at + 1) + 1;
    }

    private bool ListsColumns(int open)
    {
        var close = _tokens.Partner(open);
        for (var at = open + 1; at < close; at += 2)
        {
            if (_tokens[at].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) || (at + 1 < close && !_tokens.Is(at + 1, SqlTokenKind.Comma)))
                return false;
        }

        return close > open + 1;
    }

    // FOR UPDATE, FOR NO KEY UPDATE, FOR SHARE with what follows; FOR XML and FOR JSON shape the result only.
    private int PassFor(int at)
    {
        var next = at + 1;
        while (_tokens[next].Keyword is SqlKeyword.No or SqlKeyword.Key)
            next++;
        if (_tokens[next].Keyword is not (SqlKeyword.Update or SqlKeyword.Share))
            return at;

        EnterZone(at, SqlZone.Tail);
        _builder.Hints.Add(_tokens.Is(next, SqlKeyword.Update) ? "FOR UPDATE" : "FOR SHARE");
        for (next++; next < _frame.Close && next < at + 12; next++)
        {
            if (_tokens.Is(next, SqlKeyword.Skip, SqlKeyword.Locked))
                _builder.Hints.Add("SKIP LOCKED");
            else if (_tokens.Is(next, SqlKeyword.Nowait))
                _builder.Hints.Add("NOWAIT");
        }

        return at + 1;
    }

    private void PassSetOperation(int at, SqlKeyword keyword)
    {
        EnterZone(at, SqlZone.None);
        FinishQuery();
        _frame.IsAbsenceTest |= keyword is SqlKeyword.Except or SqlKeyword.Minus;
    }
}
