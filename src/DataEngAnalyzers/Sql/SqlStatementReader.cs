using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Reads one statement: its head decides the family, the family's part reads the rest.</summary>
internal sealed partial class SqlStatementReader
{
    private readonly SqlTokens _tokens;
    private readonly HashSet<string> _temporaryTables;
    private readonly bool _isProcedural;
    private readonly int _depth;
    private readonly SqlStatementBuilder _facts = new();
    private readonly SqlClauseScanner _scanner;
    private int _at;
    private int _end;

    /// <param name="tokens">The script.</param>
    /// <param name="temporaryTables">Tables that live no longer than the script; the reader adds to them.</param>
    /// <param name="isProcedural">Inside a block, where SELECT INTO may fill a variable.</param>
    public SqlStatementReader(SqlTokens tokens, HashSet<string> temporaryTables, bool isProcedural)
    {
        _tokens = tokens;
        _temporaryTables = temporaryTables;
        _isProcedural = isProcedural;
        _scanner = new SqlClauseScanner(tokens, _facts);
    }

    // For a write inside the statement of another reader, whose common tables it may read.
    private SqlStatementReader(SqlStatementReader outer)
    {
        _tokens = outer._tokens;
        _temporaryTables = outer._temporaryTables;
        _isProcedural = outer._isProcedural;
        _depth = outer._depth + 1;
        _scanner = new SqlClauseScanner(_tokens, _facts, outer._scanner);
    }

    /// <summary>Reads the tokens of one statement. A write inside it comes out as a statement before it; one that writes several tables as several.</summary>
    public void Read(int from, int end, ImmutableArray<SqlStatement>.Builder statements)
    {
        _at = from;
        _end = end;
        if (_tokens.Is(_at, SqlKeyword.With))
            ReadCommonTables();

        ReadFamily(statements);
        AddNestedWrites(statements);
        _facts.RunsAlone = ReadAlone(from, end);
        var statement = _facts.Build(_tokens, from, end);
        statements.Add(statement);
        AddFurtherTargets(statement, statements);
    }

    private SqlToken Current => _at < _end ? _tokens[_at] : default;

    private void ReadFamily(ImmutableArray<SqlStatement>.Builder statements)
    {
        switch (Current.Keyword)
        {
            case SqlKeyword.Select or SqlKeyword.Values or SqlKeyword.From or SqlKeyword.Table or SqlKeyword.Pivot or SqlKeyword.Unpivot:
                ReadSelect();
                break;
            case SqlKeyword.Perform or SqlKeyword.Return:
                ReadResult();
                break;
            case SqlKeyword.Insert:
            case SqlKeyword.Replace when !_tokens.Is(_at + 1, SqlTokenKind.OpenParen):
                ReadInsert();
                break;
            case SqlKeyword.Update:
                ReadUpdate();
                break;
            case SqlKeyword.Delete:
                ReadDelete();
                break;
            case SqlKeyword.Merge:
                ReadMerge();
                break;
            case SqlKeyword.Truncate:
                ReadTruncate(statements);
                break;
            case SqlKeyword.Create:
                ReadCreate();
                break;
            case SqlKeyword.Alter:
                ReadAlter();
                break;
            case SqlKeyword.Drop:
                ReadDrop();
                break;
            case SqlKeyword.Rename:
                ReadRename();
                break;
            case SqlKeyword.Copy:
                ReadCopy();
                break;
            case SqlKeyword.Bulk:
            case SqlKeyword.Load when _tokens.Is(_at + 1, SqlKeyword.Data) || _tokens.Spells(_at + 1, "XML"):
                ReadLoad();
                break;
            case SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call:
                ReadCall();
                break;
            default:
                if (IsNameAlone())
                    _facts.Kind = SqlStatementKind.Call;
                else
                    ReadOther();
                break;
        }
    }

    // The name of a procedure: what a command of that type holds, and what T-SQL runs at the head of a batch.
    private bool IsNameAlone()
    {
        var at = _at;
        return SqlNames.Read(_tokens, ref at, _end) is { HasHole: false } name && at == _end && (name.Parts.Length > 1 || !BeginsKnownStatement());
    }

