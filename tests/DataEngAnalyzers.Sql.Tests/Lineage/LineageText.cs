using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql.Lineage;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>
/// Lineage as people read it: <c>total &lt;- orders.amount (aggregation); rows &lt;- orders.day (filter)</c>. What is passed on as it is has no
/// word behind it, <c>rows</c> stands for the whole statement, <c>:=</c> for a column of a row that is there already, <c>?star</c> for what hides inputs.
/// </summary>
internal static class LineageText
{
    /// <summary>Reads the last statement of a script, with the columns of tables given as <c>t(a, b) s(c)</c>.</summary>
    public static string Of(string sql, SqlDialect dialect = SqlDialect.Unknown, string tables = "")
    {
        var script = SqlReading.Script(sql, dialect);
        Assert.NotEmpty(script.Statements);
        return Of(script.LineageOf(script.Statements[^1], Known(tables)));
    }

    public static string Of(SqlLineage lineage)
    {
        var lines = lineage.Columns.Select(Of).ToList();
        if (!lineage.Indirect.IsEmpty || lineage.Gaps is not SqlLineageGaps.None)
            lines.Add("rows <- " + Inputs(lineage.Indirect, lineage.Gaps));
        return string.Join("; ", lines);
    }

    public static SqlColumnSource? Known(string tables)
    {
        if (tables.Length == 0)
            return null;

        var known = new Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var open = table.IndexOf('(', StringComparison.Ordinal);
            known[table[..open]] = table[(open + 1)..].Split(',', StringSplitOptions.TrimEntries).ToImmutableArray();
        }

        return name => known.TryGetValue(name.Text, out var columns) || known.TryGetValue(name.Last, out columns) ? columns : null;
    }

    private static string Of(SqlLineageColumn column) =>
        (column.Name ?? (column.IsStar ? "*" : "_")) + (column.Role is SqlLineageRole.Updated ? " := " : " <- ") + Inputs(column.Inputs, column.Gaps);

    private static string Inputs(ImmutableArray<SqlLineageInput> inputs, SqlLineageGaps gaps)
    {
        var parts = inputs.Select(Of).ToList();
        if (gaps is not SqlLineageGaps.None)
            parts.Add("?" + gaps.ToString().ToLowerInvariant().Replace(", ", " ?", StringComparison.Ordinal));
        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }

    private static string Of(SqlLineageInput input)
    {
        var source = (input.Source.Kind is SqlLineageSourceKind.Parameter ? "@" : "") + input.Source.ToString().Replace(SqlText.HoleMark, SqlReading.Hole);
        return input.Transformation switch
        {
            SqlTransformation.Identity => source,
            SqlTransformation.GroupBy => source + " (group by)",
            var other => $"{source} ({other.ToString().ToLowerInvariant()})",
        };
    }
}
