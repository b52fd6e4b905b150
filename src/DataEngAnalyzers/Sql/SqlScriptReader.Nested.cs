using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Statements inside another: the body of a routine, which runs when called, and the text of EXEC and DO, which runs where it stands.</summary>
internal sealed partial class SqlScriptReader
{
    // Nobody defines routines inside routines further than this; the bound keeps broken text linear.
    private const int DeepestBody = 4;

    // How many routines the text that is read is the body of, one inside the other.
    private int _bodyDepth;

    private bool IsBody => _bodyDepth > 0;

    private bool ReadRoutine(int end)
    {
        if (!_boundary.DefinesRoutine(_at))
            return false;

        var body = ImmutableArray.CreateBuilder<SqlStatement>();
        var routine = new SqlRoutine(_tokens, _at, end);
        if (_bodyDepth < DeepestBody)
            ReadBody(routine, end, body);

        _statements.Add(new SqlStatement
        {
            Kind = SqlStatementKind.CreateRoutine,
            Span = _tokens.Span(_at, end),
            Routine = routine.Name,
            HasColumnList = false,
            HasWhere = false,
            Body = body.ToImmutable(),
        });
        return true;
    }

    private void ReadBody(SqlRoutine routine, int end, ImmutableArray<SqlStatement>.Builder body)
    {
        var reader = routine.BodyText is { } text
            ? new SqlScriptReader(text, 0, text.Count, body, _temporaryTables)
            : new SqlScriptReader(_tokens, routine.BodyFrom, end, body, _temporaryTables) { _isDeclaring = routine.Declares };
        reader._bodyDepth = _bodyDepth + 1;
        reader.ReadAll();
    }

    // EXEC('…') · EXEC sp_executesql N'…' · EXECUTE IMMEDIATE '…' · DO $$ … $$
    private bool ReadEmbedded(int end)
    {
        if (TextToRun(end) is not { } at || SqlEmbedding.Open(_tokens, at) is not { } text)
            return false;

        var first = _statements.Count;
        new SqlScriptReader(text, 0, text.Count, _statements, _temporaryTables) { _bodyDepth = _bodyDepth }.ReadAll();
        return _statements.Count > first;
    }

    private int? TextToRun(int end)
    {
        switch (_tokens[_at].Keyword)
        {
            case SqlKeyword.Do:
                var text = _tokens.Is(_at + 1, SqlKeyword.Language) ? _at + 3 : _at + 1;
                return text;
            case SqlKeyword.Exec or SqlKeyword.Execute:
                break;
            default:
                return null;
        }

        var next = _at + 1;
        if (_tokens.Is(next, SqlTokenKind.OpenParen))
            return _tokens.Partner(next) == next + 2 ? next + 1 : null;

        if (_tokens.Is(next, SqlKeyword.Immediate) || _tokens.Is(next, SqlTokenKind.String))
        {
            next += _tokens.Is(next, SqlKeyword.Immediate) ? 1 : 0;
            return _tokens.Is(next + 1, SqlTokenKind.Operator) && next + 1 < end ? null : next;
        }

        var procedure = SqlNames.Read(_tokens, ref next, end);
        if (procedure is null || !SqlWords.Same(procedure.Last, "sp_executesql"))
            return null;

        next += _tokens.Is(next, SqlTokenKind.Parameter) && _tokens.IsOperator(next + 1, "=") ? 2 : 0;
        return next;
    }
}
