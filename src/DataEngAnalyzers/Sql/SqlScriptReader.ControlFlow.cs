using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Blocks, conditions, loops and declarations of procedural code.</summary>
internal sealed partial class SqlScriptReader
{
    // Between DECLARE, or the AS of a routine, and the BEGIN of its block.
    private bool _isDeclaring;

    // name: and <<name>>
    private bool SkipLabel()
    {
        if (_tokens.IsOperator(_at, "<<"))
        {
            while (_at < _end && !_tokens.IsOperator(_at, ">>"))
                _at++;
            _at++;
            return true;
        }

        if (!_tokens.Is(_at, SqlTokenKind.Word) || !_tokens.IsOperator(_at + 1, ":"))
            return false;

        _at += 2;
        return true;
    }

    private bool ReadControlFlow()
    {
        switch (_tokens[_at].Keyword)
        {
            case SqlKeyword.If:
                ReadCondition(opensGuard: true);
                return true;
            case SqlKeyword.Elsif or SqlKeyword.Elseif or SqlKeyword.While or SqlKeyword.When or SqlKeyword.Exception or SqlKeyword.Until:
                ReadCondition(opensGuard: false);
                return true;
            case SqlKeyword.Else:
                _pending = _passed;
                _at++;
                return true;
            case SqlKeyword.Loop or SqlKeyword.Repeat:
                OpenBlock(null);
                return true;
            case SqlKeyword.For or SqlKeyword.Foreach or SqlKeyword.Forall:
                ReadForLoop();
                return true;
            case SqlKeyword.Case:
                OpenBlock(null);
                _at = _tokens.FindOutsideCase(_at, _end, SqlKeyword.When);
                return true;
            case SqlKeyword.Procedure or SqlKeyword.Function:
                SkipRoutineHead();
                return true;
            case SqlKeyword.Declare:
                return ReadDeclare();
            case SqlKeyword.Begin when !_boundary.BeginsTransaction(_at):
                OpenBlock(_pending);
                _pending = null;
                SkipBlockKind();
                return true;
            case SqlKeyword.End when _blocks.Count > 0:
                CloseBlock();
                return true;
            case SqlKeyword.End when IsBody:
                _at++;
                SkipBlockName();
                return true;
            default:
                return false;
        }
    }

    // BEGIN TRY, BEGIN CATCH, BEGIN ATOMIC WITH ( … ).
    private void SkipBlockKind()
    {
        if (_tokens[_at].Keyword is SqlKeyword.Try or SqlKeyword.Catch)
            _at++;
        else if (_tokens.Spells(_at, "ATOMIC"))
            _at = _tokens.Is(_at + 1, SqlKeyword.With) ? _tokens.Next(_at + 2) : _at + 1;
    }

    private void OpenBlock(SqlGuard? guard)
    {
        _blocks.Add(guard);
        _at++;
    }

    private void CloseBlock()
    {
        _passed = _blocks[_blocks.Count - 1];
        _blocks.RemoveAt(_blocks.Count - 1);
        var repeatsWord = _boundary.ClosesByName(_at) || _tokens[_at + 1].Keyword is SqlKeyword.Try or SqlKeyword.Catch or SqlKeyword.Case;
        _at += repeatsWord ? 2 : 1;
        SkipBlockName();
    }

