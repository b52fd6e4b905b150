using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>
/// Sends a binary COPY into a temporary twin of its target and merges it on the key, all in one transaction. Offered where the importer
/// is a <c>using</c> declaration, completed in the same block, and no transaction is open.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StagedCopyFix))]
public sealed class StagedCopyFix() : DataEngFix("DEA1020")
{
    private const string Importer = "NpgsqlBinaryImporter";

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Operation is { Action: DataAction.Open, Transaction: null, Dataset: { } table } && Load.Of(site, table, scene) is { } load && load.Changes(scene) is { } changes)
                yield return new PlannedFix(nameof(StagedCopyFix), $"Copy into a temporary table and upsert '{table.Name}' on ({string.Join(", ", load.Key)})", changes);
        }
    }

    /// <summary>One COPY: what it fills, the statements that begin and complete it.</summary>
    private sealed record Load(Call Open, HostText Text, SqlStatement Copy, ImmutableArray<string> Key, StatementSyntax Begin, StatementSyntax Complete, string Connection, string Variable, bool IsAsync)
    {
        public static Load? Of(Site site, Dataset table, FixScene scene)
        {
            var open = site.Operation.Call;
            var context = site.Stage.Context;
            if (open.Operation.Type is not { } type || RowTypes.Awaited(type)?.Name != Importer || open.Receiver?.Operation.Syntax is not IdentifierNameSyntax connection)
                return null;
            if (context.Sql.TextOf(open) is not { IsConstant: true } text || SqlReader.Read(text.Text, SqlDialect.PostgreSql).Statements is not [{ Kind: SqlStatementKind.Copy, Target: { } target, HasColumnList: true } copy])
                return null;
            if (text.Text.Slice(target.Span).Contains("\"") || context.Catalog.KeyOf(table, copy.Columns.Select(column => column.Last)) is not { } key || !context.Catalog.IsEnforced(key, table))
                return null;
            if (scene.NodeAt(open.NameLocation).FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax { UsingKeyword.Span.IsEmpty: false, Declaration.Variables: [{ Identifier.ValueText: var variable }], Parent: BlockSyntax block } begin)
                return null;

            return block.Statements.FirstOrDefault(statement => Completes(statement, variable)) is { } complete
                ? new Load(open, text, copy, key.Columns, begin, complete, connection.Identifier.ValueText, variable, type.Name != Importer)
                : null;
        }

        public ImmutableArray<TextChange>? Changes(FixScene scene)
        {
            var target = Text.Text.Slice(Copy.Target!.Span);
            var twin = Copy.Target.Last + "_load";
            if (LiteralEdits.Of(Text, [new SqlEdit(Copy.Target.Span, twin)], scene) is not { } literal)
                return null;

            var line = scene.NewLine + scene.IndentationAt(Begin.SpanStart);
            var transaction = scene.FreeName("load", Begin.SpanStart);
            var before = (IsAsync ? $"await using var {transaction} = await {Connection}.BeginTransactionAsync();" : $"using var {transaction} = {Connection}.BeginTransaction();") + line
                + Run("create", $"CREATE TEMP TABLE {twin} (LIKE {target} INCLUDING DEFAULTS) ON COMMIT DROP", transaction, line, scene) + line;
            var after = line + (IsAsync ? $"await {Variable}.CloseAsync();" : $"{Variable}.Close();") + line
                + Run("merge", Merge(target, twin), transaction, line, scene) + line
                + (IsAsync ? $"await {transaction}.CommitAsync();" : $"{transaction}.Commit();");
            return literal.Add(new TextChange(new TextSpan(Begin.SpanStart, 0), before)).Add(new TextChange(new TextSpan(Complete.Span.End, 0), after));
        }

        private string Run(string name, string sql, string transaction, string line, FixScene scene)
        {
            var command = scene.FreeName(name, Begin.SpanStart);
            var made = $"var {command} = new {scene.NameAt("Npgsql.NpgsqlCommand", Begin.SpanStart)}(\"{sql}\", {Connection}, {transaction})";
            return IsAsync
                ? $"await using ({made}){line}    await {command}.ExecuteNonQueryAsync();"
                : $"using ({made}){line}    {command}.ExecuteNonQuery();";
        }

        private string Merge(string target, string twin)
        {
            var columns = Copy.Columns.Select(column => Text.Text.Slice(column.Span)).ToList();
            var updates = columns.Where(column => !Key.Contains(column, System.StringComparer.OrdinalIgnoreCase)).Select(column => $"{column} = EXCLUDED.{column}").ToList();
            var list = string.Join(", ", columns);
            return $"INSERT INTO {target} ({list}) SELECT {list} FROM {twin} ON CONFLICT ({string.Join(", ", Key)}) " + (updates.Count == 0 ? "DO NOTHING" : "DO UPDATE SET " + string.Join(", ", updates));
        }

        private static bool Completes(StatementSyntax statement, string importer) => statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
            && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: var name },
                Name.Identifier.ValueText: "Complete" or "CompleteAsync",
            } && name == importer);
    }
}
