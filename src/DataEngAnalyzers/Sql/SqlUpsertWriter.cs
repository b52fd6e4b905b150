using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql;

/// <summary>A replacement of a stretch of <see cref="SqlText.Text"/>.</summary>
internal readonly record struct SqlEdit(SqlSpan Span, string Replacement);

/// <summary>Rewrites a plain INSERT with a column list into a write that leaves one row per key, however often it runs.</summary>
internal sealed class SqlUpsertWriter
{
    private readonly SqlTokens _tokens;
    private readonly SqlStatement _insert;
    private readonly SqlDialect _dialect;
    private readonly ImmutableArray<SqlName> _keys;

    private SqlUpsertWriter(SqlTokens tokens, SqlStatement insert, SqlDialect dialect, ImmutableArray<SqlName> keys)
    {
        _tokens = tokens;
        _insert = insert;
        _dialect = dialect;
        _keys = keys;
    }

    /// <summary>
    /// Edits in order of position, not overlapping; <see langword="null"/> when the rewrite is not provably the same write.
    /// Names and values keep the text they have, with their quotes and holes.
    /// </summary>
    /// <param name="script">The script that has the INSERT.</param>
    /// <param name="insert">One of its statements.</param>
    /// <param name="dialect">The dialect to write; the script may have been read neutrally.</param>
    /// <param name="keyColumns">The columns of a key that the table really has.</param>
    public static ImmutableArray<SqlEdit>? Write(SqlScript script, SqlStatement insert, SqlDialect dialect, ImmutableArray<string> keyColumns)
    {
        if (!IsPlain(insert) || FindKeys(insert, keyColumns) is not { IsEmpty: false } keys)
            return null;

        var writer = new SqlUpsertWriter(SqlTokenizer.Tokenize(script.Source, script.Dialect), insert, dialect, keys);
        return dialect switch
        {
            SqlDialect.PostgreSql or SqlDialect.Sqlite or SqlDialect.DuckDb => writer.AppendOnConflict(),
            SqlDialect.MySql => writer.AppendOnDuplicateKey(),
            SqlDialect.TSql => writer.WriteMerge(),
            _ => null,
        };
    }

    private static bool IsPlain(SqlStatement insert) =>
        insert is { Kind: SqlStatementKind.Insert, WriteMode: SqlWriteMode.Append, HasColumnList: true, Target: not null, AppendPoint: not null }
        && insert.Columns.All(column => !column.HasHole && column.Parts.Length == 1)
        && insert.Values is null or { RowCount: > 0 };

    private static ImmutableArray<SqlName> FindKeys(SqlStatement insert, ImmutableArray<string> keyColumns)
    {
        var keys = ImmutableArray.CreateBuilder<SqlName>(keyColumns.Length);
        foreach (var key in keyColumns)
        {
            if (insert.Columns.FirstOrDefault(column => SqlWords.Same(column.Last, key)) is not { } column)
                return ImmutableArray<SqlName>.Empty;
            keys.Add(column);
        }

        return keys.ToImmutable();
    }

    private IEnumerable<SqlName> UpdatedColumns => _insert.Columns.Where(column => !_keys.Contains(column));

    private ImmutableArray<SqlEdit>? AppendOnConflict()
    {
        var updates = string.Join(", ", UpdatedColumns.Select(column => $"{Text(column)} = EXCLUDED.{Text(column)}"));
        var action = updates.Length == 0 ? "DO NOTHING" : "DO UPDATE SET " + updates;
        var where = _dialect is SqlDialect.Sqlite && EndsInTables() ? " WHERE true" : "";
        return Append($"{where} ON CONFLICT ({List(_keys)}) {action}");
    }

    private ImmutableArray<SqlEdit>? AppendOnDuplicateKey()
    {
        var columns = UpdatedColumns.DefaultIfEmpty(_keys[0]);
        return Append(" ON DUPLICATE KEY UPDATE " + string.Join(", ", columns.Select(column => $"{Text(column)} = VALUES({Text(column)})")));
    }

