namespace DataEngAnalyzers.Sql;

/// <summary>Parameters in the spellings of the providers.</summary>
internal sealed partial class SqlTokenizer
{
    private bool ReadParameter(char c)
    {
        switch (c)
        {
            case '@' or '$' when IsWordPart(Peek(1)) && Peek(1) is not '@':
            case ':' when IsWordPart(Peek(1)) && !FollowsColonOrDigit():
                Add(SqlTokenKind.Parameter, EndOfParameterName(_at + 1));
                return true;
            case '?' when IsPositional():
                Add(SqlTokenKind.Parameter, EndOfDigits(_at + 1));
                return true;
            case '{':
                return ReadBraced();
            default:
                return false;
        }
    }

    // ':' also cuts array slices (a[1:n]).
    private bool FollowsColonOrDigit() => _at > 0 && (_text[_at - 1] is ':' || char.IsDigit(_text[_at - 1]));

    // PostgreSQL's '?', '?|' and '?&' ask for a JSON key.
    private bool IsPositional() => _dialect is not SqlDialect.PostgreSql && Peek(1) is not ('|' or '&' or '?');

    // {=p} is a literal put in by Dapper; {0} a format item that becomes a parameter.
    private bool ReadBraced()
    {
        var end = Peek(1) is '=' ? EndOfParameterName(_at + 2) : EndOfDigits(_at + 1);
        if (end >= _end || _text[end] is not '}' || end < _at + 2)
            return false;

        Add(SqlTokenKind.Parameter, end + 1);
        return true;
    }

    private int EndOfParameterName(int from)
    {
        while (from < _end && IsWordPart(_text[from]))
            from++;
        return from;
    }

    private int EndOfDigits(int from)
    {
        while (from < _end && char.IsDigit(_text[from]))
            from++;
        return from;
    }
}
