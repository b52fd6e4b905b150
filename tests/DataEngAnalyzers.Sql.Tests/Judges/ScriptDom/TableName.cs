using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>The text of a table's name; empty for what has none.</summary>
internal static class TableName
{
    public static string Of(SchemaObjectName name) => string.Join('.', name.Identifiers.Select(i => i.Value));

    public static string Of(TableReference? table) => table switch
    {
        NamedTableReference named => Of(named.SchemaObject),
        VariableTableReference variable => variable.Variable.Name,
        _ => "",
    };

    public static string? AliasOf(TableReference table) => (table as TableReferenceWithAlias)?.Alias?.Value;
}
