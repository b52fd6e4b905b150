namespace DataEngAnalyzers.Sql;

/// <summary>Parameters in the spellings of the providers.</summary>
internal sealed partial class SqlTokenizer
{
    private bool ReadParameter(char c)
    {
        switch (c)
        {
            case '@' when _dialect is SqlDialect.Snowflake && !char.IsWhiteSpace(Peek(1)):
                Add(SqlTokenKind.Parameter, EndOfStage());
                return true;
            case '$' when !HasDollarParameters():
                return false;
            case '@' or '$' when IsWordPart(Peek(1)) && Peek(1) is not '@':
            case ':' when IsWordPart(Peek(1)) && !FollowsOperand():
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

    // ':' also cuts slices (a[1:n]) and paths (src:customer.name).
    private bool FollowsOperand() => _at > 0 && (IsWordPart(_text[_at - 1]) || _text[_at - 1] is ':' or ']' or ')' or '"' or '\'');

    // $action of T-SQL and $1 of a Snowflake stage are columns.
    private bool HasDollarParameters() => _dialect is SqlDialect.PostgreSql or SqlDialect.Sqlite or SqlDialect.DuckDb or SqlDialect.Unknown;

    // @stage/path/*.csv, @~/file, @%table
    private int EndOfStage()
    {
        var end = _at + 1;
        while (end < _end && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('(' or ')' or ',' or ';'))
            end++;
        return end;
    }

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
