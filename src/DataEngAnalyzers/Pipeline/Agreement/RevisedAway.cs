using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A table or column that the code uses and that Alembic's newest revision does not have.</summary>
/// <param name="Use">The operation that uses it.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; <see langword="null"/> for the table itself.</param>
/// <param name="Revision">The revision that took it away; <see langword="null"/> when none ever created it.</param>
/// <param name="NewName">What it is called since; <see langword="null"/> when it is gone.</param>
/// <param name="Place">The operation of the revision, or the table.</param>
internal sealed record RevisedAway(DataOperation Use, Dataset Table, string? Column, string? Revision, string? NewName, ManifestPlace Place)
{
    /// <summary>Where a finding stands.</summary>
    public required Location Where { get; init; }

    /// <summary>Where the statement names the column, if all these places are known; empty otherwise.</summary>
    public ImmutableArray<ColumnUse> Sites { get; init; } = ImmutableArray<ColumnUse>.Empty;
}

/// <summary>
/// Holds SQL and entities against the tables that Alembic's revisions leave behind. A table counts as known when the revisions create it and
/// run no SQL of their own on it; what the code itself migrates is its own.
/// </summary>
internal static class RevisedTables
{
    public static IEnumerable<RevisedAway> UsesRevisedAway(this Stage stage)
    {
        if (stage.Context.Manifests.IsEmpty || stage.Scope.Host is HostKind.Test or HostKind.Migration or HostKind.Seed)
            return [];
        return stage.Operations.SelectMany(operation => operation switch
        {
            { Statement: { } statement, Text: { } text } => OfStatement(operation, statement, text, stage.Context),
            { Dataset: { Kind: DatasetKind.Table, HasHole: false } table, Action: DataAction.Read or DataAction.Write } => OfEntities(operation, table, stage.Context),
            _ => [],
        });
    }

    private static IEnumerable<RevisedAway> OfStatement(DataOperation operation, SqlStatement statement, HostText text, PipelineContext context)
    {
        if (statement.Kind is not (SqlStatementKind.Select or SqlStatementKind.Insert or SqlStatementKind.Update or SqlStatementKind.Delete or SqlStatementKind.Merge or SqlStatementKind.Truncate))
            yield break;

        foreach (var name in statement.Sources.Concat(statement.Target is { } target ? [target] : []).Where(name => name is { HasHole: false, IsTemporary: false }).GroupBy(name => name.Text, StringComparer.OrdinalIgnoreCase).Select(same => same.First()))
        {
            var table = SqlReading.DatasetOf(name, text);
            if (context.Manifests.Find(table, DatasetRole.AlembicTable) is not { } revised)
            {
                if (Dropped(table, context) is { } step)
                    yield return new RevisedAway(operation, table, null, step.Revision, step.Values["to"], step.Place) { Where = operation.Clause(name.Span) };
                continue;
            }

            if (!revised.Values.Is("known") || IsOwn(table, context))
                continue;
            foreach (var use in ColumnUses.Of(operation, name, context).Where(use => revised.Column(use.Name) is null && !IsRowColumn(use.Name)).GroupBy(use => use.Name, StringComparer.OrdinalIgnoreCase))
            {
                var sites = use.Where(site => site.Span is not null).GroupBy(site => site.Span).Select(same => same.First()).OrderBy(site => site.Span!.Value.Start).ToImmutableArray();
                var where = sites.IsEmpty ? operation.StatementPlace : operation.Clause(sites[0].Span!.Value);
                yield return Of(operation, table, use.Key, revised, where) with { Sites = sites.Length == Mentions(text.Text.Slice(statement.Span), use.Key) ? sites : ImmutableArray<ColumnUse>.Empty };
            }
        }
    }

    private static IEnumerable<RevisedAway> OfEntities(DataOperation operation, Dataset table, PipelineContext context)
    {
        if (context.Manifests.Find(table, DatasetRole.AlembicTable) is not { } revised || !revised.Values.Is("known") || IsOwn(table, context)
            || context.Datasets.RowTypeOf(operation.Call) is not INamedTypeSymbol entity || context.Catalog.Model.TableOf(entity) is not { } mapped)
            return [];
        return mapped.Columns
            .Where(column => revised.Column(column.Name) is null)
            .Select(column => Of(operation, table, column.Name, revised, column.Origin.Where.SourceTree == operation.Location.SourceTree ? column.Origin.Where : operation.Location));
    }

    private static RevisedAway Of(DataOperation operation, Dataset table, string column, DeclaredDataset revised, Location where) =>
        revised.Removed.LastOrDefault(removed => SqlWords.Same(removed.Name, column)) is { } removed
            ? new RevisedAway(operation, table, column, removed.Revision, removed.NewName, removed.Place) { Where = where }
            : new RevisedAway(operation, table, column, null, null, revised.Place) { Where = where };

    private static bool IsOwn(Dataset table, PipelineContext context) => context.Catalog.Find(table) is { Origin.Source: not FactSource.EntityModel } || context.Catalog.StillHas(table, null);

    // Dropped or renamed, and no table of the name is left, in whatever schema.
    private static RevisionStep? Dropped(Dataset table, PipelineContext context) =>
        context.Manifests.MayHold(table, DatasetRole.AlembicTable) || IsOwn(table, context)
            ? null
            : context.Manifests.Facts.RevisionSteps.LastOrDefault(step => step.Kind is RevisionStepKind.DropTable or RevisionStepKind.RenameTable && step is { Table: { } name } && IsSame(table, step.Schema, name, step.Place));

    private static bool IsSame(Dataset table, string? schema, string name, ManifestPlace place) =>
        SqlWords.Same(table.LastPart, name) && DatasetLink.IsSure(table, new DeclaredDataset(DatasetRole.AlembicTable, name, place) { Schema = schema });

    // What every row has without anybody creating it.
    private static bool IsRowColumn(string name) => name.ToLowerInvariant() is "rowid" or "_rowid_" or "oid" or "ctid" or "xmin" or "xmax" or "rownum" or "level" or "excluded";

    // As a name of its own; a parameter may be called as the column is.
    private static int Mentions(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsPart(text[at - 1])) && (end == text.Length || !IsPart(text[end])))
                count++;
        }

        return count;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '@' or ':' or '$' or '#';
}
