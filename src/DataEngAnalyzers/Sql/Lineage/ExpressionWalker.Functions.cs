namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Functions, and the words among their arguments that are no columns.</summary>
internal sealed partial class ExpressionWalker
{
    private void EnterFunction(string name, int open)
    {
        var isQuery = Clauses.BeginsQuery(_tokens, open + 1);
        if (isQuery && PassSubquery(open, isExistence: false))
            return;

        var role = SqlFunctions.RoleOf(name);
        if (SqlWords.Same(name, "values") && _scope.Inserted is { } inserted)
        {
            // MySQL: VALUES(x) is what the INSERT would have put into x.
            _inputs.Add(inserted.Find(SqlNames.Unquote(_tokens.Text(open + 1))) ?? Provenance.Hidden(SqlLineageGaps.NotFound), _frame.Part);
            EndOperand(_tokens.Partner(open) + 1);
            return;
        }

        var whole = _frame.Part.Over(role is FunctionRole.Aggregate or FunctionRole.OrderedAggregate ? SqlTransformation.Aggregation : SqlTransformation.Transformation);
        var frame = new ExpressionFrame
        {
            Role = FrameRole.Function,
            Close = _tokens.Partner(open),
            Function = role,
            Whole = whole,
            NamesPart = _tokens.Is(open + 1, SqlTokenKind.String),
            ArgumentCount = role is FunctionRole.Decode ? Clauses.Split(_tokens, Clauses.Inside(_tokens, open, _end)).Count : 0,
        };
        frame.EnterArgument(0);
        Enter(frame);
        _at = open + 1;
        PassLeadingWord();
    }

    // Words that stand first in a function's parentheses and are no columns.
    private void PassLeadingWord()
    {
        var isPart = _tokens.Is(_at, SqlTokenKind.Word) && _tokens[_at + 1].Kind is SqlTokenKind.Comma;
        switch (_frame.Function)
        {
            case FunctionRole.PartFirst when isPart:
            case FunctionRole.Extract when _tokens.Is(_at + 1, SqlKeyword.From):
                EndOperand(_at + 1);
                break;
            case FunctionRole.Trim when _tokens.Spells(_at, "BOTH") || _tokens.Spells(_at, "LEADING") || _tokens.Spells(_at, "TRAILING"):
                _at++;
                break;
            case FunctionRole.Convert when SqlFunctions.IsType(_tokens, _at) && (isPart || _tokens.Is(_at + 1, SqlTokenKind.OpenParen)):
                SkipType();
                break;
        }
    }

    private bool PassSpecialWord()
    {
        var isLast = _at + 1 == _frame.Close;
        var isWhole = _tokens[_at - 1].Kind is SqlTokenKind.Comma or SqlTokenKind.OpenParen && (isLast || _tokens.Is(_at + 1, SqlTokenKind.Comma));
        switch (_frame.Function)
        {
            case FunctionRole.PartAnywhere when isWhole && !_frame.NamesPart && (isLast ? _frame.Argument > 0 : _frame.Argument == 0) && SqlFunctions.IsDatePart(_tokens, _at):
            case FunctionRole.Convert when isLast && _frame.Argument == 1 && SqlFunctions.IsType(_tokens, _at):
                EndOperand(_at + 1);
                return true;
        }

        if (_frame.Role is not FrameRole.Window || _tokens.Is(_at + 1, SqlTokenKind.Dot))
            return false;

        if (BeginsWindowFrame())
        {
            EndOperand(_frame.Close);
            return true;
        }

        // OVER (w ORDER BY x) goes on from a named window.
        return _tokens.Is(_at - 1, SqlTokenKind.OpenParen) && PassNamedWindow();
    }

    private bool BeginsWindowFrame() =>
        (_tokens.Spells(_at, "ROWS") || _tokens.Spells(_at, "RANGE") || _tokens.Spells(_at, "GROUPS"))
        && (_tokens[_at + 1].Keyword is SqlKeyword.Between || _tokens[_at + 1].Kind is SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Hole
            || _tokens.Spells(_at + 1, "UNBOUNDED") || _tokens.Spells(_at + 1, "CURRENT"));
}
