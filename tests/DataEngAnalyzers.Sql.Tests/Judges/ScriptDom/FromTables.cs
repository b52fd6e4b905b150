using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>The tables that a FROM joins, without those inside its subqueries.</summary>
internal static class FromTables
{
    public static IEnumerable<TableReference> Of(FromClause from) => from.TableReferences.SelectMany(Of);

    private static IEnumerable<TableReference> Of(TableReference table) => table switch
    {
        JoinTableReference join => Of(join.FirstTableReference).Concat(Of(join.SecondTableReference)),
        JoinParenthesisTableReference parenthesis => Of(parenthesis.Join),
        _ => [table],
    };
}
