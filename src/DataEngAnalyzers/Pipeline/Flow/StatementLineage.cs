using System.Linq;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The column lineage of a statement that the code runs.</summary>
internal static class StatementLineage
{
    public static SqlLineage Of(DataOperation operation, PipelineContext context)
    {
        if (operation is not { Statement: { } statement, Text: { } text })
            return SqlLineage.Empty;
        var script = SqlReader.Read(text.Text, operation.Dialect);
        return script.Statements.FirstOrDefault(candidate => candidate.Span == statement.Span) is { } same
            ? script.LineageOf(same, table => TableShape.Of(SqlReading.DatasetOf(table, text), context) is { IsEmpty: false } columns ? columns : null)
            : SqlLineage.Empty;
    }
}
