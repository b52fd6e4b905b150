using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Comments, strings and quoted names.</summary>
internal sealed partial class SqlTokenizer
{
    private bool SkipComment(char c)
    {
        switch (c)
        {
            case '-' when Peek(1) is '-' && (_dialect is not SqlDialect.MySql || _at + 2 >= _end || char.IsWhiteSpace(Peek(2))):
            case '/' when Peek(1) is '/' && _dialect is SqlDialect.Snowflake && !FollowsColon():
            case '#' when IsHashComment():
                _at = EndOfLine();
                return true;
            case '/' when Peek(1) is '*':
                SkipBlockComment();
                return true;
            default:
                return false;
        }
    }

    // PUT file:///tmp/orders.csv
    private bool FollowsColon() => _at > 1 && (_text[_at - 1] is ':' || (_text[_at - 1] is '/' && _text[_at - 2] is ':'));

    // Elsewhere '#' begins a T-SQL temporary table or a PostgreSQL operator.
    private bool IsHashComment() => _dialect switch
    {
        SqlDialect.MySql or SqlDialect.BigQuery => true,
        SqlDialect.Unknown => char.IsWhiteSpace(Peek(1)) && IsFirstOnLine(),
        _ => false,
    };

    private bool IsFirstOnLine()
    {
        var i = _at - 1;
        while (i >= 0 && _text[i] is ' ' or '\t')
            i--;
        return i < 0 || _text[i] is '\n' or '\r';
    }

    private int EndOfLine()
    {
        var end = _text.IndexOf('\n', _at, _end - _at);
        return end < 0 ? _end : end;
    }

    private void SkipBlockComment()
    {
        var nests = _dialect is SqlDialect.TSql or SqlDialect.PostgreSql or SqlDialect.DuckDb or SqlDialect.Unknown;
        var depth = 1;
        _at += 2;
        while (_at < _end && depth > 0)
        {
            if (Peek() is '*' && Peek(1) is '/')
            {
                depth--;
                _at += 2;
            }
            else if (nests && Peek() is '/' && Peek(1) is '*')
            {
                depth++;
                _at += 2;
            }
            else
            {
                _at++;
            }
        }
    }

    private bool ReadQuoted(char c)
    {
        switch (c)
        {
            case '\'':
                AddString(_at, BackslashEscapes());
                return true;
            case '"':
                if (_dialect is SqlDialect.MySql or SqlDialect.BigQuery)
                    AddString(_at, escapes: true);
                else
                    Add(SqlTokenKind.QuotedName, EndOfQuoted(_at, '"', escapes: false));
                return true;
            case '`':
                Add(SqlTokenKind.QuotedName, EndOfQuoted(_at, '`', escapes: false));
                return true;
            case '[' when IsBracketedName():
                Add(SqlTokenKind.QuotedName, EndOfQuoted(_at, ']', escapes: false));
                return true;
            case '$':
                return ReadDollarQuoted();
            default:
                return char.IsLetter(c) && ReadPrefixedString(c);
        }
    }

    private bool BackslashEscapes() => _dialect is SqlDialect.MySql or SqlDialect.BigQuery or SqlDialect.Snowflake;

    // N'…', X'…', E'…' with backslashes, BigQuery's r'…', Oracle's q'[…]'.
    private bool ReadPrefixedString(char c)
    {
        if (Peek(1) is not ('\'' or '"'))
            return Peek(2) is '\'' or '"' && ReadTwicePrefixedString(c);

        var isString = Peek(1) is '\'' || _dialect is SqlDialect.BigQuery;
        switch (c | 0x20)
        {
            case 'q' when Peek(1) is '\'' && _dialect is SqlDialect.Oracle or SqlDialect.Unknown && Peek(2) is not ('\'' or '\0'):
                Add(SqlTokenKind.String, EndOfOracleQuote(_at + 1));
                return true;
            case 'e' when isString:
                AddString(_at + 1, escapes: true);
                return true;
            case 'r' when isString && _dialect is SqlDialect.BigQuery:
                // A backslash stays, and still keeps a quote from ending the string.
                AddString(_at + 1, escapes: true);
                return true;
            case 'n' or 'x' or 'b' when isString:
                AddString(_at + 1, BackslashEscapes());
                return true;
            default:
                return false;
        }
    }

