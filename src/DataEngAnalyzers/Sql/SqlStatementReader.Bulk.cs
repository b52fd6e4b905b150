using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>COPY, BULK INSERT and LOAD DATA.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadCopy()
    {
        _facts.Kind = SqlStatementKind.Copy;
        _at++;
        var intoTable = Skip(SqlKeyword.Into);
        if (Current.Kind is SqlTokenKind.OpenParen || (intoTable && Current.Kind is SqlTokenKind.Parameter or SqlTokenKind.String))
        {
            // A query, or a stage to unload to.
            _scanner.Scan(_at, _end, SqlZone.None);
            return;
        }

        if (ReadName() is not { } table)
            return;

        ReadInsertColumns();
        if (intoTable)
        {
            // Files that were loaded before are skipped, unless forced.
            SetTarget(table, IsForced() ? SqlWriteMode.Append : SqlWriteMode.AppendIfAbsent);
            _scanner.Scan(_at, _end, SqlZone.None);
        }
        else if (Current.Keyword is SqlKeyword.From)
        {
            SetTarget(table, SqlWriteMode.Append);
        }
        else
        {
            _facts.Tables.Add(new SqlTableUse(MarkTemporary(table), null, false, false, false));
            _facts.Columns = _facts.Columns.Clear();
            _facts.HasColumnList = false;
        }
    }

    // BULK INSERT t FROM 'f' · LOAD DATA [LOCAL] INFILE 'f' [REPLACE|IGNORE] INTO TABLE t (a, b) · LOAD DATA OVERWRITE t FROM FILES ( … ).
    private void ReadLoad()
    {
        _facts.Kind = SqlStatementKind.Load;
        var mode = SqlWriteMode.Append;
        for (_at++; _at < _end; _at++)
        {
            switch (Current.Keyword)
            {
                case SqlKeyword.Replace:
                    mode = SqlWriteMode.Upsert;
                    continue;
                case SqlKeyword.Ignore or SqlKeyword.Local:
                    // LOCAL cannot stop the client midway and so skips duplicates too.
                    mode = mode is SqlWriteMode.Append ? SqlWriteMode.AppendIfAbsent : mode;
                    continue;
                case SqlKeyword.Overwrite:
                    mode = SqlWriteMode.Overwrite;
                    continue;
                case SqlKeyword.Insert or SqlKeyword.Data or SqlKeyword.Into or SqlKeyword.Table or SqlKeyword.Infile or SqlKeyword.Low_Priority or SqlKeyword.Concurrently:
                    continue;
            }

            if (Current.Kind is SqlTokenKind.String or SqlTokenKind.Parameter || (Current.Kind is SqlTokenKind.Hole && _tokens.Is(_at - 1, SqlKeyword.Infile)))
                continue;
            break;
        }

        if (ReadName() is not { } target)
            return;

        SetTarget(target, mode);
        if (_tokens.Spells(_at, "PARTITIONS"))
            ReadPartition(_at);
        for (; _at < _end; _at = _tokens.Next(_at))
        {
            var isList = Current.Kind is SqlTokenKind.OpenParen && _tokens[_at - 1].Keyword is not (SqlKeyword.With or SqlKeyword.Partition or SqlKeyword.Files);
            if (!isList)
                continue;

            ReadLoadedColumns();
            _scanner.Scan(_at, _end, SqlZone.None);
            break;
        }
    }

    // (a, @b) SET c = f(@b): what goes into a variable is in no column yet.
    private void ReadLoadedColumns()
    {
        var columns = ImmutableArray.CreateBuilder<SqlName>();
        var close = Math.Min(_tokens.Partner(_at), _end);
        for (_at++; _at < close; _at++)
        {
            if (Current.Kind is not SqlTokenKind.Parameter && ReadName() is { } column)
                columns.Add(column);
            while (_at < close && !_tokens.Is(_at, SqlTokenKind.Comma))
                _at = _tokens.Next(_at);
        }

        _facts.Columns = columns.ToImmutable();
        _facts.HasColumnList = true;
        _at = Math.Min(close + 1, _end);
    }

    // FORCE = TRUE
    private bool IsForced()
    {
        for (var i = _at; i < _end; i++)
        {
            if (_tokens.Spells(i, "FORCE") && !_tokens.Is(i + 2, SqlKeyword.False))
                return true;
        }

        return false;
    }
}
