using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>The common tables of a statement by name.</summary>
internal sealed class CommonTables
{
    private readonly Dictionary<string, QueryExpression> _queries = new(StringComparer.OrdinalIgnoreCase);

    public static CommonTables Of(WithCtesAndXmlNamespaces? with)
    {
        var tables = new CommonTables();
        foreach (var table in with?.CommonTableExpressions ?? Enumerable.Empty<CommonTableExpression>())
            tables._queries[table.ExpressionName.Value] = table.QueryExpression;
        return tables;
    }

    public bool Contains(string name) => _queries.ContainsKey(name);

    public QueryExpression? QueryOf(string name) => _queries.GetValueOrDefault(name);
}
