using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Follows the columns of queries down to the columns of tables.</summary>
internal sealed partial class QueryResolver
{
    // Deeper nesting of queries than anyone writes is not followed.
    private const int MostDepth = 64;

    // A recursive query's own columns usually settle in two passes.
    private const int MostPasses = 8;

    private readonly SqlTokens _tokens;

    public QueryResolver(SqlTokens tokens, WorkBudget budget, SqlColumnSource? known)
    {
        _tokens = tokens;
        Budget = budget;
        Catalog = new SourceCatalog(known);
        Names = new NameResolver(tokens.Dialect, budget);
    }

    public WorkBudget Budget { get; }

    public SourceCatalog Catalog { get; }

    public NameResolver Names { get; }

    /// <summary>Resolves the query in a range of tokens that stands in <paramref name="outer"/>.</summary>
    public ResolvedQuery Resolve(TokenRange range, Scope outer)
    {
        if (outer.Depth >= MostDepth || !Budget.Spend(1))
            return ResolvedQuery.Hidden(SqlLineageGaps.TooLarge);

        var query = new QueryReader(_tokens).Read(range);
        return Resolve(query, Declare(query, outer));
    }

    /// <summary>The inputs of one value.</summary>
    public Provenance ValueOf(TokenRange expression, Scope scope)
    {
        var range = Clauses.StripParens(_tokens, expression);
        var isSubquery = range.From > expression.From && Clauses.BeginsQuery(_tokens, range.From);
        var isInserted = scope.Inserted is not null && _tokens.Is(range.From, SqlKeyword.Values) && _tokens.Partner(range.From + 1) == range.To - 1;
        var isWhole = isSubquery || isInserted || range.Length == 1 || SqlOperands.IsName(_tokens, range.From, range.To)
            || (SqlClocks.IsClock(_tokens, range.From, out var behindClock) && behindClock == range.To);
        var inputs = new ProvenanceBuilder(Budget);
        var walker = new ExpressionWalker(_tokens, this, scope, inputs);
        walker.Collect(
            isSubquery ? new TokenRange(range.From - 1, range.To + 1) : range,
            isWhole ? SqlTransformation.Identity : SqlTransformation.Transformation);
        if ((walker.HasLiteral || inputs.HasLiteral) && inputs.IsEmpty && inputs.Gaps is SqlLineageGaps.None)
            inputs.Add(Catalog.Literal, SqlTransformation.Identity);
        return inputs.Build();
    }

    /// <summary>Adds the inputs of an expression that decides about rows.</summary>
    public void Collect(TokenRange expression, Scope scope, SqlTransformation transformation, ProvenanceBuilder inputs)
    {
        if (!expression.IsEmpty)
            new ExpressionWalker(_tokens, this, scope, inputs).Collect(expression, transformation);
    }

    /// <summary>The whole row of the source that a qualifier names.</summary>
    public Provenance RowOf(SqlName qualifier, Scope scope) =>
        Names.FindRelation(qualifier, scope) is { } relation ? Names.AllOf(relation.Shape) : Provenance.Hidden(SqlLineageGaps.NotFound);

    /// <summary>Makes the queries that WITH names known in a scope inside <paramref name="outer"/>.</summary>
    public Scope Declare(Query query, Scope outer)
    {
        if (query.CommonTables.Count == 0)
            return new Scope(outer.Outer is null && outer.Relations.Count == 0 ? null : outer) { Depth = outer.Depth + 1, CommonTables = outer.CommonTables };

        var tables = new CommonTables(outer.CommonTables);
        var scope = new Scope(outer) { Depth = outer.Depth + 1, CommonTables = tables };
        foreach (var table in query.CommonTables)
            tables.Set(table.Name, Resolve(table, query.IsRecursive, scope, tables));
        return scope;
    }

    private ResolvedQuery Resolve(CommonTable table, bool isRecursive, Scope scope, CommonTables tables)
    {
        if (scope.Depth >= MostDepth)
            return ResolvedQuery.Hidden(SqlLineageGaps.TooLarge);
        if (ResolveChange(table.Body, scope) is { } change)
            return Rename(change, table);

        var query = new QueryReader(_tokens).Read(table.Body);
        var inner = Declare(query, scope);
        if (query.Branches.Count < 2 || !CanRecur(isRecursive) || !Mentions(table.Body, table.Name))
            return Rename(Resolve(query, inner), table);

        // The first branch says what the columns are; passes over all branches let them flow round.
        var result = Rename(ResolveBranch(query.Branches[0], inner), table);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            tables.Set(table.Name, result);
            var before = CountInputs(result);
            result = Rename(Resolve(query, inner), table);
            if (CountInputs(result) == before)
                return result;
        }

