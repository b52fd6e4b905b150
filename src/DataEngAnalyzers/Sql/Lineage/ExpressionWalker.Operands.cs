using System;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Where an operand is due: columns, functions, subqueries, constants.</summary>
internal sealed partial class ExpressionWalker
{
    private void PassOperand()
    {
        switch (_tokens[_at].Kind)
        {
            case SqlTokenKind.OpenParen:
                if (!PassSubquery(_at, isExistence: false) && !PassFieldOfRow())
                    EnterParen(_at, FrameRole.Group, _frame.Part);
                break;
            case SqlTokenKind.String or SqlTokenKind.Number:
                if (_tokens.HasHole(_at))
                    _inputs.Gaps |= SqlLineageGaps.Hole;
                HasLiteral = true;
                EndOperand(_at + 1);
                break;
            case SqlTokenKind.Parameter:
                _inputs.Add(_queries.Catalog.Parameter(_tokens.Text(_at)), _frame.Part);
                EndOperand(_at + 1);
                break;
            case SqlTokenKind.Operator:
                // A star counts rows; an empty array or object ends where it began; other operators stand before their operand.
                _expectsOperand = !(_tokens.IsOperator(_at, "*") || _tokens.IsOperator(_at, "]") || _tokens.IsOperator(_at, "}"));
                _at++;
                break;
            case SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Hole:
                PassWord();
                break;
            default:
                _at++;
                break;
        }
    }