    private ImmutableArray<SqlEdit> Append(string clause) => ImmutableArray.Create(new SqlEdit(_insert.AppendPoint!.Value, clause));

    // SQLite takes the ON behind a table for a join condition.
    private bool EndsInTables()
    {
        var ends = false;
        for (var at = FirstToken(); at < LastToken(); at = _tokens.Next(at))
        {
            ends = _tokens[at].Keyword switch
            {
                SqlKeyword.Select or SqlKeyword.From => true,
                SqlKeyword.Where or SqlKeyword.Group or SqlKeyword.Order or SqlKeyword.Limit or SqlKeyword.Values => false,
                _ => ends,
            };
        }

        return ends;
    }

    private ImmutableArray<SqlEdit>? WriteMerge()
    {
        var rowsFrom = FirstTokenOfRows();
        var verb = FirstToken();
        while (verb < rowsFrom && !_tokens.Is(verb, SqlKeyword.Insert))
            verb = _tokens.Next(verb);

        // Between the verb and the rows only INTO, the name and the columns have a place in MERGE.
        var into = _tokens.Is(verb + 1, SqlKeyword.Into) ? verb + 2 : verb + 1;
        var columns = into;
        SqlNames.Read(_tokens, ref columns, _tokens.Count);
        var isSimple = _tokens.Is(columns, SqlTokenKind.OpenParen) && _tokens.Partner(columns) + 1 == rowsFrom && _tokens[into].Start == _insert.Target!.Span.Start;
        if (!isSimple || !CanBeSource(rowsFrom))
            return null;

        var target = _insert.Target!.Span;
        var end = _insert.AppendPoint!.Value;
        return ImmutableArray.Create(
            new SqlEdit(SqlSpan.FromBounds(_tokens[verb].Start, target.Start), "MERGE INTO "),
            new SqlEdit(SqlSpan.FromBounds(target.End, _tokens[rowsFrom].Start), " WITH (HOLDLOCK) AS target USING ("),
            new SqlEdit(end, MergeTail()));
    }

    private string MergeTail()
    {
        var on = string.Join(" AND ", _keys.Select(key => $"target.{Text(key)} = source.{Text(key)}"));
        var updates = string.Join(", ", UpdatedColumns.Select(column => $"{Text(column)} = source.{Text(column)}"));
        var matched = updates.Length == 0 ? "" : $" WHEN MATCHED THEN UPDATE SET {updates}";
        var values = string.Join(", ", _insert.Columns.Select(column => "source." + Text(column)));
        var terminator = _tokens.Is(LastToken(), SqlTokenKind.Semicolon) ? "" : ";";
        return $") AS source ({List(_insert.Columns)}) ON {on}{matched} WHEN NOT MATCHED THEN INSERT ({List(_insert.Columns)}) VALUES ({values}){terminator}";
    }

    // A derived table takes neither DEFAULT nor a bare ORDER BY nor query options.
    private bool CanBeSource(int rowsFrom)
    {
        if (_tokens.Is(rowsFrom, SqlKeyword.With) || _insert.AppendPoint!.Value.Start != _insert.Span.End || _insert.HasOrderBy is not false)
            return false;

        for (var at = rowsFrom; at < LastToken(); at++)
        {
            if (_tokens[at].Keyword is SqlKeyword.Default or SqlKeyword.Option)
                return false;
        }

        return true;
    }

    private int FirstTokenOfRows()
    {
        if (_insert.Values is { } values)
            return TokenAt(values.Span.Start);

        var at = TokenAt(_insert.Columns[_insert.Columns.Length - 1].Span.End);
        return at + 1;
    }

    private int FirstToken() => TokenAt(_insert.Span.Start);

    /// <summary>The token behind the statement.</summary>
    private int LastToken() => TokenAt(_insert.Span.End);

    // The first token that begins at or behind an offset.
    private int TokenAt(int offset)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private string List(ImmutableArray<SqlName> names) => string.Join(", ", names.Select(Text));

    private string Text(SqlName name) => _tokens.Source.Slice(name.Span);
}
