namespace DataEngAnalyzers.Sql;

/// <summary>Cuts SQL into tokens: strings, quoted names and comments end where their dialect ends them.</summary>
internal sealed partial class SqlTokenizer
{
    private readonly string _text;
    private readonly SqlDialect _dialect;
    private readonly int _end;

    // The text stands inside a string, where every quote is written twice.
    private readonly bool _isQuoted;
    private SqlTokenBuffer _tokens;
    private int _at;

    private SqlTokenizer(SqlText source, SqlDialect dialect, SqlSpan range, bool isQuoted)
    {
        _text = source.Text;
        _dialect = dialect;
        _at = range.Start;
        _end = range.End;
        _isQuoted = isQuoted;
        _tokens = new SqlTokenBuffer((range.Length / 4) + 8);
    }

    public static SqlTokens Tokenize(SqlText source, SqlDialect dialect) =>
        new(source, dialect, Tokenize(source, dialect, new SqlSpan(0, source.Text.Length), isQuoted: false));

    /// <summary>Reads a stretch of the text; inside a string (<paramref name="isQuoted"/>) every quote is written twice.</summary>
    public static SqlTokenBuffer Tokenize(SqlText source, SqlDialect dialect, SqlSpan range, bool isQuoted)
    {
        var tokenizer = new SqlTokenizer(source, dialect, range, isQuoted);
        while (tokenizer._at < tokenizer._end)
            tokenizer.ReadOne();
        return tokenizer._tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < _end ? _text[_at + ahead] : '\0';

    private void ReadOne()
    {
        var c = Peek();
        if (IsAsciiLetter(c) && Peek(1) is not ('\'' or '"') && Peek(2) is not ('\'' or '"'))
            ReadWord();
        else if (char.IsWhiteSpace(c))
            _at++;
        else if (!ReadBatchEnd(c) && !SkipComment(c) && !ReadQuoted(c) && !ReadParameter(c))
            ReadPlain(c);
    }

    private void ReadPlain(char c)
    {
        switch (c)
        {
            case SqlText.HoleMark when !IsWordPart(PeekPastHoles()):
                Add(SqlTokenKind.Hole, EndOfHoles());
                break;
            case SqlText.HoleMark:
            case '_':
            case '$' when IsWordPart(Peek(1)):
            case '#' when IsWordStart(Peek(1)) || Peek(1) is '#':
            case '@' when Peek(1) is '@':
                ReadWord();
                break;
            case '.' when char.IsDigit(Peek(1)) && !EndsName():
                ReadNumber();
                break;
            case '.':
                Add(SqlTokenKind.Dot, _at + 1);
                break;
            case ',':
                Add(SqlTokenKind.Comma, _at + 1);
                break;
            case ';':
                Add(SqlTokenKind.Semicolon, _at + 1);
                break;
            case '(':
                Add(SqlTokenKind.OpenParen, _at + 1);
                break;
            case ')':
                Add(SqlTokenKind.CloseParen, _at + 1);
                break;
            default:
                if (char.IsDigit(c))
                    ReadNumber();
                else if (IsWordStart(c))
                    ReadWord();
                else
                    ReadOperator();
                break;
        }
    }

    private void ReadWord()
    {
        var end = _at + 1;
        while (end < _end && (IsWordPart(_text[end]) || JoinsProjectName(end)))
            end++;

        if (IsBatchEnd(end))
            Add(SqlTokenKind.BatchEnd, EndOfLine());
        else if (IsDelimiterCommand(end))
            SetDelimiter(end);
        else
            Add(SqlTokenKind.Word, end, SqlKeywords.Find(_text, _at, end - _at));
    }

    // BigQuery: my-project.dataset.table, where a table is named.
    private bool JoinsProjectName(int at) =>
        _dialect is SqlDialect.BigQuery && _text[at] is '-' && at + 1 < _end && char.IsLetterOrDigit(_text[at + 1])
        && _tokens.Count > 0 && _tokens[_tokens.Count - 1].Keyword is SqlKeyword.From or SqlKeyword.Join or SqlKeyword.Into or SqlKeyword.Table or SqlKeyword.Update
            or SqlKeyword.Merge or SqlKeyword.Insert or SqlKeyword.Delete or SqlKeyword.Using or SqlKeyword.Exists or SqlKeyword.View or SqlKeyword.Schema or SqlKeyword.Overwrite;

    private void ReadNumber()
    {
        var end = _at + 1;
        while (end < _end && (char.IsLetterOrDigit(_text[end]) || _text[end] is '.' or '_' || IsExponentSign(end)))
            end++;
        Add(SqlTokenKind.Number, end);
    }

    private bool IsExponentSign(int at) =>
        _text[at] is '+' or '-' && _text[at - 1] is 'e' or 'E' && at + 1 < _end && char.IsDigit(_text[at + 1])
        && !(_text[_at] is '0' && _text[_at + 1] is 'x' or 'X');

    private int EndOfHoles()
    {
        var end = _at;
        while (end < _end && _text[end] is SqlText.HoleMark)
            end++;
        return end;
    }

    private char PeekPastHoles()
    {
        var end = EndOfHoles();
        return end < _end ? _text[end] : '\0';
    }

    private bool EndsName() => _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: SqlTokenKind.Word or SqlTokenKind.QuotedName } last && last.End == _at;

    // Most of any script is such words; only with a quote behind it the letter begins something else.
    private static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or SqlText.HoleMark;

    private static bool IsWordPart(char c) => IsAsciiLetter(c) || char.IsLetterOrDigit(c) || c is '_' or '$' or '#' or '@' or SqlText.HoleMark;

    private void Add(SqlTokenKind kind, int end, SqlKeyword keyword = SqlKeyword.None)
    {
        _tokens.Add(kind, keyword, _at, end - _at);
        _at = end;
    }
}