    // PostgreSQL: (t).a is the column a of the source t.
    private bool PassFieldOfRow()
    {
        if (!_tokens.Is(_at + 2, SqlTokenKind.CloseParen) || !_tokens.Is(_at + 3, SqlTokenKind.Dot) || _tokens[_at + 4].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
            return false;
        if (SqlNames.ReadAt(_tokens, _at + 1, _at + 2) is not { } row || _queries.Names.FindRelation(row, _scope) is not { } relation)
            return false;

        _inputs.Add(relation.Find(SqlNames.Unquote(_tokens.Text(_at + 4))), _frame.Part);
        EndOperand(_at + 5);
        return true;
    }

    private void EndOperand(int next)
    {
        _at = next;
        _expectsOperand = false;
    }

    private void PassWord()
    {
        if (_frame.Role is FrameRole.Function or FrameRole.Window && PassSpecialWord())
            return;

        if (Keyword is SqlKeyword.Exists && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
        {
            if (!PassSubquery(_at + 1, isExistence: true))
                _at++;
            return;
        }

        if (Keyword is SqlKeyword.Null or SqlKeyword.Default or SqlKeyword.True or SqlKeyword.False && !_tokens.Is(_at + 1, SqlTokenKind.Dot))
        {
            HasLiteral = true;
            EndOperand(_at + 1);
            return;
        }

        if (SqlClocks.IsClock(_tokens, _at, out var behindClock))
        {
            _inputs.Add(_queries.Catalog.Clock, _frame.Part);
            EndOperand(behindClock);
            return;
        }

        var opensFunction = _tokens.Is(_at + 1, SqlTokenKind.OpenParen);
        if (SqlKeywords.IsReserved(Keyword) && !_tokens.Is(_at + 1, SqlTokenKind.Dot))
        {
            // LEFT(x, 1), IF(a, b, c), VALUES(x); other reserved words stand before an operand: NOT x, DISTINCT x.
            if (opensFunction && Keyword is SqlKeyword.Left or SqlKeyword.Right or SqlKeyword.If or SqlKeyword.Values or SqlKeyword.Insert)
                EnterFunction(_tokens.Text(_at), _at + 1);
            else
                _at++;
            return;
        }

        PassName();
    }

    private void PassName()
    {
        if (StandsBeforeOperand())
        {
            _at++;
            return;
        }

        // DATE '2024-01-01', INTERVAL '1' DAY, _utf8'x': a word before a string makes one constant with it.
        if (_tokens.Is(_at, SqlTokenKind.Word) && EndOfTypedConstant() is var behindConstant && behindConstant > _at)
        {
            HasLiteral = true;
            EndOperand(behindConstant);
            return;
        }

        if (SqlFunctions.IsSessionWord(_tokens, _at))
        {
            EndOperand(_at + 1);
            return;
        }

        // WHERE CURRENT OF cursor.
        if (_tokens.Spells(_at, "CURRENT") && _tokens.Is(_at + 1, SqlKeyword.Of))
        {
            EndOperand(_at + 3);
            return;
        }

        var next = _at;
        if (SqlNames.Read(_tokens, ref next, _end) is not { } name)
        {
            _at++;
            return;
        }

        if (_tokens.IsOperator(next, "=>") || _tokens.IsOperator(next, ":="))
        {
            _at = next + 1;
        }
        else if (_tokens.Is(next, SqlTokenKind.Dot) && _tokens.IsOperator(next + 1, "*"))
        {
            _inputs.Add(_queries.RowOf(name, _scope), _frame.Part);
            EndOperand(next + 2);
        }
        else if (_tokens.Is(next, SqlTokenKind.OpenParen) && next < _end && !IsOuterJoinMark(next))
        {
            // T-SQL's XML columns have methods: doc.value('(/a)[1]', 'int').
            if (name.Parts.Length > 1 && _tokens.Dialect is SqlDialect.TSql && SqlFunctions.IsXmlMethod(name.Last))
                _inputs.Add(_queries.Names.Resolve(new SqlName(name.Parts.RemoveAt(name.Parts.Length - 1), name.Span), _scope), _frame.Part);
            EnterFunction(name.Last, next);
        }
        else
        {
            _inputs.Add(_queries.Names.Resolve(name, _scope), _frame.Part);
            EndOperand(IsOuterJoinMark(next) ? next + 3 : next);
        }
    }

    private int EndOfTypedConstant()
    {
        // U&'d\0061ta', timestamp with time zone '…'
        var isUnicode = _tokens.Spells(_at, "U") && _tokens.IsOperator(_at + 1, "&");
        var isZoned = _tokens.Is(_at + 1, SqlKeyword.With) || _tokens.Spells(_at + 1, "WITHOUT");
        var at = isUnicode ? _at + 2 : isZoned && _tokens.Spells(_at + 2, "TIME") ? _at + 4 : _at + 1;
        return _tokens.Is(at, SqlTokenKind.String) ? at + 1 : _at;
    }

    // INTERVAL 1 DAY, PRIOR id, ARRAY[a, b], {name: a}: words that are neither a column nor a function.
    private bool StandsBeforeOperand()
    {
        if (!_tokens.Is(_at, SqlTokenKind.Word))
            return false;

        var next = _tokens[_at + 1].Kind;
        if (_tokens.Spells(_at, "INTERVAL"))
            return next is SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Word or SqlTokenKind.OpenParen;
        if (_tokens.Spells(_at, "PRIOR") || _tokens.Spells(_at, "CONNECT_BY_ROOT") || _tokens.Spells(_at, "BINARY") || _tokens.Spells(_at, "GROUPING"))
            return next is SqlTokenKind.Word or SqlTokenKind.QuotedName;
        if (_tokens.Is(_at - 1, SqlKeyword.Between) && (_tokens.Spells(_at, "SYMMETRIC") || _tokens.Spells(_at, "ASYMMETRIC")))
            return true;
        if (_tokens.Spells(_at, "ARRAY") || _tokens.Spells(_at, "MAP"))
            return _tokens.IsOperator(_at + 1, "[") || _tokens.IsOperator(_at + 1, "{");
        return _tokens.IsOperator(_at + 1, ":") && (_tokens.IsOperator(_at - 1, "{") || _tokens.Is(_at - 1, SqlTokenKind.Comma));
    }

    // Oracle: t.id (+) = s.id
    private bool IsOuterJoinMark(int at) => _tokens.Is(at, SqlTokenKind.OpenParen) && _tokens.IsOperator(at + 1, "+") && _tokens.Is(at + 2, SqlTokenKind.CloseParen);

    private bool PassSubquery(int open, bool isExistence)
    {
        if (!Clauses.BeginsQuery(_tokens, open + 1))
            return false;

        var query = _queries.Resolve(Clauses.Inside(_tokens, open, _end), _scope);
        if (!isExistence)
        {
            foreach (var column in query.Shape.Columns)
                _inputs.Add(column.Rest?.All() ?? column.Value, _frame.Part);
        }

        _inputs.Add(query.Indirect, _frame.Part);
        EndOperand(Math.Min(_tokens.Partner(open) + 1, _end));
        return true;
    }
}
