using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>
/// One pass over the clauses of a statement: which tables it reads, what it compares, which parameters and clocks it uses.
/// Parentheses are kept on a stack of frames, so depth costs no call stack.
/// </summary>
internal sealed partial class SqlClauseScanner
{
    private readonly SqlTokens _tokens;
    private readonly SqlStatementBuilder _builder;

    // Stars of the open select lists, with their qualifiers.
    private readonly List<(SqlSpan Span, string? Qualifier)> _stars = new();

    // What the open FROM clauses read, and whether a star over it depends on a table.
    private readonly List<(string? Alias, bool IsOpen)> _reads = new();

    // Names of common tables; true when a star over one depends on a table's columns.
    private Dictionary<string, bool>? _commonTables;

    // What a change of a common or derived table changes, by the name the statement knows it by.
    private Dictionary<string, SqlName?>? _bases;

    private SqlClauseFrame[] _frames = new SqlClauseFrame[4];
    private int _depth;
    private int _from;
    private int _whereFrom = -1;
    private int _valueFrom = -1;
    private SqlName? _assigned;
    private bool _hasUsing;

    // Behind OUTPUT, whose INTO names a table and not a variable.
    private bool _isOutput;

    /// <param name="tokens">The script.</param>
    /// <param name="builder">Takes what is found.</param>
    /// <param name="outer">The scanner of the statement around this one, whose common tables this one may read.</param>
    public SqlClauseScanner(SqlTokens tokens, SqlStatementBuilder builder, SqlClauseScanner? outer = null)
    {
        _tokens = tokens;
        _builder = builder;
        _commonTables = outer?.CommonTables;
    }

    /// <summary>USING names a table here, as in DELETE and MERGE, and not the columns of a join.</summary>
    public bool UsingNamesTable { get; set; }

    /// <summary>The columns of the last join by USING.</summary>
    public ImmutableArray<SqlName> UsingColumns { get; private set; } = ImmutableArray<SqlName>.Empty;

    /// <summary>
    /// The name is that of a common or derived table; <paramref name="table"/> is the one table whose rows it shows, or <see langword="null"/> when there is no such one.
    /// </summary>
    public bool TryGetBase(SqlName name, out SqlName? table)
    {
        table = null;
        return name.Parts.Length == 1 && _bases is not null && _bases.TryGetValue(name.Last, out table);
    }

    /// <summary>Scans tokens from <paramref name="from"/> to before <paramref name="to"/>, beginning in <paramref name="zone"/>.</summary>
    public void Scan(int from, int to, SqlZone zone, SqlClause clause = SqlClause.Where)
    {
        _from = from;
        _depth = 0;
        _frame = new SqlClauseFrame
        {
            Role = SqlFrameRole.Root,
            Close = to,
            Zone = zone,
            Clause = clause,
            StartsItem = true,
            ShapesStatement = true,
        };

        var at = from;
        while (at < to)
            at = at == _frame.Close && _depth > 0 ? Leave(at) : Step(at);

        while (_depth > 0)
            Leave(to);
        EndZone(to);
        FinishQuery();
    }

    // Reads what begins at a token and returns where to go on.
    private int Step(int at)
    {
        var token = _tokens[at];
        switch (token.Kind)
        {
            case SqlTokenKind.OpenParen when IsRoot && _frame is { Zone: SqlZone.Set, StartsItem: true } && _tokens.IsOperator(_tokens.Partner(at) + 1, "="):
                return PassTupleAssignment(at);
            case SqlTokenKind.OpenParen:
                return Enter(at);
            case SqlTokenKind.Comma:
                PassComma(at);
                return at + 1;
            case SqlTokenKind.Parameter:
                _builder.Parameters.Add(at);
                break;
            case SqlTokenKind.Operator:
                return PassOperator(at);
            case SqlTokenKind.Hole when !_frame.ExpectsTable && IsRoot && EndsOperand(at - 1):
                _builder.HasClauseHole = true;
                break;
        }

        if (_frame.Zone is SqlZone.With && token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !SqlKeywords.IsReserved(token.Keyword))
            return PassCommonTableName(at);
        if (token.Keyword is not SqlKeyword.None && !_tokens.Is(at - 1, SqlTokenKind.Dot))
        {
            var next = PassKeyword(at);
            if (next > at)
                return next;
        }

        if (_frame.ExpectsTable)
            return PassTable(at);
        if (_frame.Zone is SqlZone.Set && _frame.StartsItem)
            return PassAssignment(at);
        if (SqlClocks.IsClock(_tokens, at, out _))
            _builder.Clocks.Add(new SqlClock(ClockSpan(at), _frame.IsConditional));

        // t.* : the star behind a qualifier.
        if (IsStarItem && _tokens.Is(at + 1, SqlTokenKind.Dot))
            return PassQualifiedStar(at);

        if (token.Kind is SqlTokenKind.Word && _tokens.Spells(at, "ROW_NUMBER"))
            NoteRowNumber(at);

        _frame.StartsItem = false;
        return at + 1;
    }

