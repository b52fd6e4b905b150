using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>What a star stands for.</summary>
internal sealed partial class QueryResolver
{
    private void ExpandStar(StarItem star, Scope scope, List<RowColumn> columns)
    {
        if (star.Gaps is not SqlLineageGaps.None)
        {
            columns.Add(new RowColumn(null, Provenance.Nothing, new UnknownColumns { Value = RowOf(scope), Gaps = star.Gaps }));
            return;
        }

        if (star.Qualifier is { } qualifier)
        {
            var relation = Names.FindRelation(qualifier, scope);
            ExpandRelation(relation?.Shape ?? RowShape.Hidden(SqlLineageGaps.NotFound), star, scope, columns, placed: null);
            return;
        }

        // Joined columns come once: first of all, or where the first of the joined sources has them.
        var placed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (_tokens.Dialect is not (SqlDialect.DuckDb or SqlDialect.Sqlite))
            AddMerged(star, scope, columns, placed);
        foreach (var relation in scope.Relations)
            ExpandRelation(relation.Shape, star, scope, columns, placed);
        if (scope.Gaps is not SqlLineageGaps.None)
            columns.Add(new RowColumn(null, Provenance.Nothing, new UnknownColumns { Gaps = scope.Gaps }));
        if (scope.Relations.Count == 0)
            columns.Add(new RowColumn(null, Provenance.Nothing, new UnknownColumns { Gaps = SqlLineageGaps.NotFound }));
    }

    private Provenance RowOf(Scope scope)
    {
        var row = new ProvenanceBuilder(Budget);
        foreach (var relation in scope.Relations)
            row.Add(Names.AllOf(relation.Shape), SqlTransformation.Identity);
        return row.Build();
    }

    private void AddMerged(StarItem star, Scope scope, List<RowColumn> columns, HashSet<string> placed)
    {
        foreach (var merged in scope.Merged)
        {
            if (placed.Add(merged.Key))
                AddColumn(new RowColumn(merged.Key, merged.Value), star, scope, columns);
        }
    }

    // Where joined columns come once, those that have their place are noted.
    private void ExpandRelation(RowShape shape, StarItem star, Scope scope, List<RowColumn> columns, HashSet<string>? placed)
    {
        foreach (var column in shape.Columns)
        {
            if (!Budget.Spend(1 + (column.Rest is null ? 0 : scope.Merged.Count)))
            {
                columns.Add(new RowColumn(null, Provenance.Nothing, new UnknownColumns { Gaps = SqlLineageGaps.TooLarge }));
                return;
            }

            if (column.Rest is { } rest)
                AddRest(rest, star, scope, columns, placed);
            else if (placed is null || column.Name is null || !scope.Merged.TryGetValue(column.Name, out var merged))
                AddColumn(column, star, scope, columns);
            else if (placed.Add(column.Name))
                AddColumn(new RowColumn(column.Name, merged), star, scope, columns);
        }

        // What replaces a column that could not be seen still has its name.
        if (star.Replacements is null || !shape.IsOpen)
            return;
        foreach (var replacement in star.Replacements.Where(replacement => !shape.Has(replacement.Key)))
            columns.Add(new RowColumn(replacement.Key, ValueOf(replacement.Value, scope)));
    }

    private void AddRest(UnknownColumns rest, StarItem star, Scope scope, List<RowColumn> columns, HashSet<string>? placed)
    {
        if (placed is not null && scope.Merged.Count > 0)
        {
            AddMerged(star, scope, columns, placed);
            rest = rest.Without(scope.Merged.Keys);
        }

        columns.Add(new RowColumn(null, Provenance.Nothing, Shape(rest, star)));
    }

    private void AddColumn(RowColumn column, StarItem star, Scope scope, List<RowColumn> columns)
    {
        if (column.Name is { } name)
        {
            if (star.Except?.Contains(name) == true)
                return;
            if (star.Replacements is not null && star.Replacements.TryGetValue(name, out var expression))
                column = column with { Value = ValueOf(expression, scope) };
            if (star.NewNames is not null && star.NewNames.TryGetValue(name, out var newName))
                column = column with { Name = newName };
        }

        columns.Add(column);
    }

    private static UnknownColumns Shape(UnknownColumns rest, StarItem star)
    {
        if (star.Except is not null)
            rest = rest.Without(star.Except);
        if (star.Replacements is not null)
            rest = rest.Without(star.Replacements.Keys);
        return star.NewNames is null ? rest : rest.Renamed(star.NewNames);
    }
}
