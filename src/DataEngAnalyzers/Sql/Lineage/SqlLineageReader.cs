using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>
/// Reads the column lineage of one statement. Temporary tables are tables: what a script moves through them is in the lineage of each of its statements.
/// </summary>
internal sealed partial class SqlLineageReader
{
    private readonly SqlTokens _tokens;
    private readonly SqlStatement _statement;
    private readonly QueryResolver _queries;
    private readonly ProvenanceBuilder _indirect;
    private readonly ImmutableArray<SqlLineageColumn>.Builder _columns = ImmutableArray.CreateBuilder<SqlLineageColumn>();
    private readonly int _end;
    private Scope _scope = Scope.Root;
    private int _at;

    private SqlLineageReader(SqlTokens tokens, SqlStatement statement, SqlColumnSource? known)
    {
        _tokens = tokens;
        _statement = statement;
        var budget = new WorkBudget(tokens.Count);
        _queries = new QueryResolver(tokens, budget, known);
        _indirect = new ProvenanceBuilder(budget);
        _at = IndexOf(statement.Span.Start);
        _end = IndexOf(statement.Span.End);
    }

    public static SqlLineage Read(SqlScript script, SqlStatement statement, SqlColumnSource? known)
    {
        var around = Around(script.Statements, statement);
        var tokens = new SqlTokens(script.Source, script.Dialect, SqlTokenizer.Tokenize(script.Source, script.Dialect, around.Span, statement.IsQuoted));
        var reader = new SqlLineageReader(tokens, statement, known);
        reader.DeclareAround();
        return reader.Read();
    }

    // A write inside a common table may read the common tables before it; it stands before the statement around it.
    private static SqlStatement Around(ImmutableArray<SqlStatement> siblings, SqlStatement statement)
    {
        var isBehind = false;
        var around = statement;
        foreach (var other in siblings)
        {
            var isInside = other.Span.Length > around.Span.Length && other.Span.Contains(around.Span);
            if (isInside && other.Kind is SqlStatementKind.CreateRoutine)
                return Around(other.Body, statement);
            if (isBehind && other.Span.Start >= statement.Span.End)
                break;
            if (isBehind && isInside && other.Kind is not (SqlStatementKind.Call or SqlStatementKind.Other) && other.IsQuoted == statement.IsQuoted)
                around = other;
            isBehind |= ReferenceEquals(other, statement);
        }

        return around;
    }

    private void DeclareAround()
    {
        if (_at == 0)
            return;

        var query = new Query();
        new QueryReader(_tokens).ReadCommonTables(new TokenRange(0, _tokens.Count), query);
        query.CommonTables.RemoveAll(table => table.Body.From >= _at);
        _scope = _queries.Declare(query, _scope);
    }

    private int IndexOf(int position)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private SqlKeyword Keyword => _at < _end ? _tokens[_at].Keyword : SqlKeyword.None;

    private TokenRange Rest => new(_at, _end);

    private SqlLineage Read()
    {
        var from = _at;
        if (Keyword is SqlKeyword.With)
        {
            var query = new Query();
            _at = new QueryReader(_tokens).ReadCommonTables(Rest, query);
            if (Clauses.BeginsQuery(_tokens, _at) || _tokens.Is(_at, SqlTokenKind.OpenParen))
                _at = from;
            else
                _scope = _queries.Declare(query, _scope);
        }

        switch (Keyword)
        {
            case SqlKeyword.Insert or SqlKeyword.Replace:
                ReadInsert();
                break;
            case SqlKeyword.Update or SqlKeyword.Delete when _statement.Kind is not SqlStatementKind.Other:
                ReadChange();
                break;
            case SqlKeyword.Merge:
                ReadMerge();
                break;
            case SqlKeyword.Create:
            case SqlKeyword.Alter when _tokens[_at + 1].Keyword is SqlKeyword.View or SqlKeyword.Materialized:
                ReadCreate();
                break;
            case SqlKeyword.Copy:
                ReadCopy();
                break;
            default:
                if (Clauses.BeginsQuery(_tokens, _tokens.Is(_at, SqlTokenKind.OpenParen) ? _tokens.Innermost(_at) : _at))
                    ReadQuery();
                else if (_tokens.HasHole(_at))
                    _indirect.Gaps |= SqlLineageGaps.Hole;
                break;
        }

        var indirect = _indirect.Build();
        return new SqlLineage(_columns.ToImmutable(), indirect.Inputs, indirect.Gaps);
    }

    private void ReadQuery()
    {
        var shape = Resolve(Rest);
        var spans = SpansOfItems(Rest);
        for (var i = 0; i < shape.Columns.Count; i++)
            AddSelected(shape.Columns[i], null, spans.Count == shape.Columns.Count ? spans[i] : _statement.Span);
    }

    private RowShape Resolve(TokenRange range)
    {
        var query = _queries.Resolve(range, _scope);
        _indirect.Add(query.Indirect, SqlTransformation.Identity);
        return query.Shape;
    }

    // Where the items of the first SELECT stand.
    private List<SqlSpan> SpansOfItems(TokenRange range)
    {
        var spans = new List<SqlSpan>();
        var query = new QueryReader(_tokens).Read(range);
        while (query.Branches.Count > 0 && query.Branches[0].Select is null && !query.Branches[0].Nested.IsEmpty)
            query = new QueryReader(_tokens).Read(query.Branches[0].Nested);
        if (query.Branches.Count == 0 || query.Branches[0].Select is not { } select)
            return spans;

        foreach (var item in select.Items)
            spans.Add(item.Span);
        return spans;
    }

    private void AddSelected(RowColumn column, string? name, SqlSpan span) => _columns.Add(
        column.Rest is { } rest
            ? Column(name, span, SqlLineageRole.Selected, rest.All(), isStar: name is null)
            : Column(name ?? column.Name, span, SqlLineageRole.Selected, column.Value));

    private void Add(SqlName column, SqlLineageRole role, Provenance value) => _columns.Add(Column(
        column.HasHole ? null : column.Last,
        column.Span,
        role,
        column.HasHole ? value.With(SqlLineageGaps.Hole) : value));

    private static SqlLineageColumn Column(string? name, SqlSpan span, SqlLineageRole role, Provenance value, bool isStar = false) =>
        new() { Name = name, Span = span, Role = role, Inputs = value.Inputs, Gaps = value.Gaps, IsStar = isStar };

    private int Find(Func<int, bool> condition, int from)
    {
        var at = from;
        while (at < _end && !condition(at))
            at = _tokens.Next(at);
        return Math.Min(at, _end);
    }
}
