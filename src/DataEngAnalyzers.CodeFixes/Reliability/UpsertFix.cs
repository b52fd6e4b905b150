using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Turns an INSERT into an upsert on the key that is known of its table, in the dialect of the connection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpsertFix))]
public sealed class UpsertFix() : DataEngFix("DEA1001", "DEA1033")
{
    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (KeyOf(site) is not { } key || ChangesOf(site, key, scene) is not { } changes)
                continue;

            yield return new PlannedFix(nameof(UpsertFix), $"Upsert on ({string.Join(", ", key.Columns)}): a repeated row updates the one that is there", changes);
            yield break;
        }
    }

    /// <summary>True when the key and the dialect are known and the statement can be rewritten where it stands.</summary>
    internal static bool IsOfferedFor(Site site, FixScene scene) => KeyOf(site) is { } key && ChangesOf(site, key, scene) is not null;

    // A MERGE compares the columns; every other upsert asks the table's own keys.
    private static TableKey? KeyOf(Site site) => site.Operation is { Mode: WriteMode.Append, Sink: Sink.Sql, Dataset: { } table, Statement: { } insert, Dialect: var dialect }
        && site.Stage.Context.Catalog.KeyOf(table, insert.Columns.Select(column => column.Last)) is { } key
        && (dialect == SqlDialect.TSql || site.Stage.Context.Catalog.IsEnforced(key, table))
            ? key
            : null;

    private static ImmutableArray<TextChange>? ChangesOf(Site site, TableKey key, FixScene scene)
    {
        if (site.Operation is not { Text: { } text, Statement: { } found, Dialect: var dialect })
            return null;

        var script = SqlReader.Read(text.Text, dialect);
        return script.Statements.FirstOrDefault(statement => statement.Span == found.Span) is { } insert && SqlUpsertWriter.Write(script, insert, dialect, key.Columns) is { } edits
            ? LiteralEdits.Of(text, edits, scene)
            : null;
    }
}
