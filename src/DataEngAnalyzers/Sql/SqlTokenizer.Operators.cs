namespace DataEngAnalyzers.Sql;

/// <summary>Operators.</summary>
internal sealed partial class SqlTokenizer
{
    private void ReadOperator()
    {
        if (_dialect is SqlDialect.PostgreSql or SqlDialect.DuckDb && IsOperatorPart(Peek()))
        {
            Add(SqlTokenKind.Operator, EndOfLongestOperator());
            return;
        }

        var length = Peek() switch
        {
            '<' when Peek(1) is '=' or '-' && Peek(2) is '>' => 3,
            '#' when Peek(1) is '>' && Peek(2) is '>' => 3,
            '<' when Peek(1) is '=' or '>' or '<' => 2,
            '-' when Peek(1) is '>' && Peek(2) is '>' => 3,
            '-' or '#' when Peek(1) is '>' => 2,
            '>' or '!' or ':' or '=' or '+' or '-' or '*' or '/' or '%' or '&' or '^' or '|' when Peek(1) is '=' => 2,
            '=' when Peek(1) is '>' => 2,
            ':' when Peek(1) is ':' => 2,
            '|' when Peek(1) is '|' => 2,
            '&' when Peek(1) is '&' => 2,
            '@' when Peek(1) is '>' => 2,
            '<' when Peek(1) is '@' && !IsWordPart(Peek(2)) => 2,
            '>' when Peek(1) is '>' => 2,
            _ => 1,
        };
        Add(SqlTokenKind.Operator, _at + length);
    }

    // PostgreSQL lets anyone make operators: the longest run of their characters is one, though it ends in a sign only with a character that no number has.
    private int EndOfLongestOperator()
    {
        var end = _at;
        var isSpecial = false;
        for (; end < _end && IsOperatorPart(_text[end]) && !BeginsSomethingElse(end); end++)
            isSpecial |= _text[end] is not ('+' or '-' or '*' or '/' or '<' or '>' or '=');
        while (!isSpecial && end > _at + 1 && _text[end - 1] is '+' or '-')
            end--;
        return end > _at ? end : _at + 1;
    }

    private bool IsOperatorPart(char c) =>
        c is '+' or '-' or '*' or '/' or '<' or '>' or '=' or '~' or '!' or '@' or '#' or '%' or '^' or '&' or '|' || (c is '?' && _dialect is SqlDialect.PostgreSql);

    // A comment, or a parameter behind an operator: a=@p.
    private bool BeginsSomethingElse(int at)
    {
        var next = at + 1 < _end ? _text[at + 1] : '\0';
        return _text[at] switch
        {
            '-' => next is '-',
            '/' => next is '*',
            '@' => IsWordPart(next),
            _ => false,
        };
    }
}
