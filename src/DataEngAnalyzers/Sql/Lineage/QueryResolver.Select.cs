using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The clauses of a SELECT.</summary>
internal sealed partial class QueryResolver
{
    // There an item may use the alias of an item before it, and WHERE the alias of any.
    private bool HasLateralAliases => _tokens.Dialect is SqlDialect.Snowflake or SqlDialect.DuckDb;

    private ResolvedQuery ResolveSelect(Select select, Scope outer)
    {
        var scope = outer.Enter();
        var indirect = new ProvenanceBuilder(Budget) { Gaps = select.Gaps };
        scope.Gaps = select.Gaps;
        scope.Windows = select.Windows;
        AddSources(select.Sources, scope, indirect);
        var shape = ResolveItems(select.Items, scope, out var aliases);

        scope.Aliases = HasLateralAliases ? aliases : null;
        foreach (var filter in select.Filters)
        {
            var isWhere = _tokens.Is(filter.From - 1, SqlKeyword.Where) || _tokens.Is(filter.From - 1, SqlKeyword.By);
            scope.Aliases = isWhere && !HasLateralAliases ? null : aliases;
            Collect(filter, scope, SqlTransformation.Filter, indirect);
        }

        scope.Aliases = aliases;
        Collect(select.DistinctOn, scope, SqlTransformation.GroupBy, indirect);
        CollectGroups(select.GroupBy, scope, shape, indirect);
        CollectOrder(select.OrderBy, scope, shape, indirect);
        return new ResolvedQuery(shape, indirect.Build());
    }

    private RowShape ResolveItems(List<SelectItem> items, Scope scope, out Dictionary<string, Provenance> aliases)
    {
        var columns = new List<RowColumn>(items.Count);
        aliases = new Dictionary<string, Provenance>(StringComparer.OrdinalIgnoreCase);
        scope.Aliases = HasLateralAliases ? aliases : null;
        foreach (var item in items)
        {
            if (item.Star is { } star)
            {
                ExpandStar(star, scope, columns);
            }
            else if (!AssignsVariable(item.Expression))
            {
                var value = ValueOf(item.Expression, scope);
                columns.Add(new RowColumn(item.Alias ?? ItemNames.Of(_tokens, item.Expression), value));
                if (item.Alias is not null)
                    aliases[item.Alias] = value;
            }
        }

        return new RowShape(columns);
    }

    // T-SQL: SELECT @x = column gives no column.
    private bool AssignsVariable(TokenRange expression) =>
        _tokens.Is(expression.From, SqlTokenKind.Parameter) && _tokens.Source.Text[_tokens[expression.From].Start] is '@'
        && (_tokens.IsOperator(expression.From + 1, "=") || _tokens.IsOperator(expression.From + 1, ":="));

    private void CollectGroups(TokenRange groupBy, Scope scope, RowShape shape, ProvenanceBuilder indirect)
    {
        if (groupBy.Length == 1 && _tokens.Is(groupBy.From, SqlKeyword.All))
        {
            // GROUP BY ALL: every item that sums up nothing.
            foreach (var column in shape.Columns)
            {
                if (column.Rest is not null || !Aggregates(column.Value))
                    indirect.Add(column.Rest?.All() ?? column.Value, SqlTransformation.GroupBy);
            }

            return;
        }

        foreach (var item in Clauses.Split(_tokens, groupBy))
        {
            if (!CollectOrdinal(item, shape, SqlTransformation.GroupBy, indirect))
                Collect(item, scope, SqlTransformation.GroupBy, indirect);
        }
    }

    private static bool Aggregates(Provenance value)
    {
        foreach (var input in value.Inputs)
        {
            if (input.Transformation is SqlTransformation.Aggregation)
                return true;
        }

        return false;
    }

    // ORDER BY looks among the names of the result first.
    private void CollectOrder(TokenRange orderBy, Scope scope, RowShape shape, ProvenanceBuilder indirect)
    {
        foreach (var item in Clauses.Split(_tokens, orderBy))
        {
            if (CollectOrdinal(item, shape, SqlTransformation.Sort, indirect))
                continue;

            var isBareName = SqlNames.ReadAt(_tokens, item.From, item.From + 1) is not null && !_tokens.Is(item.From + 1, SqlTokenKind.Dot) && !_tokens.Is(item.From + 1, SqlTokenKind.OpenParen)
                && !_tokens.Is(item.From + 1, SqlTokenKind.Operator);
            var name = isBareName ? SqlNames.Unquote(_tokens.Text(item.From)) : "";
            if (isBareName && (shape.Has(name) || scope.Relations.Count == 0) && shape.Find(name) is { } column)
                indirect.Add(column, SqlTransformation.Sort);
            else
                Collect(item, scope, SqlTransformation.Sort, indirect);
        }
    }

    // The number of an item.
    private bool CollectOrdinal(TokenRange item, RowShape shape, SqlTransformation transformation, ProvenanceBuilder indirect)
    {
        if (!_tokens.Is(item.From, SqlTokenKind.Number) || !(item.Length == 1 || _tokens.Is(item.From + 1, SqlTokenKind.Word)))
            return false;

        var isPlace = int.TryParse(_tokens.Text(item.From), out var place) && place >= 1;
        for (var i = 0; i < place && isPlace && i < shape.Columns.Count; i++)
        {
            if (shape.Columns[i].Rest is not null)
            {
                indirect.Gaps |= SqlLineageGaps.Star;
                return true;
            }

            if (i == place - 1)
                indirect.Add(shape.Columns[i].Value, transformation);
        }

        return true;
    }
}
