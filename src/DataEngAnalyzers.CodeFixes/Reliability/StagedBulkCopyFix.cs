using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>
/// Sends a SQL Server bulk copy into a temporary twin of its target and merges it on the key in one statement. Offered where the copier
/// works on an open connection with a name, outside a transaction, and DDL tells the columns.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StagedBulkCopyFix))]
public sealed class StagedBulkCopyFix() : DataEngFix("DEA1020")
{
    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Operation is { Action: DataAction.Write, Sink: Sink.Bulk, Dialect: SqlDialect.TSql, Transaction: null, Around.Loop: null, Dataset: { HasHole: false } table } && ChangesOf(site, table, scene) is { } changes)
                yield return new PlannedFix(nameof(StagedBulkCopyFix), $"Copy into a temporary table and merge it into '{table.Name}' on the key", changes);
        }
    }

    private static ImmutableArray<TextChange>? ChangesOf(Site site, Dataset table, FixScene scene)
    {
        var context = site.Stage.Context;
        var columns = context.Catalog.ColumnsOf(table);
        if (columns.IsEmpty || context.Catalog.KeyOf(table, columns) is not { } key || site.Operation.Call.Receiver is not { } copier)
            return null;
        if (context.Values.MakerOf(copier, ApiRole.Open) is not { } maker || maker["transaction"] is { Operation.ConstantValue.HasValue: false } || maker["connection"]?.Operation.Syntax is not IdentifierNameSyntax connection)
            return null;
        if (context.Handles.Of(copier, "DestinationTableName", makerKey: null, site.Operation.Call.Operation) is not { } name)
            return null;
        if (scene.NodeAt(site.Operation.Location).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax } statement)
            return null;

        var text = HostText.Read(name, context);
        var twin = "#" + table.LastPart + "_load";
        if (LiteralEdits.Of(text, [new SqlEdit(new SqlSpan(0, text.Text.Text.Length), twin)], scene) is not { } literal)
            return null;

        var home = maker.Operation.Type?.ContainingNamespace?.ToDisplayString();
        var command = scene.NameAt(home + ".SqlCommand", statement.SpanStart);
        var line = scene.NewLine + scene.IndentationAt(statement.SpanStart);
        var isAsync = statement.Expression is AwaitExpressionSyntax;
        string Run(string variable, string sql) =>
            $"using (var {variable} = new {command}(\"{sql}\", {connection.Identifier.ValueText})){line}    {(isAsync ? $"await {variable}.ExecuteNonQueryAsync()" : $"{variable}.ExecuteNonQuery()")};";

        var create = Run(scene.FreeName("create", statement.SpanStart), $"SELECT TOP 0 * INTO {twin} FROM {table.Name}") + line;
        var merge = line + Run(scene.FreeName("merge", statement.SpanStart), Merge(table.Name, twin, columns, key.Columns));
        return literal.Add(new TextChange(new TextSpan(statement.SpanStart, 0), create)).Add(new TextChange(new TextSpan(statement.Span.End, 0), merge));
    }

    private static string Merge(string target, string twin, ImmutableArray<string> columns, ImmutableArray<string> key)
    {
        var on = string.Join(" AND ", key.Select(column => $"target.[{column}] = source.[{column}]"));
        var updates = string.Join(", ", columns.Where(column => !key.Contains(column, System.StringComparer.OrdinalIgnoreCase)).Select(column => $"[{column}] = source.[{column}]"));
        var matched = updates.Length == 0 ? string.Empty : $" WHEN MATCHED THEN UPDATE SET {updates}";
        var list = string.Join(", ", columns.Select(column => $"[{column}]"));
        var values = string.Join(", ", columns.Select(column => $"source.[{column}]"));
        return $"MERGE INTO {target} WITH (HOLDLOCK) AS target USING {twin} AS source ON {on}{matched} WHEN NOT MATCHED THEN INSERT ({list}) VALUES ({values});";
    }
}
