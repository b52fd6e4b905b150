using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>INSERT ALL and INSERT FIRST of Oracle and Snowflake: one query, rows for several tables.</summary>
internal sealed partial class SqlStatementReader
{
    private bool IsMultiTableInsert() =>
        Current.Keyword is SqlKeyword.All or SqlKeyword.First && _tokens[_at + 1].Keyword is SqlKeyword.Into or SqlKeyword.When;

    // INSERT ALL WHEN a > 1 THEN INTO t (a) VALUES (x) ELSE INTO u SELECT …
    private void ReadMultiTableInsert(SqlWriteMode mode)
    {
        var from = _at + 1;
        var query = from;
        while (query < _end && !BeginsRows(query))
            query = Math.Min(_tokens.Next(query), _end);
        _scanner.Scan(query, _end, SqlZone.None);

        for (_at = from; _at < query;)
        {
            if (Current.Keyword is SqlKeyword.When)
            {
                var then = Math.Min(_tokens.FindOutsideCase(_at, query, SqlKeyword.Then), query);
                _scanner.Scan(_at, then, SqlZone.Condition, SqlClause.When);
                _at = then;
            }
            else if (Skip(SqlKeyword.Into) && ReadName() is { } target)
            {
                ReadIntoBranch(target, mode);
            }
            else
            {
                _at++;
            }
        }

        _at = _end;
        if (_furtherTargets.Count > 0)
            TakeFirstBranch(mode);
    }

    private bool BeginsRows(int at) =>
        _tokens[at].Keyword is SqlKeyword.Select or SqlKeyword.With
        || (_tokens.Is(at, SqlTokenKind.OpenParen) && _tokens[_tokens.Innermost(at)].Keyword is SqlKeyword.Select or SqlKeyword.With);

    private void ReadIntoBranch(SqlName target, SqlWriteMode mode)
    {
        _facts.HasColumnList = false;
        _facts.Columns = _facts.Columns.Clear();
        ReadInsertColumns();
        if (Skip(SqlKeyword.Values) && Current.Kind is SqlTokenKind.OpenParen)
        {
            var areLiterals = true;
            ReadRow(_at, bind: true, ref areLiterals);
            var row = _at;
            _at = Math.Min(_tokens.Next(_at), _end);
            _scanner.Scan(row, _at, SqlZone.Tail);
        }

        // Rows of the same table are one write.
        var isKnown = _furtherTargets.Exists(known => known.Target.Matches(target));
        if (!isKnown)
            _furtherTargets.Add(new FurtherTarget(target) { Columns = _facts.Columns, HasColumnList = _facts.HasColumnList });
    }

    private void TakeFirstBranch(SqlWriteMode mode)
    {
        for (var i = 0; i < _furtherTargets.Count; i++)
            _furtherTargets[i] = _furtherTargets[i] with { Tables = _facts.Tables.ToImmutableArray() };

        var first = _furtherTargets[0];
        _furtherTargets.RemoveAt(0);
        SetTarget(first.Target, mode);
        _facts.Columns = first.Columns;
        _facts.HasColumnList = first.HasColumnList;
    }
}
