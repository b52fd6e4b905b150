using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The code of a compilation that uses a table or column which a migration takes away: mapped entities and SQL that names it.</summary>
internal sealed class SchemaUses
{
    // More of them prove nothing more.
    private const int MostSites = 5;

    private SchemaUses(ImmutableArray<(string What, Location Where)> sites) => Sites = sites;

    /// <summary>Where it is used, and how; entities first.</summary>
    public ImmutableArray<(string What, Location Where)> Sites { get; }

    /// <summary>Who uses it, for messages: the files, else those that no compilation shows.</summary>
    public string Who
    {
        get
        {
            var files = Sites.Select(site => Path.GetFileName(site.Where.SourceTree?.FilePath)).Distinct().ToList();
            return files.Count switch
            {
                0 => "the last release and any replay",
                1 => files[0],
                _ => $"{files[0]} and {files.Count - 1} more",
            };
        }
    }

    /// <summary>The uses of what a step drops or renames; none where a later step brings it back.</summary>
    public static SchemaUses Of(MigrationStep step, Migration migration)
    {
        if (step is not { Table: { } table, Change: { } change } || migration.Context.Catalog.StillHas(table, change.Column?.Name))
            return new SchemaUses(ImmutableArray<(string, Location)>.Empty);

        var column = change.Column?.Name;
        return new SchemaUses(Mapped(table, column, migration.Context).Concat(Statements(table, column, migration.Context)).Take(MostSites).ToImmutableArray());
    }

    private static IEnumerable<(string What, Location Where)> Mapped(Dataset table, string? column, PipelineContext context)
    {
        foreach (var entity in context.Catalog.Model.EntitiesOf(table))
        {
            if (column is null && context.Catalog.Model.Of(entity)?.Where is { } declared)
                yield return ($"{entity.Name} is mapped to it", declared);
            else if (column is not null && Entities.Members(entity).FirstOrDefault(property => IsMappedTo(property, entity, column, context)) is { Locations: [{ IsInSource: true } place, ..] } mapped)
                yield return ($"{entity.Name}.{mapped.Name} is mapped to it", place);
        }
    }

    private static bool IsMappedTo(IPropertySymbol property, INamedTypeSymbol entity, string column, PipelineContext context) =>
        string.Equals(context.Entities.ColumnOf(entity, property.Name), column, StringComparison.OrdinalIgnoreCase)
        && context.Catalog.Model.Of(entity)?.Unmapped.Contains(property.Name) != true
        && EntityAttributes.Find(property, ApiRole.Unmapped, context) is null;

    private static IEnumerable<(string What, Location Where)> Statements(Dataset table, string? column, PipelineContext context)
    {
        var histories = context.Catalog.MigrationFiles;
        var words = new[] { table.LastPart, table.LastPart.ToLowerInvariant(), table.LastPart.ToUpperInvariant() }.Select(WordHash.Of).ToList();
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => !histories.Contains(tree) && !ModelSnapshots.IsIn(tree, context)))
        {
            var file = context.Sketches.Of(tree).Words;
            if (!words.Any(file.Contains))
                continue;

            foreach (var (node, text) in CodeTexts.In(tree.GetRoot(), letters => SqlWords.Mentions(letters, table.LastPart) && (column is null || SqlWords.Mentions(letters, column))))
            {
                if (SqlReader.Read(text, context.DefaultDialect).Statements.Any(statement => Uses(statement, text, table, column)))
                    yield return ($"this SQL names {column ?? table.LastPart}", node.GetLocation());
            }
        }
    }

    private static bool Uses(SqlStatement statement, SqlText text, Dataset table, string? column)
    {
        if (statement.Kind is SqlStatementKind.Unknown or SqlStatementKind.CreateTable or SqlStatementKind.Drop)
            return false;

        var tables = statement.Reads.Select(read => (read.Name, read.Alias)).ToList();
        if (statement.Target is { } target)
            tables.Add((target, null));
        var meant = tables.Where(used => !used.Name.HasHole && table.Matches(new Dataset(DatasetKind.Table, used.Name.Text))).ToList();
        if (meant.Count == 0 || column is null)
            return meant.Count > 0;

        var isOnly = tables.All(used => table.Matches(new Dataset(DatasetKind.Table, used.Name.Text)));
        var sql = text.Slice(statement.Span);
        return isOnly ? SqlWords.Mentions(sql, column) : meant.Any(used => SqlWords.Mentions(sql, (used.Alias ?? used.Name.Last) + "." + column));
    }
}