    // Oracle's nq'[…]', BigQuery's rb'…' and br'…'.
    private bool ReadTwicePrefixedString(char c)
    {
        var first = char.ToLowerInvariant(c);
        var second = char.ToLowerInvariant(Peek(1));
        if (_dialect is SqlDialect.Oracle && first is 'n' && second is 'q' && Peek(2) is '\'')
            Add(SqlTokenKind.String, EndOfOracleQuote(_at + 2));
        else if (_dialect is SqlDialect.BigQuery && (first, second) is ('r', 'b') or ('b', 'r'))
            AddString(_at + 2, escapes: true);
        else
            return false;

        return true;
    }

    private void AddString(int quoteAt, bool escapes)
    {
        var quote = _text[quoteAt];
        var isTriple = _dialect is SqlDialect.BigQuery && string.CompareOrdinal(_text, quoteAt, new string(quote, 3), 0, 3) == 0;
        Add(SqlTokenKind.String, isTriple ? EndOf(new string(quote, 3), quoteAt + 3)
            : _isQuoted && quote is '\'' ? EndOfQuotedTwice(quoteAt)
            : EndOfQuoted(quoteAt, quote, escapes));
    }

    // A doubled closing quote stands for itself; text without an end runs to the end.
    private int EndOfQuoted(int openAt, char close, bool escapes)
    {
        for (var i = openAt + 1; i < _end; i++)
        {
            if (escapes && _text[i] is '\\')
                i++;
            else if (_text[i] != close)
                continue;
            else if (i + 1 < _end && _text[i + 1] == close)
                i++;
            else
                return i + 1;
        }

        return _end;
    }

    // ''x'' inside a string: four quotes are one in the inner string.
    private int EndOfQuotedTwice(int openAt)
    {
        for (var i = openAt + 2; i + 1 < _end; i++)
        {
            if (!IsQuotePair(i))
                continue;
            if (!IsQuotePair(i + 2))
                return i + 2;
            i += 3;
        }

        return _end;
    }

    private bool IsQuotePair(int at) => at + 1 < _end && _text[at] is '\'' && _text[at + 1] is '\'';

    private int EndOfOracleQuote(int quoteAt)
    {
        var close = Peek(quoteAt + 1 - _at) switch { '[' => ']', '(' => ')', '{' => '}', '<' => '>', var same => same };
        for (var i = quoteAt + 2; i + 1 < _end; i++)
        {
            if (_text[i] == close && _text[i + 1] is '\'')
                return i + 2;
        }

        return _end;
    }

    private bool IsBracketedName() => _dialect switch
    {
        SqlDialect.TSql or SqlDialect.Sqlite => true,
        SqlDialect.Unknown => LooksLikeBracketedName(),
        _ => false,
    };

    // In a neutral reading brackets may also be an array or an index into one.
    private bool LooksLikeBracketedName()
    {
        if (!IsWordStart(Peek(1)) && Peek(1) is not '#')
            return false;
        if (_at > 0 && (IsWordPart(_text[_at - 1]) || _text[_at - 1] is ')' or ']'))
            return false;

        for (var i = _at + 1; i < _end; i++)
        {
            if (_text[i] is ']')
                return true;
            if (_text[i] is '\n' or '\r' or ',' or '\'' or '"' or '(' or '[' || i - _at > 128)
                return false;
        }

        return false;
    }

    private bool ReadDollarQuoted()
    {
        if (_dialect is SqlDialect.TSql or SqlDialect.MySql or SqlDialect.Sqlite or SqlDialect.BigQuery or SqlDialect.Oracle)
            return false;

        var tagEnd = _at + 1;
        while (tagEnd < _end && (char.IsLetterOrDigit(_text[tagEnd]) || _text[tagEnd] is '_'))
            tagEnd++;
        if (tagEnd >= _end || _text[tagEnd] is not '$' || char.IsDigit(Peek(1)))
            return false;

        Add(SqlTokenKind.String, EndOf(_text.Substring(_at, tagEnd + 1 - _at), tagEnd + 1));
        return true;
    }

    // Behind the next mark; text without an end runs to the end.
    private int EndOf(string mark, int from)
    {
        from = Math.Min(from, _end);
        var at = _text.IndexOf(mark, from, _end - from, StringComparison.Ordinal);
        return at < 0 ? _end : at + mark.Length;
    }
}
