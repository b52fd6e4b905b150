using System;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>What stands between a source and the next: alias, hints, samples, time travel, pivots.</summary>
internal sealed partial class QueryReader
{
    private void ReadSourceOptions(QuerySource source)
    {
        while (_at < _end)
        {
            var from = _at;
            if (!ReadRowOption(source) && !ReadShapeOption(source) && !ReadAlias(source))
                return;

            _at = Math.Min(Math.Max(_at, from + 1), _end);
        }
    }

    // Options that leave the columns as they are.
    private bool ReadRowOption(QuerySource source)
    {
        switch (Keyword)
        {
            case SqlKeyword.Tablesample:
                SkipTo(SqlTokenKind.OpenParen);
                return true;
            case SqlKeyword.For when _tokens[_at + 1].Keyword is SqlKeyword.System || _tokens.Spells(_at + 1, "SYSTEM_TIME") || _tokens.Spells(_at + 1, "TIMESTAMP") || _tokens.Spells(_at + 1, "VERSION"):
                SkipTimeTravel();
                return true;
            case SqlKeyword.Partition or SqlKeyword.Before when _tokens.Is(_at + 1, SqlTokenKind.OpenParen):
            case SqlKeyword.With when _tokens.Is(_at + 1, SqlTokenKind.OpenParen) && source.Arguments is null:
                _at = _tokens.Next(_at + 1);
                return true;
            case SqlKeyword.With when _tokens.Spells(_at + 1, "ORDINALITY"):
                source.Ordinal = "ordinality";
                _at += 2;
                return true;
            case SqlKeyword.With when _tokens.Is(_at + 1, SqlKeyword.Offset):
                _at += 2;
                source.Ordinal = SqlAliases.Read(_tokens, ref _at, _end) ?? "offset";
                return true;
            case SqlKeyword.Using when _tokens.Spells(_at + 1, "SAMPLE"):
                _at = _end;
                return true;
            default:
                return SkipHint();
        }
    }

    private bool SkipHint()
    {
        // INDEXED BY i, NOT INDEXED, USE INDEX (i), AT (TIMESTAMP => t), SAMPLE (10), (NOLOCK)
        if (_tokens.Spells(_at, "INDEXED") && _tokens.Is(_at + 1, SqlKeyword.By))
            _at += 3;
        else if (_tokens.Is(_at, SqlKeyword.Not) && _tokens.Spells(_at + 1, "INDEXED"))
            _at += 2;
        else if (_tokens.Is(_at + 1, SqlKeyword.Index) && (_tokens.Spells(_at, "USE") || _tokens.Spells(_at, "FORCE") || _tokens.Spells(_at, "IGNORE")))
            SkipTo(SqlTokenKind.OpenParen);
        else if (_tokens.Is(_at + 1, SqlTokenKind.OpenParen) && (_tokens.Spells(_at, "AT") || _tokens.Spells(_at, "SAMPLE")))
            _at = _tokens.Next(_at + 1);
        else if (_tokens.Is(_at, SqlTokenKind.OpenParen) && SqlHints.IsLockingHint(_tokens, _at + 1))
            _at = _tokens.Next(_at);
        else
            return false;

        return true;
    }

    // Options that give the source other columns.
    private bool ReadShapeOption(QuerySource source)
    {
        if (Keyword is SqlKeyword.Pivot or SqlKeyword.Unpivot || _tokens.Spells(_at, "MATCH_RECOGNIZE"))
        {
            source.Gaps |= SqlLineageGaps.Unsupported;
            source.Alias = null;
            SkipTo(SqlTokenKind.OpenParen);
            return true;
        }

        // OPENJSON( ) WITH (a int '$.a').
        if (Keyword is not SqlKeyword.With || !_tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            return false;

        source.Columns = ReadNames(_at + 1);
        _at = _tokens.Next(_at + 1);
        return true;
    }

    private bool ReadAlias(QuerySource source)
    {
        // PostgreSQL defines the columns of a function's rows: AS (a int, b text).
        var isDefinition = Keyword is SqlKeyword.As && _tokens.Is(_at + 1, SqlTokenKind.OpenParen);
        if (isDefinition)
            _at++;
        else if (source.Alias is not null || SqlAliases.Read(_tokens, ref _at, _end) is not { } alias)
            return false;
        else
            source.Alias = alias;

        if (_tokens.Is(_at, SqlTokenKind.OpenParen) && _at < _end && !SqlHints.IsLockingHint(_tokens, _at + 1))
        {
            source.Columns = ReadNames(_at);
            _at = _tokens.Next(_at);
        }

        return true;
    }

    private void SkipTo(SqlTokenKind kind)
    {
        while (_at < _end && !_tokens.Is(_at, kind))
            _at++;
        _at = Math.Min(_tokens.Next(_at), _end);
    }

    // FOR SYSTEM_TIME AS OF x, BETWEEN x AND y, FROM x TO y, ALL, CONTAINED IN (x, y): up to the alias behind one operand or two.
    private void SkipTimeTravel()
    {
        for (_at += 2; _at < _end; _at = _tokens.Next(_at))
        {
            var continues = Keyword is SqlKeyword.As && _tokens.Is(_at + 1, SqlKeyword.Of) || Keyword is SqlKeyword.Of or SqlKeyword.Between or SqlKeyword.And or SqlKeyword.From
                or SqlKeyword.To or SqlKeyword.All or SqlKeyword.In || _tokens.Spells(_at, "CONTAINED") || _tokens.Spells(_at, "SYSTEM_TIME")
                || _tokens[_at].Kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Hole or SqlTokenKind.OpenParen or SqlTokenKind.Operator
                || _tokens.Is(_at + 1, SqlTokenKind.OpenParen);
            if (!continues)
                return;
        }
    }
}
