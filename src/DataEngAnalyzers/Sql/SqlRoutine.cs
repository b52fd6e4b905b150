namespace DataEngAnalyzers.Sql;

/// <summary>The head of a procedure, function, trigger, package, task, event or pipe: its name, and where its body stands.</summary>
internal sealed class SqlRoutine
{
    private readonly SqlTokens _tokens;
    private readonly int _from;
    private readonly int _end;

    public SqlRoutine(SqlTokens tokens, int from, int end)
    {
        _tokens = tokens;
        _from = from;
        _end = end;
        BodyFrom = end;

        var at = from + 1;
        while (at < end && !IsKind(tokens[at].Keyword))
            at++;
        var kind = tokens[at].Keyword;
        at++;
        if (kind is SqlKeyword.Package && tokens.Spells(at, "BODY"))
            at++;
        at = SkipIfExists(at);
        Name = SqlNames.Read(tokens, ref at, end);
        FindBody(kind, at);
    }

    public SqlName? Name { get; }

    /// <summary>The first token of the body.</summary>
    public int BodyFrom { get; private set; }

    /// <summary>The body, when it is a string.</summary>
    public SqlTokens? BodyText { get; private set; }

    /// <summary>Declarations may stand in front of the body's block.</summary>
    public bool Declares { get; private set; }

    /// <summary>The word behind CREATE that makes it a routine.</summary>
    public static bool IsKind(SqlKeyword keyword) => keyword is SqlKeyword.Proc or SqlKeyword.Procedure or SqlKeyword.Function or SqlKeyword.Trigger
        or SqlKeyword.Package or SqlKeyword.Task or SqlKeyword.Event or SqlKeyword.Macro or SqlKeyword.Pipe;

    private int SkipIfExists(int at)
    {
        if (!_tokens.Is(at, SqlKeyword.If))
            return at;

        while (at < _end && !_tokens.Is(at, SqlKeyword.Exists))
            at++;
        return at + 1;
    }

    private void FindBody(SqlKeyword kind, int at)
    {
        // A trigger and an event name first what they wait for.
        if (kind is SqlKeyword.Trigger or SqlKeyword.Event)
        {
            while (at < _end && !_tokens.Is(at, SqlKeyword.On))
                at++;
            at += 2;
        }

        var needsNoAs = _tokens.Dialect is SqlDialect.MySql or SqlDialect.Sqlite || kind is SqlKeyword.Event
            || (kind is SqlKeyword.Trigger && _tokens.Dialect is not (SqlDialect.TSql or SqlDialect.Unknown));
        for (; at < _end; at = _tokens.Next(at))
        {
            switch (_tokens[at].Keyword)
            {
                case SqlKeyword.As when kind is SqlKeyword.Macro:
                    BodyFrom = _tokens.Is(at + 1, SqlKeyword.Table) ? at + 2 : _end;
                    return;
                case SqlKeyword.As or SqlKeyword.Is when !needsNoAs && BeginsBody(at):
                    SetBody(kind, at + 1);
                    return;
                case SqlKeyword.Do when kind is SqlKeyword.Event:
                    BodyFrom = at + 1;
                    return;
                case SqlKeyword.Execute when kind is SqlKeyword.Trigger:
                    return;
                case SqlKeyword.Begin or SqlKeyword.Declare:
                case SqlKeyword.Return when _tokens.Dialect is not SqlDialect.Oracle:
                case SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Replace or SqlKeyword.Select or SqlKeyword.Set or SqlKeyword.Call
                    or SqlKeyword.If or SqlKeyword.With or SqlKeyword.Truncate when needsNoAs:
                    BodyFrom = at;
                    return;
            }
        }
    }

    // Not the AS of a T-SQL parameter's type or of WITH EXECUTE AS.
    private bool BeginsBody(int at) =>
        !_tokens.Is(at - 1, SqlTokenKind.Parameter) && _tokens[at - 1].Keyword is not (SqlKeyword.Exec or SqlKeyword.Execute);

    private void SetBody(SqlKeyword kind, int at)
    {
        if (_tokens.Is(at, SqlTokenKind.String))
        {
            BodyFrom = _end;
            BodyText = IsSql() ? SqlEmbedding.Open(_tokens, at) : null;
            return;
        }

        Declares = _tokens.Dialect is SqlDialect.Oracle || _tokens.Is(at - 1, SqlKeyword.Is);

        // The body of a function may be one expression.
        var first = _tokens.Is(at, SqlTokenKind.OpenParen) ? _tokens.Innermost(at) : at;
        var isExpression = kind is SqlKeyword.Function or SqlKeyword.Macro && !Declares && !SqlKeywords.CannotFollowAsAlias(_tokens[first].Keyword);
        BodyFrom = isExpression ? _end : at;
    }

    // LANGUAGE may stand on either side of the body.
    private bool IsSql()
    {
        for (var at = _from; at < _end; at++)
        {
            if (_tokens.Is(at, SqlKeyword.Language))
                return _tokens.Spells(at + 1, "SQL") || _tokens.Spells(at + 1, "plpgsql") || _tokens.Spells(at + 1, "'plpgsql'");
        }

        return true;
    }
}
