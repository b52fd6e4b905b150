using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Orders a query by the key of its table before a limit cuts it off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OrderByKeyFix))]
public sealed class OrderByKeyFix() : DataEngFix("DEA2016")
{
    // What makes another list of rows than the table's, so that its key may not order it.
    private static readonly string[] Reshaping = ["UNION", "INTERSECT", "EXCEPT", "DISTINCT", "GROUP", "OPTION", " FOR "];

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.Sites)
        {
            if (site.Operation is not { Statement: { Limit: { } limit, Reads: [var table], RowNumbers.IsEmpty: true } statement, Text: { } text } operation
                || operation.Clause(limit.Span) != diagnostic.Location
                || site.Stage.Context.Catalog.KeysOf(SqlReading.DatasetOf(table.Name, text)).FirstOrDefault() is not { } key
                || Reshaping.Any(word => text.Text.Slice(statement.Span).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
                continue;

            var order = "ORDER BY " + string.Join(", ", key.Columns);
            var edit = limit.IsAtEnd
                ? new SqlEdit(new SqlSpan(limit.Span.Start, 0), order + " ")
                : new SqlEdit(new SqlSpan(statement.Span.End, 0), " " + order);
            if (LiteralEdits.Of(text, [edit], scene) is { } changes)
                yield return new PlannedFix(nameof(OrderByKeyFix), $"Take the same rows on every run: {order}", changes);
            yield break;
        }
    }
}
