namespace DataEngAnalyzers.Sql;

/// <summary>Finds where a statement ends. Only T-SQL, and so the neutral reading, goes on without a semicolon.</summary>
internal sealed class SqlStatementBoundary
{
    private readonly SqlTokens _tokens;
    private readonly int _end;
    private readonly bool _needsNoSemicolon;

    /// <param name="tokens">The script.</param>
    /// <param name="end">Behind the last token to look at.</param>
    public SqlStatementBoundary(SqlTokens tokens, int end)
    {
        _tokens = tokens;
        _end = end;
        _needsNoSemicolon = tokens.Dialect is SqlDialect.TSql or SqlDialect.Unknown;
    }

    /// <summary>BEGIN opens a transaction, and not a block.</summary>
    public bool BeginsTransaction(int at) =>
        (_tokens[at + 1].Kind is SqlTokenKind.End or SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd && _tokens.Dialect is not SqlDialect.TSql)
        || _tokens[at + 1].Keyword is SqlKeyword.Tran or SqlKeyword.Transaction or SqlKeyword.Work or SqlKeyword.Immediate or SqlKeyword.Exclusive
            or SqlKeyword.Deferred or SqlKeyword.Isolation or SqlKeyword.Concurrently
        || (_tokens.Is(at + 1, SqlKeyword.Read) && _tokens[at + 2].Keyword is SqlKeyword.Only or SqlKeyword.Write)
        || _tokens.Spells(at + 1, "DISTRIBUTED");

    /// <summary>The condition of IF or WHILE ends at THEN, LOOP or the statement it governs.</summary>
    public int EndOfCondition(int from)
    {
        var cases = new SqlOpenCases();
        for (var at = from; at < _end; at = _tokens.Next(at))
        {
            if (_tokens[at].Kind is SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd)
                return at;
            if (cases.Note(_tokens[at].Keyword) || cases.Any)
                continue;
            if (_tokens[at].Keyword is SqlKeyword.Then or SqlKeyword.Loop or SqlKeyword.Do || (at > from && BeginsGovernedStatement(at)))
                return at;
        }

        return _end;
    }

    /// <summary>The head of a FOR loop ends at LOOP or DO.</summary>
    public int EndOfLoopHead(int from)
    {
        for (var at = from; at < _end; at = _tokens.Next(at))
        {
            if (_tokens[at].Kind is SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd || _tokens[at].Keyword is SqlKeyword.Loop or SqlKeyword.Do)
                return at;
        }

        return _end;
    }

    public int EndOfStatement(int from, bool isInBlock)
    {
        var head = new Head(_tokens, from);
        if (DefinesRoutine(from))
            return EndOfRoutine(from);

        var cases = new SqlOpenCases();
        head.NotePart(_tokens, from);
        for (var at = _tokens.Next(from); at < _end; at = _tokens.Next(at))
        {
            var token = _tokens[at];
            var isName = _tokens.Is(at - 1, SqlTokenKind.Dot) || _tokens.Is(at - 1, SqlKeyword.As);
            var keyword = isName ? SqlKeyword.None : token.Keyword;
            if (token.Kind is SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd)
                return at;
            if (cases.Note(keyword))
                continue;

            if (!cases.Any && keyword is not SqlKeyword.None)
            {
                if ((isInBlock || _needsNoSemicolon) && keyword is SqlKeyword.End or SqlKeyword.Else or SqlKeyword.Elsif or SqlKeyword.Elseif)
                    return at;
                if (_needsNoSemicolon && head.Verb is not SqlKeyword.None && head.IsFollowedBy(_tokens, at))
                    return at;
            }

            head.NotePart(_tokens, at);
        }

        return _end;
    }

    private bool BeginsGovernedStatement(int at) => _tokens[at].Keyword switch
    {
        // In a trigger: IF UPDATE(column).
        SqlKeyword.Update when _tokens.Is(at + 1, SqlTokenKind.OpenParen) => false,
        SqlKeyword.Select or SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Merge or SqlKeyword.Begin or SqlKeyword.Exec
            or SqlKeyword.Execute or SqlKeyword.Truncate or SqlKeyword.Drop or SqlKeyword.Create or SqlKeyword.Alter or SqlKeyword.Set or SqlKeyword.Commit
            or SqlKeyword.Rollback or SqlKeyword.Print or SqlKeyword.Return or SqlKeyword.Declare or SqlKeyword.If or SqlKeyword.With or SqlKeyword.Bulk
            or SqlKeyword.While or SqlKeyword.Raiserror or SqlKeyword.Throw or SqlKeyword.Waitfor or SqlKeyword.Goto or SqlKeyword.Break or SqlKeyword.Continue => true,
        _ => false,
    };