        return result with { Indirect = result.Indirect.With(SqlLineageGaps.TooLarge) };
    }

    // Elsewhere a query that reads its own name without RECURSIVE means a table.
    private bool CanRecur(bool isRecursive) => isRecursive || _tokens.Dialect is SqlDialect.TSql or SqlDialect.Oracle or SqlDialect.Unknown;

    private bool Mentions(TokenRange body, string name)
    {
        for (var at = body.From; at < body.To; at++)
        {
            if (_tokens[at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !_tokens.Is(at - 1, SqlTokenKind.Dot) && SqlWords.Same(SqlNames.Unquote(_tokens.Text(at)), name))
                return true;
        }

        return false;
    }

    private static int CountInputs(ResolvedQuery query) => query.Indirect.Inputs.Length + query.Shape.Columns.Sum(column => column.Value.Inputs.Length);

    private static ResolvedQuery Rename(ResolvedQuery query, CommonTable table) =>
        table.Columns.IsEmpty && table.Added.IsEmpty ? query : query with { Shape = Add(query.Shape.Rename(table.Columns), table.Added) };

    private static RowShape Add(RowShape shape, ImmutableArray<string> names) =>
        names.IsEmpty ? shape : new RowShape(shape.Columns.Concat(names.Select(name => new RowColumn(name, Provenance.Nothing))).ToList());

    private ResolvedQuery Resolve(Query query, Scope outer)
    {
        if (query.Branches.Count == 0)
            return ResolvedQuery.Hidden(query.Gaps | SqlLineageGaps.Unsupported);

        var first = ResolveBranch(query.Branches[0], outer);
        if (query.Branches.Count == 1 && query.OrderBy.IsEmpty && query.Gaps is SqlLineageGaps.None)
            return first;

        var union = new UnionBuilder(Budget, first);
        for (var i = 1; i < query.Branches.Count; i++)
            union.Add(query.Branches[i].Operator, ResolveBranch(query.Branches[i], outer));
        union.Indirect.Gaps |= query.Gaps;

        var shape = union.BuildShape();
        CollectOrder(query.OrderBy, new Scope(outer) { Depth = outer.Depth, CommonTables = outer.CommonTables }, shape, union.Indirect);
        return new ResolvedQuery(shape, union.Indirect.Build());
    }

    private ResolvedQuery ResolveBranch(QueryBranch branch, Scope outer)
    {
        if (branch.Select is { } select)
            return ResolveSelect(select, outer);
        if (branch.Rows is { } rows)
            return ResolveRows(rows, outer);
        return branch.Table is { } table ? TableRows(table, outer) : Resolve(branch.Nested, outer);
    }

    // Rows of VALUES: a column is made of all that stands in its place.
    private ResolvedQuery ResolveRows(List<TokenRange> rows, Scope outer)
    {
        var scope = outer.Enter();
        UnionBuilder? union = null;
        foreach (var row in rows)
        {
            var columns = new List<RowColumn>();
            foreach (var value in Clauses.Split(_tokens, row))
                columns.Add(new RowColumn(null, ValueOf(value, scope)));

            var resolved = new ResolvedQuery(new RowShape(columns), Provenance.Nothing);
            if (union is null)
                union = new UnionBuilder(Budget, resolved);
            else
                union.Add(SetOperator.Union, resolved);
        }

        return union is null ? ResolvedQuery.Hidden(SqlLineageGaps.Unsupported) : new ResolvedQuery(NameValues(union.BuildShape()), Provenance.Nothing);
    }

    // The names that PostgreSQL, SQLite and DuckDB give to the columns of VALUES.
    private RowShape NameValues(RowShape shape)
    {
        var first = _tokens.Dialect is SqlDialect.DuckDb ? 0 : 1;
        var prefix = _tokens.Dialect is SqlDialect.DuckDb ? "col" : "column";
        return shape.Rename(Enumerable.Range(first, shape.Columns.Count).Select(number => prefix + number).ToList());
    }

    private ResolvedQuery TableRows(SqlName table, Scope outer) =>
        outer.CommonTables?.Find(table) ?? new ResolvedQuery(ShapeOf(Catalog.Table(table)), Provenance.Nothing);

    public static RowShape ShapeOf(SourceTable table)
    {
        if (table.Name.HasHole)
            return RowShape.Of(new UnknownColumns { Table = table, Gaps = SqlLineageGaps.Hole });
        if (table.Known is not { } names)
            return RowShape.Of(new UnknownColumns { Table = table });

        var columns = new List<RowColumn>(names.Length);
        foreach (var name in names)
            columns.Add(new RowColumn(name, table.Identity(name, SqlLineageGaps.None)));
        return new RowShape(columns);
    }
}
