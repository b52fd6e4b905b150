using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>
/// Collects the inputs of an expression in one pass over its tokens. It needs no tree: what a column does to the result depends only on
/// the constructs it stands in, and those are on a stack. A word is a column only where an operand is due, so operators need no list.
/// </summary>
internal sealed partial class ExpressionWalker
{
    private readonly SqlTokens _tokens;
    private readonly QueryResolver _queries;
    private readonly Scope _scope;
    private readonly ProvenanceBuilder _inputs;
    private readonly Stack<ExpressionFrame> _frames = new();
    private ExpressionFrame _frame;
    private int _at;
    private int _end;
    private bool _expectsOperand;

    public ExpressionWalker(SqlTokens tokens, QueryResolver queries, Scope scope, ProvenanceBuilder inputs)
    {
        _tokens = tokens;
        _queries = queries;
        _scope = scope;
        _inputs = inputs;
        _frame = new ExpressionFrame();
    }

    /// <summary>A constant has been passed.</summary>
    public bool HasLiteral { get; private set; }

    public void Collect(TokenRange range, SqlTransformation transformation)
    {
        (_at, _end) = range;
        _frames.Clear();
        _frame = new ExpressionFrame { Close = range.To, Whole = transformation, Part = transformation };
        _expectsOperand = true;
        Walk();
    }

    private void Walk()
    {
        while (_at < _end)
        {
            if (!_queries.Budget.Spend())
            {
                _inputs.Gaps |= SqlLineageGaps.TooLarge;
                return;
            }

            var from = _at;
            if (!PassStructure())
            {
                if (_expectsOperand)
                    PassOperand();
                else
                    PassOperator();
            }

            _at = Math.Max(_at, from + 1);
        }
    }

    private SqlKeyword Keyword => _tokens[_at].Keyword;

    // What changes the construct, wherever it stands.
    private bool PassStructure()
    {
        switch (_tokens[_at].Kind)
        {
            case SqlTokenKind.CloseParen:
                Leave();
                return true;
            case SqlTokenKind.Comma:
                if (_frame.Role is FrameRole.Function)
                    _frame.EnterArgument(_frame.Argument + 1);
                _expectsOperand = true;
                _at++;
                return true;
            case SqlTokenKind.Hole:
                _inputs.Gaps |= SqlLineageGaps.Hole;
                break;
        }

        if (_tokens.Is(_at - 1, SqlTokenKind.Dot) || _tokens.Is(_at + 1, SqlTokenKind.Dot))
            return false;

        switch (Keyword)
        {
            case SqlKeyword.Case:
                Enter(new ExpressionFrame { Role = FrameRole.Case, Close = int.MaxValue, Whole = Computed, Part = Computed.Over(SqlTransformation.Conditional) });
                break;
            case SqlKeyword.When when _frame.Role is FrameRole.Case:
                _frame.Part = _frame.Whole.Over(SqlTransformation.Conditional);
                break;
            case SqlKeyword.Then or SqlKeyword.Else when _frame.Role is FrameRole.Case:
                _frame.Part = _frame.Whole;
                break;
            case SqlKeyword.End when _frame.Role is FrameRole.Case:
                _frame = _frames.Pop();
                _expectsOperand = false;
                _at++;
                return true;
            case SqlKeyword.Order when _tokens.Is(_at + 1, SqlKeyword.By):
                EnterOrder();
                break;
            case SqlKeyword.Partition when _frame.Role is FrameRole.Window && _tokens.Is(_at + 1, SqlKeyword.By):
                _at++;
                break;
            default:
                return false;
        }

        _expectsOperand = true;
        _at++;
        return true;
    }

    // The construct around makes the value, so what is in it is no longer the value as it is.
    private SqlTransformation Computed => _frame.Part.Over(SqlTransformation.Transformation);

    private void EnterOrder()
    {
        _at++;
        if (_frame.Role is not FrameRole.Function)
            return;

        _frame.Part = _frame.Whole.Over(SqlTransformation.Sort);
        _frame.IsOrdered = true;
    }

    private void Enter(ExpressionFrame frame)
    {
        _frames.Push(_frame);
        _frame = frame;
        _expectsOperand = true;
    }

    private void EnterParen(int open, FrameRole role, SqlTransformation part)
    {
        Enter(new ExpressionFrame { Role = role, Close = _tokens.Partner(open), Whole = part, Part = part });
        _at = open + 1;
    }

    private void Leave()
    {
        while (_frame.Role is FrameRole.Case && _frames.Count > 0)
            _frame = _frames.Pop();

        if (_frame.Close == _at && _frames.Count > 0)
            _frame = _frames.Pop();

        _expectsOperand = false;
        _at++;
    }
}
