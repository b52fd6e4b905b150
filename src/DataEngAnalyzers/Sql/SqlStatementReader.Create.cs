using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>CREATE TABLE and CREATE INDEX.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadCreate()
    {
        _facts.Kind = SqlStatementKind.Other;
        var replaces = false;
        var isTemporary = false;
        var isUnique = false;
        for (_at++; _at < _end; _at++)
        {
            switch (Current.Keyword)
            {
                case SqlKeyword.Replace:
                    replaces = true;
                    continue;
                case SqlKeyword.Temp or SqlKeyword.Temporary:
                    isTemporary = true;
                    continue;
                case SqlKeyword.Unique:
                    isUnique = true;
                    continue;
                case SqlKeyword.Table:
                    ReadCreateTable(replaces, isTemporary);
                    return;
                case SqlKeyword.Index:
                    ReadCreateIndex(isUnique);
                    return;
                case SqlKeyword.View:
                    ReadCreateView();
                    return;
                case SqlKeyword.Schema or SqlKeyword.Database or SqlKeyword.Type or SqlKeyword.On or SqlKeyword.As:
                    return;
            }
        }
    }

    private void ReadCreateTable(bool replaces, bool isTemporary)
    {
        _facts.Kind = SqlStatementKind.CreateTable;
        _at++;
        var ifNotExists = SkipIfNotExists();
        if (ReadName() is not { } name)
            return;

        isTemporary |= name.IsTemporary;
        if (isTemporary)
            _temporaryTables.Add(name.Last);
        SetTarget(name, SqlWriteMode.None);

        var columns = SqlColumnList.Empty;
        if (Current.Kind is SqlTokenKind.OpenParen && _tokens[_tokens.Innermost(_at)].Keyword is not (SqlKeyword.Select or SqlKeyword.With))
        {
            columns = SqlColumnList.Read(_tokens, _at, Math.Min(_tokens.Partner(_at), _end));
            _at = _tokens.Next(_at);
        }

        if (ReadClone())
            _facts.WriteMode = SqlWriteMode.Overwrite;
        var isFromQuery = SkipToQuery();
        if (isFromQuery)
            _facts.WriteMode = ifNotExists ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Overwrite;
        if (_at < _end)
            _scanner.Scan(_at, _end, SqlZone.None);

        _facts.Definition = new SqlTableDefinition
        {
            Columns = columns.Columns,
            Keys = columns.Keys,
            IsTemporary = isTemporary,
            IfNotExists = ifNotExists,
            ReplacesExisting = replaces,
            IsPartial = isFromQuery || columns.IsPartial || columns.Columns.IsEmpty,
        };
    }

    // CREATE TABLE t CLONE s, or COPY s in BigQuery: with the rows.
    private bool ReadClone()
    {
        if (!_tokens.Spells(_at, "CLONE") && !_tokens.Is(_at, SqlKeyword.Copy))
            return false;

        _at++;
        if (ReadName() is { } source)
            _facts.Tables.Add(new SqlTableUse(source, null, false, false, false));
        return true;
    }

    // Past table options to the query of CREATE TABLE AS.
    private bool SkipToQuery()
    {
        for (; _at < _end; _at = _tokens.Next(_at))
        {
            var inner = Current.Kind is SqlTokenKind.OpenParen ? _tokens[_tokens.Innermost(_at)].Keyword : Current.Keyword;
            var isOption = _tokens.Is(_at, SqlKeyword.With) && !_tokens.Is(_at - 1, SqlKeyword.As);
            var isQuery = inner is SqlKeyword.Select or SqlKeyword.With || (inner is SqlKeyword.From or SqlKeyword.Values or SqlKeyword.Table && _tokens.Is(_at - 1, SqlKeyword.As));
            if (isQuery && !isOption)
                return true;
        }

        return false;
    }

    private void ReadCreateIndex(bool isUnique)
    {
        _facts.Kind = SqlStatementKind.CreateIndex;
        _at++;
        var isOnline = Skip(SqlKeyword.Concurrently);
        SkipIfNotExists();
        var name = Current.Keyword is SqlKeyword.On ? null : ReadName();
        if (Skip(SqlKeyword.Using))
            _at++;
        if (!Skip(SqlKeyword.On))
            return;

        Skip(SqlKeyword.Only);
        if (ReadName() is not { } table)
            return;

        SetTarget(table, SqlWriteMode.None);
        if (Current.Keyword is SqlKeyword.Using)
            _at += 2;

        var isOverColumns = Current.Kind is SqlTokenKind.OpenParen && !(_tokens.Is(_at + 1, SqlKeyword.All) && _tokens.Spells(_at + 2, "COLUMNS"));
        var columns = isOverColumns ? SqlNames.ReadList(_tokens, _at) : ImmutableArray<SqlName>.Empty;
        _at = _tokens.Next(_at);
        _facts.Index = new SqlIndexDefinition(name?.Last ?? "", isUnique, columns, IsPartial: Contains(SqlKeyword.Where)) { IsOnline = isOnline || SpeaksOfOnline() };
    }

    // T-SQL: WITH (ONLINE = ON). Oracle: ONLINE.
    private bool SpeaksOfOnline()
    {
        for (var at = _at; at < _end; at++)
        {
            if (_tokens.Spells(at, "ONLINE"))
                return _tokens.Dialect is SqlDialect.Oracle || (_tokens.IsOperator(at + 1, "=") && !_tokens.Spells(at + 2, "OFF"));
        }

        return false;
    }

    private void ReadCreateView()
    {
        _facts.Kind = SqlStatementKind.CreateView;
        var readsItself = _tokens.Is(_at - 1, SqlKeyword.Recursive);
        _at++;
        SkipIfNotExists();
        if (ReadName() is not { } view)
            return;

        SetTarget(view, SqlWriteMode.None);
        while (_at < _end && Current.Keyword is not SqlKeyword.As)
            _at = _tokens.Next(_at);
        _scanner.Scan(Math.Min(_at + 1, _end), _end, SqlZone.None);
        if (readsItself)
            _facts.Tables.RemoveAll(t => t.Name.Matches(view));
    }

    private bool SkipIfNotExists()
    {
        if (!_tokens.Is(_at, SqlKeyword.If, SqlKeyword.Not) || !_tokens.Is(_at + 2, SqlKeyword.Exists))
            return false;

        _at += 3;
        return true;
    }

    private bool SkipIfExists()
    {
        if (!_tokens.Is(_at, SqlKeyword.If, SqlKeyword.Exists))
            return false;

        _at += 2;
        return true;
    }
}