    private void ReadSelect()
    {
        _facts.Kind = SqlStatementKind.Select;
        _scanner.Scan(_at, _end, SqlZone.None);
        var intoVariable = _isProcedural && _tokens.Dialect is not SqlDialect.TSql && _facts.IntoTable is { IsTemporary: false };
        if (_facts.IntoTable is not { } into || intoVariable || _tokens.Dialect is SqlDialect.MySql or SqlDialect.Oracle)
            return;

        SetTarget(into, SqlWriteMode.Overwrite);
        if (into.IsTemporary)
            _temporaryTables.Add(into.Last);
    }

    // RETURN SELECT …, RETURN QUERY SELECT …, and PL/pgSQL's SELECT for its side effects.
    private void ReadResult()
    {
        var query = _at + 1;
        query += _tokens.Spells(query, "QUERY") ? 1 : 0;
        var first = _tokens[_tokens.Is(query, SqlTokenKind.OpenParen) ? _tokens.Innermost(query) : query].Keyword;
        if (_tokens.Is(_at, SqlKeyword.Perform))
        {
            _facts.Kind = SqlStatementKind.Select;
            _scanner.Scan(query, _end, SqlZone.SelectList);
        }
        else if (first is SqlKeyword.Select or SqlKeyword.With or SqlKeyword.Values)
        {
            _at = query;
            ReadSelect();
        }
        else
        {
            ReadOther();
        }
    }

    private void ReadOther()
    {
        var isQuery = _tokens.Is(_at, SqlTokenKind.OpenParen) && _tokens[_tokens.Innermost(_at)].Keyword is SqlKeyword.Select or SqlKeyword.With or SqlKeyword.Values;
        if (isQuery)
        {
            ReadSelect();
            return;
        }

        _facts.Kind = Current.Keyword switch
        {
            SqlKeyword.Begin => SqlStatementKind.Begin,
            SqlKeyword.Start when _tokens.Is(_at + 1, SqlKeyword.Transaction) => SqlStatementKind.Begin,
            SqlKeyword.Commit or SqlKeyword.End => SqlStatementKind.Commit,
            SqlKeyword.Rollback when Contains(SqlKeyword.To) => SqlStatementKind.Savepoint,
            SqlKeyword.Savepoint or SqlKeyword.Save or SqlKeyword.Release => SqlStatementKind.Savepoint,
            SqlKeyword.Rollback or SqlKeyword.Abort => SqlStatementKind.Rollback,
            SqlKeyword.Set => SqlStatementKind.Set,
            _ when AssignsVariable() => SqlStatementKind.Set,
            SqlKeyword.None => SqlStatementKind.Unknown,
            _ => SqlStatementKind.Other,
        };

        if (_facts.Kind is SqlStatementKind.Unknown && Current.Kind is not SqlTokenKind.Hole && BeginsKnownStatement())
            _facts.Kind = SqlStatementKind.Other;
        if (_tokens.Is(_at, SqlKeyword.Declare) && _tokens.Is(_at + 1, SqlTokenKind.Parameter))
            ReadInitialValues();
        else if (MayReadTables() && _facts.Kind is SqlStatementKind.Other or SqlStatementKind.Set)
            _scanner.Scan(_at + 1, _end, SqlZone.Tail);
    }

    // The FROM of others names no table: FETCH FROM a cursor, REVOKE FROM a role, SHOW TABLES FROM a database, RESTORE FROM a disk.
    private bool MayReadTables() =>
        _tokens[_at].Keyword is not (SqlKeyword.Fetch or SqlKeyword.Revoke or SqlKeyword.Grant or SqlKeyword.Deny or SqlKeyword.Show or SqlKeyword.Prepare or SqlKeyword.Comment
            or SqlKeyword.Restore or SqlKeyword.Backup);

