using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The sources of FROM and how they are joined.</summary>
internal sealed partial class QueryResolver
{
    public void AddSources(List<QuerySource> sources, Scope scope, ProvenanceBuilder indirect)
    {
        foreach (var source in sources)
        {
            var first = scope.Relations.Count;
            AddSource(source, scope, indirect);
            if (source.IsNatural)
                MergeNatural(source.Join, first, scope, indirect);
            foreach (var column in source.Using)
                MergeColumn(column, source.Join, first, scope, indirect);
            foreach (var condition in source.On)
                Collect(condition, scope, SqlTransformation.Join, indirect);
        }
    }

    private void AddSource(QuerySource source, Scope scope, ProvenanceBuilder indirect)
    {
        if (!source.Group.IsEmpty)
        {
            AddGroup(source, scope, indirect);
            return;
        }

        var rows = RowsOf(source, scope);
        indirect.Add(rows.Indirect, SqlTransformation.Identity);
        var shape = rows.Shape;
        if (source.Gaps is not SqlLineageGaps.None)
            shape = RowShape.Of(new UnknownColumns { Value = Names.AllOf(shape), Gaps = source.Gaps });
        if (source.Ordinal is { } ordinal)
            shape = new RowShape(shape.Columns.Append(new RowColumn(ordinal, Provenance.Nothing)).ToList());
        if (!source.Columns.IsEmpty)
            shape = source.Arguments is null || source.Gaps is not SqlLineageGaps.None || !shape.IsOpen ? shape.Rename(source.Columns) : Named(shape, source.Columns, source.Ordinal is not null);

        var isTable = source.Name is not null && source.Arguments is null;
        scope.Relations.Add(new Relation
        {
            Shape = shape,
            Alias = source.Alias ?? (isTable ? null : source.Name?.Last),
            Table = isTable ? source.Name : null,
            Source = isTable && source.Columns.IsEmpty && scope.CommonTables?.Find(source.Name!) is null ? Catalog.Table(source.Name!) : null,
            IsFunction = source.Arguments is not null,
        });
    }

    // (a JOIN b ON …): the same sources, unless an alias makes one of them.
    private void AddGroup(QuerySource source, Scope scope, ProvenanceBuilder indirect)
    {
        var inner = new Scope(scope.Outer) { Depth = scope.Depth + 1, CommonTables = scope.CommonTables };
        if (inner.Depth >= MostDepth)
        {
            scope.Gaps |= SqlLineageGaps.TooLarge;
            return;
        }

        var group = new QueryReader(_tokens).ReadSources(source.Group);
        indirect.Gaps |= group.Gaps;
        AddSources(group.Sources, inner, indirect);
        scope.Gaps |= inner.Gaps | group.Gaps;
        if (source.Alias is null)
        {
            scope.Relations.AddRange(inner.Relations);
            foreach (var merged in inner.Merged)
                scope.Merge(merged.Key, merged.Value);
            return;
        }

        var columns = new List<RowColumn>();
        ExpandStar(new StarItem(), inner, columns);
        scope.Relations.Add(new Relation { Shape = new RowShape(columns), Alias = source.Alias });
    }

    private ResolvedQuery RowsOf(QuerySource source, Scope scope)
    {
        if (!source.Derived.IsEmpty)
            return Resolve(source.Derived, source.IsLateral || _tokens.Dialect is SqlDialect.DuckDb ? scope : Beside(scope));
        if (source.Arguments is { } arguments)
            return FunctionRows(source, arguments, scope);
        return source.Name is { } name ? TableRows(name, scope) : ResolvedQuery.Hidden(SqlLineageGaps.Unsupported);
    }

    // A derived table does not see the sources beside it, but those of the queries around.
    private static Scope Beside(Scope scope) => new(scope.Outer) { Depth = scope.Depth, CommonTables = scope.CommonTables };

