using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Cuts a script into statements and keeps what holds from one to the next: blocks, conditions, temporary tables.</summary>
internal sealed partial class SqlScriptReader
{
    private readonly SqlTokens _tokens;
    private readonly int _end;
    private readonly SqlStatementBoundary _boundary;
    private readonly ImmutableArray<SqlStatement>.Builder _statements;
    private readonly HashSet<string> _temporaryTables;

    // The conditions of the blocks that are open, innermost last.
    private readonly List<SqlGuard?> _blocks = new();
    private SqlGuard? _pending;
    private SqlGuard? _passed;
    private int _at;

    public SqlScriptReader(SqlTokens tokens)
        : this(tokens, 0, tokens.Count, ImmutableArray.CreateBuilder<SqlStatement>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase))
    {
    }

    private SqlScriptReader(SqlTokens tokens, int from, int to, ImmutableArray<SqlStatement>.Builder statements, HashSet<string> temporaryTables)
    {
        _tokens = tokens;
        _at = from;
        _end = to;
        _boundary = new SqlStatementBoundary(tokens, to);
        _statements = statements;
        _temporaryTables = temporaryTables;
    }

    public ImmutableArray<SqlStatement> Read()
    {
        ReadAll();
        return _statements.ToImmutable();
    }

    private void ReadAll()
    {
        while (_at < _end)
        {
            var from = _at;
            if (!SkipSeparator() && !SkipLabel() && !ReadDeclared() && !ReadControlFlow())
                ReadStatement();

            // Whatever the text, each turn takes at least one token.
            _at = Math.Max(_at, from + 1);
        }
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

    private void ReadStatement()
    {
        var end = _boundary.EndOfStatement(_at, _blocks.Count > 0);
        var first = _statements.Count;
        if (!ReadRoutine(end) && !ReadEmbedded(end))
            NewReader().Read(_at, end, _statements);
        for (var i = first; i < _statements.Count; i++)
            _statements[i] = ApplyGuards(_statements[i]);

        _passed = _pending;
        _pending = null;
        _at = end;
    }

    private SqlStatementReader NewReader() => new(_tokens, _temporaryTables, isProcedural: _blocks.Count > 0);

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