    // DECLARE @a int = ( SELECT … ): only the queries; what is declared is no parameter.
    private void ReadInitialValues()
    {
        for (; _at < _end; _at = _tokens.Next(_at))
        {
            if (_tokens.Is(_at, SqlTokenKind.OpenParen) && _tokens[_tokens.Innermost(_at)].Keyword is SqlKeyword.Select)
                _scanner.Scan(_at, Math.Min(_tokens.Next(_at), _end), SqlZone.Tail);
        }
    }

    // x := 1, :new.x := 1, and LET x INT := 1 of Snowflake.
    private bool AssignsVariable()
    {
        var declares = _tokens.Spells(_at, "LET");
        var isRow = _tokens.Is(_at, SqlTokenKind.Parameter) && _tokens.Is(_at + 1, SqlTokenKind.Dot);
        var at = _at + (declares ? 1 : isRow ? 2 : 0);
        return SqlNames.Read(_tokens, ref at, _end) is not null && (_tokens.IsOperator(at, ":=") || (declares && _tokens.IsOperator(at + 1, ":=")));
    }

    private bool BeginsKnownStatement() => _tokens.Is(_at, SqlTokenKind.Word) && _tokens[_at].Keyword is not SqlKeyword.None;

    private void ReadCall()
    {
        _facts.Kind = SqlStatementKind.Call;
        _at++;
        if (_tokens.Is(_at, SqlTokenKind.Parameter) && _tokens.IsOperator(_at + 1, "="))
            _at += 2;

        var procedure = SqlNames.Read(_tokens, ref _at, _end);
        if (procedure is not null && string.Equals(procedure.Last, "sp_rename", StringComparison.OrdinalIgnoreCase))
            ReadRenameProcedure();
        else
            _scanner.Scan(_at, _end, SqlZone.Tail);
    }

    // A query may begin with what it names first: WITH a AS ( … ), b AS ( … ).
    private void ReadCommonTables()
    {
        var from = _at;
        for (_at++; _at < _end && !BeginsMain();)
            _at = _tokens.Next(_at);
        _scanner.Scan(from, Math.Min(_at, _end), SqlZone.None);
    }

    private bool BeginsMain() =>
        Current.Keyword is SqlKeyword.Select or SqlKeyword.Insert or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Merge or SqlKeyword.Replace or SqlKeyword.Values or SqlKeyword.From
        || (Current.Kind is SqlTokenKind.OpenParen && !_tokens.Is(_at - 1, SqlKeyword.As) && !_tokens.Is(_at - 1, SqlKeyword.Materialized)
            && _tokens[_tokens.Innermost(_at)].Keyword is SqlKeyword.Select);

    private void SetTarget(SqlName name, SqlWriteMode mode)
    {
        _facts.Target = MarkTemporary(name);
        _facts.WriteMode = mode;
    }

    private SqlName MarkTemporary(SqlName name) =>
        !name.IsTemporary && name.Parts.Length == 1 && _temporaryTables.Contains(name.Last)
            ? new SqlName(name.Parts, name.Span) { HasHole = name.HasHole, IsTemporary = true }
            : name;

    private SqlName? ReadName() => SqlNames.Read(_tokens, ref _at, _end);

    private bool Skip(SqlKeyword keyword)
    {
        if (Current.Keyword != keyword)
            return false;

        _at++;
        return true;
    }

    private void SkipTop()
    {
        if (!Skip(SqlKeyword.Top))
            return;

        var count = _at;
        _at = _tokens.Next(_at);
        _facts.AddParameters(_tokens, count, _at);
        if (!Skip(SqlKeyword.Percent))
            _facts.HasLimit = true;
    }

    private void SkipTableHints()
    {
        if (!_tokens.Is(_at, SqlKeyword.With) || !_tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            return;

        SqlHints.AddTableHints(_tokens, _at + 1, _facts);
        _at = _tokens.Partner(_at + 1) + 1;
    }

    private string? ReadAlias() => SqlAliases.Read(_tokens, ref _at, _end);

    private bool Contains(SqlKeyword keyword)
    {
        for (var i = _at; i < _end; i++)
        {
            if (_tokens.Is(i, keyword))
                return true;
        }

        return false;
    }
}