    private ResolvedQuery FunctionRows(QuerySource source, TokenRange arguments, Scope scope)
    {
        var function = source.Name!.Last;
        if (IsFileReader(function) && _tokens.Is(arguments.From, SqlTokenKind.String))
        {
            var path = SqlNames.Unquote(_tokens.Text(arguments.From));
            var file = new SqlName(ImmutableArray.Create(path), _tokens.Span(arguments.From, arguments.From + 1)) { HasHole = _tokens.HasHole(arguments.From) };
            return new ResolvedQuery(ShapeOf(Catalog.Table(file)), Provenance.Nothing);
        }

        if (SqlWords.Same(function, "unnest") && _tokens.Dialect is SqlDialect.PostgreSql or SqlDialect.DuckDb)
            return Unnested(source, arguments, scope);

        // The arguments of a table function see the sources before it.
        var inputs = new ProvenanceBuilder(Budget);
        Collect(arguments, scope, SqlTransformation.Transformation, inputs);
        var isKnown = SqlFunctions.MakesRowsOfArguments(function);
        var value = inputs.Build().With(isKnown ? SqlLineageGaps.None : SqlLineageGaps.Routine);
        return new ResolvedQuery(RowShape.Of(new UnknownColumns { Value = value }), Deciding(value));
    }

    // The arguments also decide how many rows there are.
    private Provenance Deciding(Provenance arguments)
    {
        var rows = new ProvenanceBuilder(Budget);
        rows.Add(arguments, SqlTransformation.Join);
        return rows.Build();
    }

    // A column for each array.
    private ResolvedQuery Unnested(QuerySource source, TokenRange arguments, Scope scope)
    {
        var columns = new List<RowColumn>();
        var rows = new ProvenanceBuilder(Budget);
        foreach (var argument in Clauses.Split(_tokens, arguments))
        {
            var value = new ProvenanceBuilder(Budget);
            Collect(argument, scope, SqlTransformation.Transformation, value);
            columns.Add(new RowColumn("unnest", value.Build()));
            rows.Add(columns[columns.Count - 1].Value, SqlTransformation.Join);
        }

        if (columns.Count == 1 && source.Alias is { } alias)
            columns[0] = columns[0] with { Name = alias };
        return new ResolvedQuery(new RowShape(columns), rows.Build());
    }

    private static bool IsFileReader(string function) =>
        function.StartsWith("read_", StringComparison.OrdinalIgnoreCase) || function.EndsWith("_scan", StringComparison.OrdinalIgnoreCase);

    // The names are all the columns of the function's rows, and each is made of the arguments; an ordinal comes last.
    private static RowShape Named(RowShape shape, ImmutableArray<string> names, bool hasOrdinal)
    {
        var value = shape.Columns[0].Rest?.Value ?? shape.Columns[0].Value;
        var columns = names.Select(name => new RowColumn(name, value)).ToList();
        if (hasOrdinal)
            columns[columns.Count - 1] = new RowColumn(names[names.Length - 1], Provenance.Nothing);
        return new RowShape(columns);
    }

    private void MergeNatural(JoinKind join, int first, Scope scope, ProvenanceBuilder indirect)
    {
        for (var i = 0; i < scope.Relations.Count; i++)
        {
            if (!scope.Relations[i].Shape.IsOpen)
                continue;

            // Which columns both sides have is not known.
            indirect.Gaps |= SqlLineageGaps.Star;
            return;
        }

        foreach (var column in scope.Relations.Skip(first).SelectMany(relation => relation.Shape.Columns).ToList())
        {
            if (column.Name is not null && (scope.Merged.ContainsKey(column.Name) || scope.Relations.Take(first).Any(relation => relation.Shape.Has(column.Name))))
                MergeColumn(column.Name, join, first, scope, indirect);
        }
    }

    private void MergeColumn(string column, JoinKind join, int first, Scope scope, ProvenanceBuilder indirect)
    {
        var left = OfRelations(column, scope, 0, first);
        var right = OfRelations(column, scope, first, scope.Relations.Count);
        indirect.Add(left, SqlTransformation.Join);
        indirect.Add(right, SqlTransformation.Join);

        var value = new ProvenanceBuilder(Budget);
        if (join is not JoinKind.Right)
            value.Add(left, SqlTransformation.Identity);
        if (join is JoinKind.Right or JoinKind.Full)
            value.Add(right, SqlTransformation.Identity);
        scope.Merge(column, value.Build());
    }

    private Provenance OfRelations(string column, Scope scope, int from, int to)
    {
        if (from == 0 && scope.Merged.TryGetValue(column, out var merged))
            return merged;
        return Names.OfRelations(column, scope.Relations, from, to, out _) ?? Provenance.Hidden(SqlLineageGaps.NotFound);
    }
}