    /// <summary>CREATE or ALTER of something with a body that runs later.</summary>
    public bool DefinesRoutine(int from)
    {
        if (_tokens[from].Keyword is not (SqlKeyword.Create or SqlKeyword.Alter))
            return false;

        // The longest way there: CREATE OR REPLACE DEFINER = a @ b PROCEDURE.
        for (var at = from + 1; at < from + 10 && at < _end; at++)
        {
            var keyword = _tokens[at].Keyword;
            if (SqlRoutine.IsKind(keyword))
                return keyword is not SqlKeyword.Event || _tokens.Dialect is not SqlDialect.TSql;
            if (_tokens.Is(at, SqlKeyword.Table, SqlKeyword.Function))
                return true;
            if (_tokens.Is(at, SqlTokenKind.OpenParen) || _tokens.Is(at, SqlTokenKind.Semicolon) || keyword is SqlKeyword.Table or SqlKeyword.View
                or SqlKeyword.Index or SqlKeyword.Partition or SqlKeyword.Schema or SqlKeyword.Database or SqlKeyword.Sequence or SqlKeyword.Type or SqlKeyword.As or SqlKeyword.On)
                return false;
        }

        return false;
    }

    // The body is one string, one statement, a block, or all of the batch.
    private int EndOfRoutine(int from)
    {
        var takesBatch = _tokens.Dialect is SqlDialect.TSql or SqlDialect.Oracle;
        var endsAtSemicolon = _tokens.Dialect is not SqlDialect.Unknown;
        var depth = 0;
        for (var at = from; at < _end; at = _tokens.Next(at))
        {
            switch (_tokens[at].Keyword)
            {
                case SqlKeyword.Declare when depth == 0:
                    endsAtSemicolon = false;
                    break;
                case SqlKeyword.Begin:
                    endsAtSemicolon = true;
                    depth++;
                    break;
                case SqlKeyword.Case:
                    depth++;
                    break;
                case SqlKeyword.End when ClosesByName(at):
                    at++;
                    break;
                case SqlKeyword.End:
                    depth -= depth > 0 ? 1 : 0;
                    at += _tokens.Is(at + 1, SqlKeyword.Case) ? 1 : 0;
                    break;
            }

            endsAtSemicolon |= _tokens.Is(at, SqlTokenKind.String) && _tokens.Is(at - 1, SqlKeyword.As);
            if (_tokens.Is(at, SqlTokenKind.BatchEnd) || (_tokens.Is(at, SqlTokenKind.Semicolon) && depth == 0 && endsAtSemicolon && !takesBatch))
                return at;
        }

        return _end;
    }

    /// <summary>Blocks that begin without BEGIN end with END and their own word. In T-SQL such a word begins the next statement.</summary>
    public bool ClosesByName(int end)
    {
        if (_tokens[end + 1].Keyword is not (SqlKeyword.If or SqlKeyword.Loop or SqlKeyword.While or SqlKeyword.For or SqlKeyword.Repeat))
            return false;

        var behind = _tokens[end + 2].Kind is SqlTokenKind.Word && _tokens[end + 2].Keyword is SqlKeyword.None ? end + 3 : end + 2;
        return !_needsNoSemicolon || (_tokens.Dialect is not SqlDialect.TSql && _tokens[behind].Kind is SqlTokenKind.Semicolon or SqlTokenKind.End);
    }

    /// <summary>What has been seen of a statement, as far as it decides whether a verb continues it.</summary>
    private struct Head
    {
        private bool _hasRows;
        private bool _hasSet;
        private bool _hasRecipient;
        private bool _hasAs;
        private bool _isOfDatabase;
        private bool _hasCommonTables;

        public Head(SqlTokens tokens, int at)
        {
            Verb = tokens[at].Keyword;
            _hasRows = Verb is SqlKeyword.Select or SqlKeyword.Values;
            _hasSet = false;
            _hasRecipient = false;

            // The body of an inline function: AS RETURN SELECT …
            _hasAs = Verb is SqlKeyword.Return && tokens.Is(at - 1, SqlKeyword.As);
            _isOfDatabase = false;
            _hasCommonTables = false;
        }

