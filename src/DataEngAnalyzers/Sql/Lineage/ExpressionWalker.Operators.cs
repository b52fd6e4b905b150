using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Behind an operand: operators, and the constructs that follow a function or a value.</summary>
internal sealed partial class ExpressionWalker
{
    // Words that take another operand, beside the reserved ones.
    private static readonly HashSet<string> InfixWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "DIV", "MOD", "XOR", "RLIKE", "REGEXP", "GLOB", "MATCH", "SIMILAR", "TO", "OVERLAPS", "ESCAPE", "SOUNDS", "MEMBER", "OF", "SEPARATOR", "SYMMETRIC", "PRIOR", "VALUE", "PLACING", "PASSING",
    };

    private const int MostWindows = 8;

    // How many named windows led here.
    private int _windows;

    private void PassOperator()
    {
        switch (_tokens[_at].Kind)
        {
            case SqlTokenKind.Operator:
                PassSymbol();
                break;
            case SqlTokenKind.Dot:
                // A field of what is in parentheses: (x).y
                EndOperand(_at + 2);
                break;
            case SqlTokenKind.OpenParen:
                EnterParen(_at, FrameRole.Group, Computed);
                break;
            case SqlTokenKind.Word:
                PassWordBehindOperand();
                break;
            default:
                // Snowflake's path v:a reads as a parameter; a hole or a second operand hides what is meant.
                _at++;
                break;
        }
    }

    private void PassSymbol()
    {
        if (_tokens.IsOperator(_at, "::"))
        {
            _at++;
            SkipType();
        }
        else if (_tokens.IsOperator(_at, ":") && _tokens.Dialect is SqlDialect.Snowflake)
        {
            EndOperand(_at + 2);
        }
        else
        {
            _expectsOperand = !(_tokens.IsOperator(_at, "]") || _tokens.IsOperator(_at, "}"));
            _at++;
        }
    }

    private void PassWordBehindOperand()
    {
        switch (Keyword)
        {
            case SqlKeyword.As:
                // CAST(x AS type), STRUCT(x AS name).
                SkipToComma();
                return;
            case SqlKeyword.Collate:
                EndOperand(_at + 2);
                return;
            case SqlKeyword.Using when _frame.Function is FunctionRole.Convert:
                EndOperand(_at + 2);
                return;
            case SqlKeyword.With:
                // GROUP BY a WITH ROLLUP.
                EndOperand(_at + 2);
                return;
        }

        if (_tokens.Spells(_at, "OVER"))
            PassOver();
        else if (_tokens.Spells(_at, "FILTER") && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            EnterParen(_at + 1, FrameRole.Group, _frame.Part.Over(SqlTransformation.Filter));
        else if (_tokens.Spells(_at, "WITHIN") && _tokens.Is(_at + 1, SqlKeyword.Group) && _tokens.Is(_at + 2, SqlTokenKind.OpenParen))
            EnterParen(_at + 2, FrameRole.Order, _frame.Part.Over(OrdersValues() ? SqlTransformation.Aggregation : SqlTransformation.Sort));
        else if (_tokens.Spells(_at, "KEEP") && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            PassKeep();
        else if (_tokens.Spells(_at, "AT") && (_tokens.Spells(_at + 1, "TIME") || _tokens.Spells(_at + 1, "LOCAL")))
            PassTimeZone();
        else if (_tokens.Spells(_at, "OPERATOR") && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            PassNamedOperator();
        else if (_frame.Role is FrameRole.Window && BeginsWindowFrame())
            EndOperand(_frame.Close);
        else
            PassOtherWord();
    }

    private void PassOtherWord()
    {
        // ASC, NULLS LAST, DAY and other words end what stands before them.
        var takesOperand = SqlKeywords.IsReserved(Keyword) || (_tokens[_at].Length <= 9 && InfixWords.Contains(_tokens.Text(_at)));
        _expectsOperand = takesOperand && Keyword is not SqlKeyword.End;
        _at++;
    }

    private void PassOver()
    {
        _at++;
        if (_tokens.Is(_at, SqlTokenKind.OpenParen))
            EnterParen(_at, FrameRole.Window, _frame.Part.Over(SqlTransformation.Window));
        else if (!PassNamedWindow())
            EndOperand(_at + 1);
    }

    private bool PassNamedWindow()
    {
        var name = SqlNames.Unquote(_tokens.Text(_at));
        if (_scope.Windows is null || !_scope.Windows.TryGetValue(name, out var definition))
            return false;

        var window = new ExpressionWalker(_tokens, _queries, _scope, _inputs) { _windows = _windows + 1 };
        window.CollectWindow(definition, _frame.Part.Over(SqlTransformation.Window));
        EndOperand(_at + 1);
        return true;
    }

    private void CollectWindow(TokenRange definition, SqlTransformation part)
    {
        // A window may go on from another; nobody chains many.
        if (_windows > MostWindows)
        {
            _inputs.Gaps |= SqlLineageGaps.TooLarge;
            return;
        }

        (_at, _end) = definition;
        _frame = new ExpressionFrame { Role = FrameRole.Window, Close = definition.To, Whole = part, Part = part };
        _expectsOperand = true;
        Walk();
    }

    // PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x) sums up x; LISTAGG(a) WITHIN GROUP (ORDER BY x) only sorts by it.
    private bool OrdersValues()
    {
        var open = _tokens.Partner(_at - 1);
        return _tokens.Is(_at - 1, SqlTokenKind.CloseParen) && SqlFunctions.RoleOf(_tokens.Text(open - 1)) is FunctionRole.OrderedAggregate;
    }

    // MAX(x) KEEP (DENSE_RANK FIRST ORDER BY y)
    private void PassKeep()
    {
        EnterParen(_at + 1, FrameRole.Order, _frame.Part.Over(SqlTransformation.Sort));
        while (_at < _frame.Close && !_tokens.Is(_at, SqlKeyword.Order))
            _at++;
    }

    // PostgreSQL: a OPERATOR(pg_catalog.+) b.
    private void PassNamedOperator()
    {
        _at = _tokens.Partner(_at + 1) + 1;
        _expectsOperand = true;
    }

    private void PassTimeZone()
    {
        var isLocal = _tokens.Spells(_at + 1, "LOCAL");
        _expectsOperand = !isLocal;
        _at += isLocal ? 2 : 3;
    }

    // x::numeric(10, 2)[], x::timestamp with time zone: words that could begin an operator are left where they are.
    private void SkipType()
    {
        SqlNames.Read(_tokens, ref _at, _end);
        if (_tokens.Spells(_at, "PRECISION") || _tokens.Spells(_at, "VARYING"))
            _at++;
        if (_tokens.Is(_at, SqlTokenKind.OpenParen))
            _at = _tokens.Partner(_at) + 1;
        if (_tokens[_at].Keyword is SqlKeyword.With && _tokens.Spells(_at + 1, "TIME"))
            _at += 3;
        EndOperand(Math.Min(_at, _end));
    }

    private void SkipToComma()
    {
        var end = Math.Min(_frame.Close, _end);
        while (_at < end && !_tokens.Is(_at, SqlTokenKind.Comma))
            _at = _tokens.Next(_at);
        EndOperand(Math.Min(_at, end));
    }
}
