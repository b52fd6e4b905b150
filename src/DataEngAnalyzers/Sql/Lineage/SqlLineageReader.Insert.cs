using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>INSERT and what it does with rows that are there already.</summary>
internal sealed partial class SqlLineageReader
{
    private void ReadInsert()
    {
        if (_statement.Target is not { } target || Multiplies())
        {
            _indirect.Gaps |= SqlLineageGaps.Unsupported;
            return;
        }

        var behindTarget = IndexOf(target.Span.End);
        _at = Find(BeginsRows, behindTarget);
        var rowsEnd = Find(EndsRows, _at + 1);
        var rows = new TokenRange(_at, rowsEnd);
        string? newAlias = null;
        RowShape? inserted;
        switch (Keyword)
        {
            case SqlKeyword.Set:
                inserted = InsertAssigned(new TokenRange(_at + 1, rowsEnd));
                break;
            case SqlKeyword.Default:
                return;
            case SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call:
                InsertUnknown(Provenance.Hidden(SqlLineageGaps.Routine));
                return;
            case SqlKeyword.None when _at >= _end:
                _indirect.Gaps |= SqlLineageGaps.Hole;
                return;
            default:
                if (Keyword is SqlKeyword.Values or SqlKeyword.Value)
                    newAlias = ReadNewAlias(ref rows);
                inserted = InsertRows(target, rows, MatchesByName(behindTarget));
                break;
        }

        ReadUpsert(target, behindTarget, inserted, newAlias, rows, rowsEnd);
    }

    // Oracle and Snowflake: INSERT ALL INTO a … INTO b … SELECT.
    private bool Multiplies() => _tokens[_at + 1].Keyword is SqlKeyword.All or SqlKeyword.First || (_tokens.Is(_at + 1, SqlKeyword.Overwrite) && _tokens.Is(_at + 2, SqlKeyword.All));

    private bool BeginsRows(int at) => _tokens[at].Keyword switch
    {
        SqlKeyword.Set or SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call => true,
        SqlKeyword.Value => _tokens.Is(at + 1, SqlTokenKind.OpenParen),
        SqlKeyword.Default => _tokens.Is(at + 1, SqlKeyword.Values),
        _ => BeginsQuery(at),
    };

    private bool EndsRows(int at) =>
        _tokens.Is(at, SqlKeyword.Returning) || _tokens.Is(at, SqlKeyword.On, SqlKeyword.Duplicate)
        || (_tokens.Is(at, SqlKeyword.On, SqlKeyword.Conflict) && (_tokens.Is(at + 2, SqlTokenKind.OpenParen) || _tokens[at + 2].Keyword is SqlKeyword.Do or SqlKeyword.On));

    // DuckDB: INSERT INTO t BY NAME SELECT …
    private bool MatchesByName(int from) => _tokens.Is(from, SqlKeyword.By, SqlKeyword.Name);

    // MySQL: VALUES ( … ) AS new, or AS new (a, b).
    private string? ReadNewAlias(ref TokenRange rows)
    {
        var at = Find(index => _tokens.Is(index, SqlKeyword.As), rows.From);
        if (at >= rows.To)
            return null;

        rows = new TokenRange(rows.From, at);
        return SqlAliases.Read(_tokens, ref at, _end);
    }

    private RowShape InsertAssigned(TokenRange set)
    {
        var columns = new List<RowColumn>();
        foreach (var assignment in Assignment.ReadAll(_tokens, set))
        {
            var value = _queries.ValueOf(assignment.Value, _scope);
            Add(assignment.Columns[0], SqlLineageRole.Inserted, value);
            columns.Add(new RowColumn(assignment.Columns[0].Last, value));
        }

        return new RowShape(columns);
    }

    private RowShape? InsertRows(SqlName target, TokenRange rows, bool byName)
    {
        var shape = Resolve(rows);
        if (byName)
            return InsertByName(shape);
        if (_statement.HasColumnList is null)
        {
            InsertUnknown(_queries.Names.AllOf(shape).With(SqlLineageGaps.Hole));
            return null;
        }

        if (!_statement.Columns.IsEmpty)
            return Assign(_statement.Columns, shape, SqlLineageRole.Inserted);

        // Without a list the rows fill the columns as the table has them. A count that differs leaves some out (T-SQL its identity), and which is not known.
        var known = _queries.Catalog.Table(target).Known;
        if (known is { } names && !shape.IsOpen && names.Length == shape.Columns.Count)
            return Assign(names.Select(name => new SqlName(ImmutableArray.Create(name), target.Span)).ToList(), shape, SqlLineageRole.Inserted);

        foreach (var column in shape.Columns)
            _columns.Add(Column(null, target.Span, SqlLineageRole.Inserted, (column.Rest?.All() ?? column.Value).With(SqlLineageGaps.TargetColumns), column.Rest is not null));
        return null;
    }

    private RowShape InsertByName(RowShape shape)
    {
        foreach (var column in shape.Columns)
            _columns.Add(Column(column.Name, _statement.Span, SqlLineageRole.Inserted, column.Rest?.All() ?? column.Value, column.Rest is not null));
        return shape;
    }

    private void InsertUnknown(Provenance value)
    {
        foreach (var column in _statement.Columns)
            Add(column, SqlLineageRole.Inserted, value);
        if (_statement.Columns.IsEmpty)
            _columns.Add(Column(null, _statement.Span, SqlLineageRole.Inserted, value, isStar: true));
    }

    // Binds columns to rows by position, from both ends when a star stands between.
    private RowShape Assign(IReadOnlyList<SqlName> names, RowShape shape, SqlLineageRole role)
    {
        var columns = new List<RowColumn>(names.Count);
        var values = ByPosition(names.Count, shape);
        for (var i = 0; i < names.Count; i++)
        {
            Add(names[i], role, values[i]);
            columns.Add(new RowColumn(names[i].Last, values[i]));
        }

        return new RowShape(columns);
    }

    private Provenance[] ByPosition(int count, RowShape shape)
    {
        var values = new Provenance[count];
        var columns = shape.Columns;
        var first = columns.FindIndex(column => column.Rest is not null);
        if (first < 0)
        {
            var gap = columns.Count == count ? SqlLineageGaps.None : SqlLineageGaps.ColumnCount;
            for (var i = 0; i < count; i++)
                values[i] = i < columns.Count ? columns[i].Value.With(gap) : Provenance.Hidden(gap);
            return values;
        }

        var last = columns.FindLastIndex(column => column.Rest is not null);
        var behind = columns.Count - 1 - last;
        var between = _queries.Names.AllOf(new RowShape(columns.GetRange(first, last - first + 1)));
        for (var i = 0; i < count; i++)
        {
            var fromEnd = count - i;
            values[i] = i < first ? columns[i].Value
                : fromEnd <= behind ? columns[columns.Count - fromEnd].Value
                : between;
        }

        return values;
    }
}