        public SqlKeyword Verb { get; private set; }

        public void NotePart(SqlTokens tokens, int at)
        {
            var keyword = tokens[at].Keyword;
            if (Verb is SqlKeyword.With && keyword is SqlKeyword.Select or SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Merge)
                Verb = keyword;

            // The rows of INSERT and CREATE may begin with WITH; those of the common tables are not theirs yet.
            _hasCommonTables |= keyword is SqlKeyword.With && !tokens.Is(at + 1, SqlTokenKind.OpenParen);
            if (_hasCommonTables && tokens.Is(at, SqlTokenKind.OpenParen) && tokens[at - 1].Keyword is SqlKeyword.As or SqlKeyword.Materialized)
                return;
            if (tokens.Is(at, SqlTokenKind.OpenParen))
                keyword = tokens[tokens.Innermost(at)].Keyword is SqlKeyword.Select ? SqlKeyword.Select : keyword;

            _hasRows |= Verb is not SqlKeyword.With
                && keyword is SqlKeyword.Select or SqlKeyword.Values or SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Default;
            _hasSet |= keyword is SqlKeyword.Set;
            _hasRecipient |= keyword is SqlKeyword.To or SqlKeyword.From;
            _hasAs |= keyword is SqlKeyword.As;
            _isOfDatabase |= keyword is SqlKeyword.Database && Verb is SqlKeyword.Alter;
        }

        /// <summary>The word begins another statement, and does not belong to this one.</summary>
        public readonly bool IsFollowedBy(SqlTokens tokens, int at)
        {
            var before = tokens[at - 1];
            if (before.Kind is SqlTokenKind.Dot or SqlTokenKind.Comma or SqlTokenKind.Operator || tokens.Is(at + 1, SqlTokenKind.Dot))
                return false;
            if ((Verb is SqlKeyword.Grant or SqlKeyword.Revoke or SqlKeyword.Deny && !_hasRecipient) || Verb is SqlKeyword.Explain or SqlKeyword.With)
                return false;

            switch (tokens[at].Keyword)
            {
                case SqlKeyword.Select:
                    return !AwaitsRows(tokens) && before.Keyword is not (SqlKeyword.Union or SqlKeyword.All or SqlKeyword.Except or SqlKeyword.Intersect or SqlKeyword.Minus
                        or SqlKeyword.Distinct or SqlKeyword.As or SqlKeyword.For);
                case SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Merge:
                    return !(before.Keyword is SqlKeyword.On && Verb is not SqlKeyword.Set)
                        && before.Keyword is not (SqlKeyword.Then or SqlKeyword.For or SqlKeyword.After or SqlKeyword.Before or SqlKeyword.Of
                        or SqlKeyword.Or or SqlKeyword.Do or SqlKeyword.Key or SqlKeyword.Bulk or SqlKeyword.As or SqlKeyword.Join or SqlKeyword.Inner
                        or SqlKeyword.Left or SqlKeyword.Cross) && !tokens.Is(at + 1, SqlTokenKind.OpenParen);
                case SqlKeyword.Create or SqlKeyword.Alter or SqlKeyword.Drop:
                    return before.Keyword is not SqlKeyword.Or && (NamesObject(tokens[at + 1].Keyword) || BeginsDefinition(tokens, at));
                case SqlKeyword.Truncate:
                    return tokens.Is(at + 1, SqlKeyword.Table);
                case SqlKeyword.Bulk:
                    return tokens.Is(at + 1, SqlKeyword.Insert);
                case SqlKeyword.Exec or SqlKeyword.Execute:
                    return !AwaitsRows(tokens) && before.Keyword is not SqlKeyword.As;
                case SqlKeyword.Set:
                    return !AwaitsSet(tokens, at) && before.Keyword is not (SqlKeyword.Update or SqlKeyword.Character or SqlKeyword.Delete);
                case SqlKeyword.If:
                    return !(tokens.Is(at + 1, SqlKeyword.Exists) && !tokens.Is(at + 2, SqlTokenKind.OpenParen))
                        && !(tokens.Is(at + 1, SqlKeyword.Not, SqlKeyword.Exists) && !tokens.Is(at + 3, SqlTokenKind.OpenParen))
                        && !SqlKeywords.IsReserved(before.Keyword);
                case SqlKeyword.Commit or SqlKeyword.Rollback:
                    return !(before.Keyword is SqlKeyword.On && Verb is not SqlKeyword.Set) && before.Keyword is not (SqlKeyword.Or or SqlKeyword.As or SqlKeyword.With);
                case SqlKeyword.Declare or SqlKeyword.While or SqlKeyword.Print or SqlKeyword.Begin or SqlKeyword.Return or SqlKeyword.Raiserror or SqlKeyword.Throw:
                    return before.Keyword is not (SqlKeyword.Or or SqlKeyword.As);
                case SqlKeyword.Fetch:
                    return before.Keyword is not (SqlKeyword.Row or SqlKeyword.Rows)
                        && (tokens[at + 1].Keyword is SqlKeyword.Next or SqlKeyword.First or SqlKeyword.From || tokens.Is(at + 2, SqlKeyword.Into));
                case SqlKeyword.Open or SqlKeyword.Close or SqlKeyword.Deallocate:
                    return (!SqlKeywords.IsReserved(before.Keyword) || before.Keyword is SqlKeyword.Null or SqlKeyword.End) && tokens[at + 1].Kind is SqlTokenKind.Word or SqlTokenKind.Parameter && !SqlKeywords.IsReserved(tokens[at + 1].Keyword);
                case SqlKeyword.Grant or SqlKeyword.Revoke or SqlKeyword.Deny:
                    return before.Keyword is not (SqlKeyword.Or or SqlKeyword.As or SqlKeyword.With) && tokens.Is(at + 1, SqlTokenKind.Word);
                case SqlKeyword.Waitfor:
                    return tokens.Spells(at + 1, "DELAY") || tokens.Spells(at + 1, "TIME");
                case SqlKeyword.Goto or SqlKeyword.Break or SqlKeyword.Continue or SqlKeyword.Use or SqlKeyword.Dbcc or SqlKeyword.Checkpoint
                    or SqlKeyword.Reconfigure or SqlKeyword.Backup or SqlKeyword.Restore:
                    return tokens.Dialect is SqlDialect.TSql && !SqlKeywords.IsReserved(before.Keyword) && !tokens.Spells(at - 1, "GOVERNOR");
                case SqlKeyword.Save:
                    return tokens[at + 1].Keyword is SqlKeyword.Tran or SqlKeyword.Transaction;
                default:
                    return false;
            }
        }