    private ref SqlClauseFrame _frame => ref _frames[_depth];

    private bool IsRoot => _frame.Role is SqlFrameRole.Root;

    private bool IsStarItem => _frame.Zone is SqlZone.SelectList && _frame.IsQuery && _frame.StartsItem;

    private SqlSpan ClockSpan(int at)
    {
        SqlClocks.IsClock(_tokens, at, out var next);
        return _tokens.Span(at, next);
    }

    // TRIM(FROM x), and not EXISTS (FROM t).
    private bool IsCall(int openParen) => _tokens.Is(openParen - 1, SqlTokenKind.Word) && !SqlKeywords.IsReserved(_tokens[openParen - 1].Keyword);

    private int Enter(int at)
    {
        var inner = _tokens[_tokens.Innermost(at)].Keyword;
        var isQuery = inner is SqlKeyword.Select or SqlKeyword.With || (inner is SqlKeyword.From or SqlKeyword.Values or SqlKeyword.Table && (_frame.ExpectsTable || _frame.Zone is SqlZone.With))
            || (inner is SqlKeyword.From && !IsCall(at));
        if (!isQuery && _frame.IsQuery && _frame.Zone is SqlZone.With || _frame.ExpectsTable && _tokens[at + 1].Keyword is SqlKeyword.Merge or SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete)
            return PassNestedWrite(at);

        var role = !isQuery ? (_frame.ExpectsTable ? SqlFrameRole.JoinGroup : SqlFrameRole.Expression)
            : _frame.Zone is SqlZone.With ? SqlFrameRole.CommonTable
            : _frame.ExpectsTable ? SqlFrameRole.Derived
            : _frame.Zone is SqlZone.None && _frame.IsQuery ? SqlFrameRole.Operand
            : SqlFrameRole.Subquery;

        var child = new SqlClauseFrame
        {
            Role = role,
            Close = Math.Min(_tokens.Partner(at), _frame.Close),
            Zone = role is SqlFrameRole.JoinGroup ? SqlZone.From : role is SqlFrameRole.Expression ? _frame.Zone : SqlZone.None,
            Clause = _frame.Clause,
            ExpectsTable = role is SqlFrameRole.JoinGroup,
            IsLeftJoin = _frame.IsLeftJoin,
            IsAbsenceTest = _frame.IsAbsenceTest || (role is SqlFrameRole.Subquery && IsNegated(at - 1)),
            CommonTable = role is SqlFrameRole.CommonTable ? _commonTable : null,
            IsNested = _frame.IsNested || role is SqlFrameRole.Subquery or SqlFrameRole.Derived or SqlFrameRole.CommonTable,
            ShapesStatement = role is SqlFrameRole.Operand && _frame.ShapesStatement,
            FirstStar = _stars.Count,
            FirstRead = _reads.Count,
        };

        _frame.ExpectsTable = false;
        _frame.StartsItem = false;
        if (++_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frame = child;
        return at + 1;
    }

    // Read as a statement of its own; the columns of a common table are none of its business either.
    private int PassNestedWrite(int open)
    {
        if (_tokens[open + 1].Keyword is SqlKeyword.Merge or SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete)
            _builder.AddNestedWrite(open);
        _frame.ExpectsTable = false;
        return _tokens.Partner(open) + 1;
    }

    // NOT EXISTS ( … ) and NOT IN ( … ).
    private bool IsNegated(int before) =>
        _tokens[before].Keyword is SqlKeyword.Exists or SqlKeyword.In && _tokens.Is(before - 1, SqlKeyword.Not);

    private int Leave(int at)
    {
        var child = _frame;

        // A group of joins reads for the query it stands in.
        child.IsOpen = child.Role is SqlFrameRole.JoinGroup ? FinishStars() : FinishQuery();
        _depth--;
        switch (child.Role)
        {
            case SqlFrameRole.CommonTable when child.CommonTable is { } name:
                CommonTables[name] = child.IsOpen;
                Bases[name] = child.Base;
                break;
            case SqlFrameRole.Derived:
                NoteDerived(SqlAliases.ReadAt(_tokens, at + 1, _frame.Close), child.IsOpen, child.Base);
                break;
            case SqlFrameRole.JoinGroup:
                _frame.NoteRead(child.Base);
                break;
            case SqlFrameRole.Operand:
                _frame.IsOpen |= child.IsOpen;
                break;
        }

        return at + 1;
    }

    private void PassComma(int at)
    {
        if (!_frame.IsQuery)
            return;

        switch (_frame.Zone)
        {
            case SqlZone.From:
            case SqlZone.Condition when _frame.Clause is SqlClause.On:
                _frame.Zone = SqlZone.From;
                _frame.ExpectsTable = true;
                _frame.IsLeftJoin = false;
                _frame.IsAntiJoin = false;
                break;
            case SqlZone.SelectList:
                _frame.StartsItem = true;
                break;
            case SqlZone.Set:
                EndAssignment(at);
                _frame.StartsItem = true;
                break;
        }
    }

    private int PassOperator(int at)
    {
        if (IsStarItem && _tokens.IsOperator(at, "*"))
            _stars.Add((_tokens.Span(at, at + 1), null));
        else if (_frame.IsConditional)
            TryReadComparison(at);

        _frame.StartsItem = false;
        return at + 1;
    }

    private int PassQualifiedStar(int at)
    {
        var last = at;
        while (_tokens.Is(last + 1, SqlTokenKind.Dot) && _tokens[last + 2].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Hole)
            last += 2;

        _frame.StartsItem = false;
        if (!_tokens.Is(last + 1, SqlTokenKind.Dot) || !_tokens.IsOperator(last + 2, "*"))
            return at + 1;

        _stars.Add((_tokens.Span(at, last + 3), SqlNames.Unquote(_tokens.Text(last))));
        return last + 3;
    }

    private bool FinishQuery()
    {
        var isOpen = FinishStars();
        _reads.RemoveRange(_frame.FirstRead, _reads.Count - _frame.FirstRead);
        return isOpen;
    }

    // What a star means is known once FROM has been read.
    private bool FinishStars()
    {
        for (var i = _frame.FirstStar; i < _stars.Count; i++)
        {
            if (!IsOpen(_stars[i].Qualifier))
                continue;

            _frame.IsOpen = true;
            if (_frame.ShapesStatement)
                _builder.Stars.Add(_stars[i].Span);
        }

        _stars.RemoveRange(_frame.FirstStar, _stars.Count - _frame.FirstStar);
        return _frame.IsOpen;
    }

    private bool IsOpen(string? qualifier)
    {
        var any = false;
        for (var i = _frame.FirstRead; i < _reads.Count; i++)
        {
            var (alias, isOpen) = _reads[i];
            if (qualifier is not null && string.Equals(alias, qualifier, StringComparison.OrdinalIgnoreCase))
                return isOpen;
            any |= isOpen;
        }

        return any;
    }

    // Whether a token can end an operand, a name or a clause, so that a hole behind it is no operand.
    private bool EndsOperand(int at) => _tokens[at].Kind switch
    {
        SqlTokenKind.Word => !SqlKeywords.IsReserved(_tokens[at].Keyword) || _tokens[at].Keyword is SqlKeyword.Null or SqlKeyword.End or SqlKeyword.Default,
        SqlTokenKind.QuotedName or SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.CloseParen or SqlTokenKind.Hole => true,
        SqlTokenKind.Operator => _tokens.IsOperator(at, "*"),
        _ => false,
    };
}
