using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>ON CONFLICT DO UPDATE and ON DUPLICATE KEY UPDATE.</summary>
internal sealed partial class SqlLineageReader
{
    private void ReadUpsert(SqlName target, int behindTarget, RowShape? inserted, string? newAlias, TokenRange rows, int from)
    {
        for (_at = from; _at < _end && Keyword is SqlKeyword.On;)
        {
            var isDuplicate = _tokens.Is(_at + 1, SqlKeyword.Duplicate);
            var end = Find(EndsRows, _at + 1);
            var set = Find(at => _tokens.Is(at, SqlKeyword.Update), _at);
            if (set < end)
            {
                set += isDuplicate || !_tokens.Is(set + 1, SqlKeyword.Set) ? 1 : 2;
                UpdateRows(target, behindTarget, inserted, isDuplicate ? newAlias : "excluded", isDuplicate ? rows : default, new TokenRange(set, end));
            }

            _at = end;
        }
    }

    private void UpdateRows(SqlName target, int behindTarget, RowShape? inserted, string? insertedAlias, TokenRange rows, TokenRange set)
    {
        inserted ??= RowShape.Hidden(SqlLineageGaps.TargetColumns);
        var source = _queries.Catalog.Table(target);
        var scope = new Scope(_scope) { Depth = _scope.Depth, CommonTables = _scope.CommonTables, Inserted = inserted };
        scope.Relations.Add(new Relation { Shape = QueryResolver.ShapeOf(source), Alias = AliasOfTarget(behindTarget), Table = target, Source = source });
        if (insertedAlias is not null)
            scope.Relations.Add(new Relation { Shape = inserted, Alias = insertedAlias, NeedsQualifier = true });

        // MySQL also sees the sources of the SELECT.
        if (!rows.IsEmpty && new QueryReader(_tokens).Read(rows).Branches is { Count: 1 } branches && branches[0].Select is { } select)
            _queries.AddSources(select.Sources, scope, _indirect);

        var end = Clauses.End(_tokens, set.From, set.To);
        Update(Assignment.ReadAll(_tokens, new TokenRange(set.From, end)), scope);
        if (_tokens.Is(end, SqlKeyword.Where))
            _queries.Collect(new TokenRange(end + 1, set.To), scope, SqlTransformation.Filter, _indirect);
    }

    private string? AliasOfTarget(int at) => _tokens.Is(at, SqlKeyword.As) || _tokens.Is(at + 1, SqlTokenKind.OpenParen) ? SqlAliases.ReadAt(_tokens, at, _end) : null;

    private void Update(List<Assignment> assignments, Scope scope)
    {
        foreach (var assignment in assignments)
        {
            if (assignment.Columns.Length == 1)
                UpdateColumn(assignment, scope);
            else
                UpdateColumns(assignment, scope);
        }
    }

    private void UpdateColumn(Assignment assignment, Scope scope)
    {
        var value = _queries.ValueOf(assignment.Value, scope);
        if (assignment.KeepsOld)
        {
            var sum = new ProvenanceBuilder(_queries.Budget);
            sum.Add(_queries.Names.Resolve(assignment.Columns[0], scope), SqlTransformation.Transformation);
            sum.Add(value, SqlTransformation.Transformation);
            value = sum.Build();
        }

        Add(assignment.Columns[0], SqlLineageRole.Updated, value);
    }

    // (a, b) = (x, y), (a, b) = (SELECT x, y …)
    private void UpdateColumns(Assignment assignment, Scope scope)
    {
        var open = assignment.Value.From + (_tokens.Is(assignment.Value.From, SqlKeyword.Row) ? 1 : 0);
        if (!_tokens.Is(open, SqlTokenKind.OpenParen))
        {
            foreach (var column in assignment.Columns)
                Add(column, SqlLineageRole.Updated, Provenance.Hidden(SqlLineageGaps.Unsupported));
            return;
        }

        var inside = Clauses.Inside(_tokens, open, assignment.Value.To);
        if (Clauses.BeginsQuery(_tokens, inside.From))
        {
            var query = _queries.Resolve(inside, scope);
            var values = ByPosition(assignment.Columns.Length, query.Shape);
            for (var i = 0; i < values.Length; i++)
                Add(assignment.Columns[i], SqlLineageRole.Updated, With(values[i], query.Indirect));
            return;
        }

        var items = Clauses.Split(_tokens, inside);
        for (var i = 0; i < assignment.Columns.Length; i++)
        {
            var value = i < items.Count ? _queries.ValueOf(items[i], scope) : Provenance.Nothing;
            Add(assignment.Columns[i], SqlLineageRole.Updated, items.Count == assignment.Columns.Length ? value : value.With(SqlLineageGaps.ColumnCount));
        }
    }

    private Provenance With(Provenance value, Provenance indirect)
    {
        var both = new ProvenanceBuilder(_queries.Budget);
        both.Add(value, SqlTransformation.Identity);
        both.Add(indirect, SqlTransformation.Identity);
        return both.Build();
    }
}