        // T-SQL has no CREATE TABLE without AS in front of its query.
        private readonly bool AwaitsRows(SqlTokens tokens) => !_hasRows && Verb switch
        {
            SqlKeyword.Insert or SqlKeyword.Replace or SqlKeyword.Copy => true,
            SqlKeyword.Create => _hasAs || tokens.Dialect is not SqlDialect.TSql,
            SqlKeyword.Return => _hasAs,
            _ => false,
        };

        private readonly bool AwaitsSet(SqlTokens tokens, int at) => Verb switch
        {
            SqlKeyword.Update => !_hasSet,
            SqlKeyword.Insert or SqlKeyword.Replace => AwaitsRows(tokens),
            SqlKeyword.Merge or SqlKeyword.Load => true,
            SqlKeyword.Create or SqlKeyword.Alter => tokens.Dialect is not SqlDialect.TSql || tokens.Is(at + 1, SqlTokenKind.OpenParen) || _isOfDatabase,
            _ => false,
        };

        // T-SQL creates and drops many things, and nothing but ALTER has such parts.
        private readonly bool BeginsDefinition(SqlTokens tokens, int at) =>
            tokens.Dialect is SqlDialect.TSql && tokens.Is(at + 1, SqlTokenKind.Word)
            && (Verb is not SqlKeyword.Alter || (tokens.Is(at + 1, SqlKeyword.Index) && (tokens.Is(at + 3, SqlKeyword.On) || tokens.Is(at + 2, SqlKeyword.If))));

        private readonly bool NamesObject(SqlKeyword next) => next switch
        {
            SqlKeyword.Table or SqlKeyword.View or SqlKeyword.Schema or SqlKeyword.Database or SqlKeyword.Proc or SqlKeyword.Procedure or SqlKeyword.Function
                or SqlKeyword.Trigger => true,
            SqlKeyword.Index or SqlKeyword.Unique or SqlKeyword.Clustered or SqlKeyword.Nonclustered or SqlKeyword.Sequence or SqlKeyword.Or
                or SqlKeyword.Temp or SqlKeyword.Temporary => Verb is not SqlKeyword.Alter,
            _ => false,
        };
    }
}