    // END name; repeats the label of the block or the name of the routine.
    private void SkipBlockName()
    {
        if (_tokens[_at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && _tokens[_at].Keyword is SqlKeyword.None && _tokens[_at + 1].Kind is SqlTokenKind.Semicolon or SqlTokenKind.End)
            _at++;
    }

    private void ReadCondition(bool opensGuard)
    {
        var from = _at + 1;
        var to = _boundary.EndOfCondition(from);
        var last = _statements.Count > 0 ? _statements[_statements.Count - 1].Target : null;
        var guard = opensGuard ? new SqlGuard(_tokens, from, to, last) : null;
        _at = to;
        if (_tokens[_at].Keyword is SqlKeyword.Loop or SqlKeyword.Do)
            OpenBlock(null);
        else if (!_tokens.Is(_at, SqlKeyword.Then))
            _pending = guard;
        else if (opensGuard)
            OpenBlock(guard);
        else
            _at++;
    }

    // FOR r IN SELECT … LOOP · FOR r IN ( … ) DO · FORALL i IN 1..n INSERT …
    private void ReadForLoop()
    {
        var to = _tokens.Is(_at, SqlKeyword.Forall) ? _boundary.EndOfCondition(_at + 1) : _boundary.EndOfLoopHead(_at + 1);
        var query = _at + 1;
        while (query < to && !BeginsQuery(query))
            query++;

        if (query < to)
            NewReader().Read(query, to, _statements);
        _at = to;
        if (_tokens[_at].Keyword is SqlKeyword.Loop or SqlKeyword.Do)
            OpenBlock(null);
    }

    private bool BeginsQuery(int at) =>
        _tokens[at].Keyword is SqlKeyword.Select or SqlKeyword.With
        || (_tokens.Is(at, SqlTokenKind.OpenParen) && _tokens[_tokens.Innermost(at)].Keyword is SqlKeyword.Select or SqlKeyword.With);

    // T-SQL declares where it likes; others in front of a block, or one by one.
    private bool ReadDeclare()
    {
        if (_tokens.Dialect is SqlDialect.TSql || _tokens.Is(_at + 1, SqlTokenKind.Parameter))
            return ReadCursor(_boundary.EndOfStatement(_at, _blocks.Count > 0));

        var end = EndOfDeclaration(_at + 1);
        var standsAlone = _tokens.Dialect is SqlDialect.PostgreSql or SqlDialect.Unknown && _tokens.Depth == 0 && !IsBody;
        if ((standsAlone && ReadCursor(end)) || SkipHandler())
            return true;

        _at++;
        if (_tokens.Dialect is SqlDialect.MySql or SqlDialect.BigQuery)
            ReadDeclaration(end);
        else
            _isDeclaring = true;
        return true;
    }

    // DECLARE c CURSOR FOR SELECT …
    private bool ReadCursor(int end)
    {
        for (var at = _at + 1; at < Math.Min(end, _at + 8); at++)
        {
            if (!_tokens.Is(at, SqlKeyword.Cursor))
                continue;

            ReadDeclaration(end);
            return true;
        }

        return false;
    }

    // MySQL: DECLARE EXIT HANDLER FOR SQLEXCEPTION, NOT FOUND statement.
    private bool SkipHandler()
    {
        if (!_tokens.Is(_at + 2, SqlKeyword.Handler))
            return false;

        _at += 4;
        while (_at < _end)
        {
            _at += _tokens.Is(_at, SqlKeyword.Not) || _tokens.Spells(_at, "SQLSTATE") ? 2 : 1;
            _at += _tokens.Is(_at - 1, SqlKeyword.Value) ? 1 : 0;
            if (!_tokens.Is(_at, SqlTokenKind.Comma))
                break;
            _at++;
        }

        return true;
    }

    private bool ReadDeclared()
    {
        if (!_isDeclaring)
            return false;

        switch (_tokens[_at].Keyword)
        {
            case SqlKeyword.Begin:
                _isDeclaring = false;
                return false;
            case SqlKeyword.Procedure or SqlKeyword.Function:
                SkipRoutineHead();
                return true;
            case SqlKeyword.End when _blocks.Count == 0:
                _isDeclaring = false;
                _at++;
                return true;
            default:
                ReadDeclaration(EndOfDeclaration(_at));
                return true;
        }
    }

    // PROCEDURE p (a NUMBER) IS inside a package or a block; without IS it only announces one.
    private void SkipRoutineHead()
    {
        while (_at < _end && _tokens[_at].Keyword is not (SqlKeyword.Is or SqlKeyword.As) && _tokens[_at].Kind is not (SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd))
            _at = _tokens.Next(_at);
        _isDeclaring = true;
        _at++;
    }

    // A declaration says something of tables only through its query.
    private void ReadDeclaration(int end)
    {
        var query = _at;
        while (query < end && !BeginsQuery(query))
            query++;

        if (query < end)
            NewReader().Read(query, end, _statements);
        _at = end;
    }

    private int EndOfDeclaration(int from)
    {
        for (var at = from; at < _end; at = _tokens.Next(at))
        {
            if (_tokens[at].Kind is SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd || _tokens.Is(at, SqlKeyword.Begin))
                return at;
        }

        return _end;
    }
}
