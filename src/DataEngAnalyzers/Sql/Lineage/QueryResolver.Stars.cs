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
            ExpandRelation(relation?.Shape ?? RowShape.Hidden(SqlLineageGaps.NotFound), star, scope, columns, isMerged: false);
            return;
        }

        // Joined columns come once, and first.
        foreach (var merged in scope.Merged)
            AddColumn(new RowColumn(merged.Key, merged.Value), star, scope, columns);
        foreach (var relation in scope.Relations)
            ExpandRelation(relation.Shape, star, scope, columns, scope.Merged.Count > 0);
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

    private void ExpandRelation(RowShape shape, StarItem star, Scope scope, List<RowColumn> columns, bool isMerged)
    {
        foreach (var column in shape.Columns)
        {
            if (!Budget.Spend())
            {
                columns.Add(new RowColumn(null, Provenance.Nothing, new UnknownColumns { Gaps = SqlLineageGaps.TooLarge }));
                return;
            }

            if (column.Rest is { } rest)
                columns.Add(column with { Rest = Shape(isMerged ? rest.Without(scope.Merged.Keys) : rest, star) });
            else if (!isMerged || column.Name is null || !scope.Merged.ContainsKey(column.Name))
                AddColumn(column, star, scope, columns);
        }

        // What replaces a column that could not be seen still has its name.
        if (star.Replacements is null || !shape.IsOpen)
            return;
        foreach (var replacement in star.Replacements.Where(replacement => !shape.Has(replacement.Key)))
            columns.Add(new RowColumn(replacement.Key, ValueOf(replacement.Value, scope)));
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
