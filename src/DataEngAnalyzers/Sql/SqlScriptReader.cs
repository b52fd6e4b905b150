using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Cuts a script into statements and keeps what holds from one to the next: blocks, conditions, temporary tables.</summary>
internal sealed class SqlScriptReader
{
    private readonly SqlTokens _tokens;
    private readonly SqlStatementBoundary _boundary;
    private readonly ImmutableArray<SqlStatement>.Builder _statements = ImmutableArray.CreateBuilder<SqlStatement>();
    private readonly HashSet<string> _temporaryTables = new(StringComparer.OrdinalIgnoreCase);

    // The conditions of the blocks that are open, innermost last.
    private readonly List<SqlGuard?> _blocks = new();
    private SqlGuard? _pending;
    private SqlGuard? _passed;
    private int _at;

    // No BEGIN follows, so no declarations of a block either.
    private bool _lacksBegin;

    public SqlScriptReader(SqlTokens tokens)
    {
        _tokens = tokens;
        _boundary = new SqlStatementBoundary(tokens);
    }

    public ImmutableArray<SqlStatement> Read()
    {
        while (_at < _tokens.Count)
        {
            var from = _at;
            if (!SkipSeparator() && !ReadControlFlow())
                ReadStatement();

            // Whatever the text, each turn takes at least one token.
            _at = Math.Max(_at, from + 1);
        }

        return _statements.ToImmutable();
    }

    private bool SkipSeparator()
    {
        if (_tokens[_at].Kind is SqlTokenKind.BatchEnd)
            _blocks.Clear();
        else if (_tokens[_at].Kind is not (SqlTokenKind.Semicolon or SqlTokenKind.CloseParen))
            return false;

        _at++;
        return true;
    }

    private bool ReadControlFlow()
    {
        switch (_tokens[_at].Keyword)
        {
            case SqlKeyword.If:
                ReadCondition(opensGuard: true);
                return true;
            case SqlKeyword.Elsif or SqlKeyword.Elseif or SqlKeyword.While or SqlKeyword.When or SqlKeyword.Exception:
                ReadCondition(opensGuard: false);
                return true;
            case SqlKeyword.Else:
                _pending = _passed;
                _at++;
                return true;
            case SqlKeyword.Loop:
                OpenBlock(null);
                return true;
            case SqlKeyword.Do when !_tokens.Is(_at + 1, SqlTokenKind.String):
                _at += _tokens.Is(_at + 1, SqlKeyword.Language) ? 3 : 1;
                return true;
            case SqlKeyword.Declare when !_lacksBegin && !_tokens.Is(_at + 1, SqlTokenKind.Parameter):
                return SkipDeclarations();
            case SqlKeyword.Begin when !_boundary.BeginsTransaction(_at):
                OpenBlock(_pending);
                _pending = null;
                if (_tokens[_at].Keyword is SqlKeyword.Try or SqlKeyword.Catch)
                    _at++;
                return true;
            case SqlKeyword.End when _blocks.Count > 0:
                CloseBlock();
                return true;
            default:
                return false;
        }
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
        _at++;
        if (_tokens[_at].Keyword is SqlKeyword.Try or SqlKeyword.Catch or SqlKeyword.If or SqlKeyword.Loop or SqlKeyword.While)
            _at++;
    }

    private void ReadCondition(bool opensGuard)
    {
        var from = _at + 1;
        var to = _boundary.EndOfCondition(from);
        var last = _statements.Count > 0 ? _statements[_statements.Count - 1].Target : null;
        var guard = opensGuard ? new SqlGuard(_tokens, from, to, last) : null;
        _at = to;
        if (!_tokens.Is(_at, SqlKeyword.Then))
            _pending = guard;
        else if (opensGuard)
            OpenBlock(guard);
        else
            _at++;
    }

    // The declarations of a procedural block end where it begins.
    private bool SkipDeclarations()
    {
        for (var i = _at + 1; i < _tokens.Count; i++)
        {
            if (!_tokens.Is(i, SqlKeyword.Begin))
                continue;

            _at = i;
            return true;
        }

        _lacksBegin = true;
        return false;
    }

    private void ReadStatement()
    {
        var end = _boundary.EndOfStatement(_at, _blocks.Count > 0);
        var reader = new SqlStatementReader(_tokens, _temporaryTables, isProcedural: _blocks.Count > 0);
        var first = _statements.Count;
        reader.Read(_at, end, _statements);
        for (var i = first; i < _statements.Count; i++)
            _statements[i] = ApplyGuards(_statements[i]);

        _passed = _pending;
        _pending = null;
        _at = end;
    }

    private SqlStatement ApplyGuards(SqlStatement statement)
    {
        if (statement.Kind is not SqlStatementKind.Insert || statement.Target is not { } target || !IsGuarded(target))
            return statement;

        var mode = statement.WriteMode is SqlWriteMode.Append ? SqlWriteMode.AppendIfAbsent : statement.WriteMode;
        return statement with { IsGuardedByExistence = true, WriteMode = mode };
    }

    private bool IsGuarded(SqlName target)
    {
        if (_pending?.LooksInto(target) == true)
            return true;

        // Deeper nesting than anyone writes is not looked through.
        for (var i = _blocks.Count - 1; i >= 0 && i > _blocks.Count - 16; i--)
        {
            if (_blocks[i]?.LooksInto(target) == true)
                return true;
        }

        return false;
    }
}
