using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The rows that UPDATE, DELETE and INSERT work on, and those they return.</summary>
internal sealed partial class QueryResolver
{
    /// <summary>Makes the sources of an UPDATE or DELETE known in a scope and collects what picks its rows.</summary>
    public Scope Enter(RowChange change, Scope outer, ProvenanceBuilder indirect)
    {
        var scope = outer.Enter();
        indirect.Gaps |= change.Gaps;
        var head = ReadSources(change.Head, indirect);
        var others = new List<QuerySource>();
        foreach (var from in change.From)
            others.AddRange(ReadSources(from, indirect));

        // T-SQL names the target by its name or alias in FROM; elsewhere FROM adds to it.
        if (head.Count == 1 && head[0].Alias is null && head[0].Name is { } target && others.Exists(source => IsTarget(source, target)))
            head.Clear();
        AddSources(head, scope, indirect);
        AddSources(others, scope, indirect);
        Collect(change.Where, scope, SqlTransformation.Filter, indirect);
        return scope;
    }

    private static bool IsTarget(QuerySource source, SqlName target) =>
        source.Alias is { } alias
            ? target.Parts.Length == 1 && SqlWords.Same(alias, target.Last)
            : source.Name is { } name && name.Matches(target);

    private List<QuerySource> ReadSources(TokenRange range, ProvenanceBuilder indirect)
    {
        var select = new QueryReader(_tokens).ReadSources(range);
        indirect.Gaps |= select.Gaps;
        return select.Sources;
    }

    /// <summary>A common table that changes rows gives what it returns.</summary>
    private ResolvedQuery? ResolveChange(TokenRange body, Scope outer)
    {
        switch (_tokens[body.From].Keyword)
        {
            case SqlKeyword.Update or SqlKeyword.Delete:
                var change = RowChange.Read(_tokens, body);
                var indirect = new ProvenanceBuilder(Budget);
                var scope = Enter(change, outer, indirect);
                return new ResolvedQuery(Returned(change.Returning, scope), indirect.Build());
            case SqlKeyword.Insert or SqlKeyword.Merge:
                return ResolveInserted(body, outer);
            default:
                return null;
        }
    }

    // What INSERT returns is what its target now has.
    private ResolvedQuery ResolveInserted(TokenRange body, Scope outer)
    {
        var at = body.From + 1;
        while (at < body.To && _tokens[at].Keyword is SqlKeyword.Into or SqlKeyword.Or or SqlKeyword.Replace or SqlKeyword.Ignore)
            at++;
        if (SqlNames.Read(_tokens, ref at, body.To) is not { } target)
            return ResolvedQuery.Hidden(SqlLineageGaps.Unsupported);

        var scope = outer.Enter();
        var alias = SqlAliases.Read(_tokens, ref at, body.To);
        var source = Catalog.Table(target);
        scope.Relations.Add(new Relation { Shape = ShapeOf(source), Alias = alias, Table = target, Source = source });
        while (at < body.To && !_tokens.Is(at, SqlKeyword.Returning))
            at = _tokens.Next(at);
        return new ResolvedQuery(Returned(new TokenRange(at + 1, body.To), scope), Provenance.Nothing);
    }

    private RowShape Returned(TokenRange returning, Scope scope)
    {
        var items = new List<SelectItem>();
        foreach (var item in Clauses.Split(_tokens, returning))
            items.Add(SelectItemReader.Read(_tokens, item));
        return ResolveItems(items, scope, out _);
    }
}
