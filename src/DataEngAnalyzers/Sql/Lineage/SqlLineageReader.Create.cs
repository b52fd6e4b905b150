using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Queries that become tables, views and files.</summary>
internal sealed partial class SqlLineageReader
{
    private void ReadCreate()
    {
        if (_statement.Target is not { } target)
            return;

        _at = IndexOf(target.Span.End);
        var names = new List<SqlName>();
        if (_tokens.Is(_at, SqlTokenKind.OpenParen) && !BeginsQuery(_at))
            names = NamesOf(_at);

        _at = Find(BeginsQuery, _at);
        if (_at >= _end)
            return;

        var query = WithoutOptions(Rest);
        var shape = Resolve(query);
        var spans = SpansOfItems(query);

        // MySQL's list declares columns beside those of the query.
        if (names.Count == 0 || _tokens.Dialect is SqlDialect.MySql)
        {
            for (var i = 0; i < shape.Columns.Count; i++)
                AddSelected(shape.Columns[i], null, spans.Count == shape.Columns.Count ? spans[i] : _statement.Span);
            return;
        }

        Assign(names, shape, SqlLineageRole.Selected);
    }

    private bool BeginsQuery(int at) => Clauses.BeginsQuery(_tokens, _tokens.Is(at, SqlTokenKind.OpenParen) ? _tokens.Innermost(at) : at);

    private List<SqlName> NamesOf(int open)
    {
        var names = new List<SqlName>();
        foreach (var item in Clauses.Split(_tokens, Clauses.Inside(_tokens, open, _end)))
        {
            if (SqlNames.ReadAt(_tokens, item.From, item.To) is { } name)
                names.Add(name);
        }

        return names;
    }

    // WITH NO DATA, WITH CHECK OPTION, WITH READ ONLY say nothing about the query.
    private TokenRange WithoutOptions(TokenRange range)
    {
        for (var at = range.To - 1; at > range.From && at > range.To - 6; at--)
        {
            if (_tokens.Is(at, SqlKeyword.With) && !_tokens.Is(at + 1, SqlTokenKind.OpenParen))
                return new TokenRange(range.From, at);
        }

        return range;
    }

    private void ReadCopy()
    {
        if (_tokens.Is(_at + 1, SqlTokenKind.OpenParen) && BeginsQuery(_at + 1))
        {
            var query = Clauses.Inside(_tokens, _at + 1, _end);
            var shape = Resolve(query);
            foreach (var column in shape.Columns)
                AddSelected(column, null, _tokens.Span(query.From, query.To));
        }
    }
}
