using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>DROP and RENAME.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadDrop()
    {
        _facts.Kind = SqlStatementKind.Drop;
        var from = _at++;
        while (Current.Keyword is SqlKeyword.Temporary or SqlKeyword.Materialized or SqlKeyword.External)
            _at++;

        var kind = Current.Keyword switch
        {
            SqlKeyword.Table => SqlSchemaChangeKind.DropTable,
            SqlKeyword.Schema => SqlSchemaChangeKind.DropSchema,
            SqlKeyword.Database => SqlSchemaChangeKind.DropDatabase,
            SqlKeyword.Index => SqlSchemaChangeKind.DropIndex,
            SqlKeyword.View => SqlSchemaChangeKind.DropView,
            _ => SqlSchemaChangeKind.Other,
        };
        _at++;
        Skip(SqlKeyword.Concurrently);
        var isConditional = SkipIfExists();
        while (ReadDroppedName(kind) is { } name)
        {
            name = MarkTemporary(name);
            _facts.Target ??= name;
            _facts.Changes.Add(new SqlSchemaChange { Kind = kind, Table = name, IsConditional = isConditional, Span = _tokens.Span(from, _at) });
            if (Current.Kind is not SqlTokenKind.Comma)
                break;
            _at++;
        }
    }

    // T-SQL has kinds of several words: DROP SECURITY POLICY p.
    private SqlName? ReadDroppedName(SqlSchemaChangeKind kind)
    {
        var name = ReadName();
        while (kind is SqlSchemaChangeKind.Other && _tokens.Dialect is SqlDialect.TSql && (SkipIfExists() || Current.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName))
        {
            if (ReadName() is not { } next)
                break;
            name = next;
        }

        return name;
    }

    // MySQL: RENAME TABLE a TO b, c TO d.
    private void ReadRename()
    {
        _facts.Kind = SqlStatementKind.Rename;
        var from = _at++;
        Skip(SqlKeyword.Table);
        while (ReadName() is { } name && Skip(SqlKeyword.To))
        {
            _facts.Target ??= name;
            var newName = ReadName();
            _facts.Changes.Add(new SqlSchemaChange { Kind = SqlSchemaChangeKind.RenameTable, Table = name, NewName = newName, Span = _tokens.Span(from, _at) });
            if (Current.Kind is not SqlTokenKind.Comma)
                break;
            _at++;
        }
    }

    // T-SQL: EXEC sp_rename 'dbo.t.old', 'new', 'COLUMN'. A third argument other than COLUMN renames neither table nor column.
    private void ReadRenameProcedure()
    {
        var from = _at;
        if (!_tokens.Is(_at, SqlTokenKind.String) || !_tokens.Is(_at + 1, SqlTokenKind.Comma) || !_tokens.Is(_at + 2, SqlTokenKind.String))
            return;

        var path = SqlNames.OfPath(_tokens, _at);
        var newName = SqlNames.OfPath(_tokens, _at + 2);
        var type = _tokens.Is(_at + 3, SqlTokenKind.Comma) ? StringAt(_at + 4) : "";
        if (path.Last.Length == 0 || newName.Last.Length == 0 || !(type.Length == 0 || SqlWords.Same(type, "COLUMN")))
            return;

        var isColumn = type.Length > 0 && path.Parts.Length > 1;
        var table = isColumn ? new SqlName(path.Parts.RemoveAt(path.Parts.Length - 1), path.Span) { HasHole = path.HasHole } : path;
        _facts.Kind = SqlStatementKind.Rename;
        _facts.Target = table;
        _facts.Changes.Add(new SqlSchemaChange
        {
            Kind = isColumn ? SqlSchemaChangeKind.RenameColumn : SqlSchemaChangeKind.RenameTable,
            Table = table,
            Column = isColumn ? new SqlName(ImmutableArray.Create(path.Last), path.Span) { HasHole = path.HasHole } : null,
            NewName = newName,
            Span = _tokens.Span(from, _end),
        });
    }

    private string StringAt(int at)
    {
        if (!_tokens.Is(at, SqlTokenKind.String))
            return "";

        var text = _tokens.Text(at);
        return SqlNames.Unquote(text[0] is '\'' ? text : text.Substring(1));
    }
}
