using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the schema rules ask a migration.</summary>
internal static class MigrationQuestions
{
    /// <summary>The steps after which rows are gone; those that are put elsewhere first are not.</summary>
    public static IEnumerable<MigrationStep> Drops(this Migration migration) => migration.Open().Where(step =>
        step.Change is { Kind: SchemaStepKind.DropColumn or SchemaStepKind.DropTable or SchemaStepKind.DropSchema or SchemaStepKind.DropDatabase } && !migration.Before(step).Any(step.IsPutElsewhereBy));

    /// <summary>True for a number that the database made up to tell rows apart, where the same migration gives the table another primary key.</summary>
    public static bool DropsSurrogateKey(this Migration migration, MigrationStep drop) =>
        drop is { Change: { Kind: SchemaStepKind.DropColumn, Column.Name: var column, Table: { } table }, Table.LastPart: var name }
        && new[] { "id", name + "id", name + "_id" }.Contains(column, StringComparer.OrdinalIgnoreCase)
        && migration.Before(drop).Any(step => step.Change is { Kind: SchemaStepKind.DropKey, Table: { } freed } && table.Meets(freed))
        && migration.Steps.Any(step => step.Change is { Kind: SchemaStepKind.AddKey, Table: { } keyed, Keys: var keys } && table.Meets(keyed) && keys.Any(key => key.IsPrimary && !key.Columns.Contains(column, StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// The steps after which something answers to another name. A table that changes places with another, or leaves a view or table
    /// under its old name, answers to both.
    /// </summary>
    public static IEnumerable<MigrationStep> Renames(this Migration migration) => migration.Open().Where(step =>
        step is { Change.Kind: SchemaStepKind.RenameColumn, NewName: not null }
        || (step is { Change.Kind: SchemaStepKind.RenameTable, NewName: not null, Table: { } table } && !migration.Steps.Any(other => other != step && (other.Fills(table) || step.TakesThePlaceOf(other)))));

    /// <summary>The columns that become NOT NULL without a value that somebody chose for the rows that are there; a made-up one may be corrected afterwards.</summary>
    public static IEnumerable<MigrationStep> NewRequirements(this Migration migration) => migration.Open().Where(step =>
        step.Change is { Column: { IsNullable: false, IsGenerated: false }, Default: not ColumnDefault.Chosen } change
        && (change.Kind == SchemaStepKind.AddColumn || (change.Kind == SchemaStepKind.AlterColumn && (change.WasNullable ?? migration.ColumnBefore(step)?.IsNullable) != false))
        && !(change.Default == ColumnDefault.Fabricated ? migration.Steps : migration.Before(step)).Any(other => other.IsUpdate && step.Table is { } table && table.Matches(other.Rows)));

    /// <summary>The columns whose new type holds less than the old one.</summary>
    public static IEnumerable<(MigrationStep Step, Narrowing Narrowing)> Narrowings(this Migration migration)
    {
        foreach (var step in migration.Open())
        {
            if (step.Change is not { Kind: SchemaStepKind.AlterColumn, Column.Type: { } to } change)
                continue;

            var before = migration.ColumnBefore(step);
            var from = change.OldType ?? before?.Type;
            if (SqlType.Parse(from, step.Dialect) is { } old && SqlType.Parse(to, step.Dialect) is { } narrower && old.LostIn(narrower) is { } lost)
                yield return (step, new Narrowing(from!, to, lost, before?.Origin.Where ?? step.Where));
        }
    }

    /// <summary>The index builds that keep writers out, what would let them in, and the annotation that says so, where one does on every edition.</summary>
    public static IEnumerable<(MigrationStep Step, string Manner, string? Annotation)> BlockingIndexes(this Migration migration)
    {
        foreach (var step in migration.Open().Where(step => step.Change is { Kind: SchemaStepKind.CreateIndex, IsOnline: false, Table: not null }))
        {
            if (step.Dialect == SqlDialect.PostgreSql)
                yield return (step, "CONCURRENTLY", step.Statement is null ? Annotations.Concurrently : null);
            else if (step.Dialect == SqlDialect.TSql)
                yield return (step, "ONLINE", null);
        }
    }

    /// <summary>The updates of many rows of a table that the same transaction changes in shape. Some engines commit at each change.</summary>
    public static IEnumerable<(MigrationStep Backfill, MigrationStep Change)> LockedBackfills(this Migration migration)
    {
        var changes = migration.Open().Where(step => step.Change is { Kind: SchemaStepKind.AddColumn or SchemaStepKind.AlterColumn or SchemaStepKind.DropColumn or SchemaStepKind.AddKey }).ToList();
        foreach (var backfill in migration.Steps.Where(step => step is { IsBackfill: true, IsContractPhase: false, IsInTransaction: not false, Dialect: not (SqlDialect.MySql or SqlDialect.Oracle) }))
        {
            if (changes.FirstOrDefault(change => change.Table is { } table && table.Matches(backfill.Rows)) is { } locking)
                yield return (backfill, locking);
        }
    }

    /// <summary>What the migration's transaction cannot hold, and why.</summary>
    public static IEnumerable<(MigrationStep Step, string Why)> TransactionConflicts(this Migration migration)
    {
        foreach (var step in migration.Steps.Where(step => step is { IsInTransaction: true, Statement: not null }))
        {
            if (step.Statement!.RunsAlone is { } words)
                yield return (step, $"{words} fails in a transaction");
            else if (step is { Statement.Kind: SqlStatementKind.Commit, Dialect: SqlDialect.PostgreSql })
                yield return (step, "COMMIT ends what it did not begin");
        }
    }

    /// <summary>The first step that leaves something behind; <see langword="null"/> when none does.</summary>
    public static MigrationStep? FirstEffect(this Migration migration) =>
        migration.Steps.FirstOrDefault(step => step.Change is { Kind: not SchemaStepKind.Other } || step.Rows is { IsTemporary: false });

    // Changes of tables that were there, for which the author has not said that everybody has moved on. A staging table is filled anew by the next run.
    private static IEnumerable<MigrationStep> Open(this Migration migration) =>
        migration.Changes.Where(step => !step.IsContractPhase && !(step.Table is { } table && migration.Context.IsTransient(table)));

    private static CatalogColumn? ColumnBefore(this Migration migration, MigrationStep step) => migration.Context.Catalog.Before(step.Change!.Where);

    // A statement that writes rows and reads what is dropped.
    private static bool IsPutElsewhereBy(this MigrationStep drop, MigrationStep earlier) =>
        drop.Table is { } table && earlier is { Rows: not null, Statement: { } statement, Sql: { } sql }
        && (drop.Change!.Column is { } column
            ? (table.Matches(earlier.Rows) || Reads(statement, table)) && SqlWords.Mentions(sql, column.Name)
            : Reads(statement, table));

    private static bool Reads(SqlStatement statement, Dataset table) => statement.Sources.Any(source => table.Matches(new Dataset(DatasetKind.Table, source.Text)));

    private static bool Fills(this MigrationStep step, Dataset name) =>
        (step.Change is { Kind: SchemaStepKind.RenameTable, NewTable: { } taken } && name.Matches(new Dataset(DatasetKind.Table, taken.Text)))
        || (step.Change is { Kind: SchemaStepKind.CreateTable } && name.Matches(step.Table))
        || (step.Statement is { Kind: SqlStatementKind.CreateView, Target: { } view } && name.Matches(new Dataset(DatasetKind.Table, view.Text)));

    private static bool TakesThePlaceOf(this MigrationStep rename, MigrationStep other) =>
        other.Change is { Kind: SchemaStepKind.DropTable or SchemaStepKind.RenameTable } && other.Table is { } gone && rename.Change?.NewTable is { } name && gone.Matches(new Dataset(DatasetKind.Table, name.Text));
}

/// <summary>A type that holds less than the one before.</summary>
/// <param name="From">The type before.</param>
/// <param name="To">The type afterwards.</param>
/// <param name="Lost">What happens to values, as a clause.</param>
/// <param name="Declared">Where the type before was declared.</param>
internal readonly record struct Narrowing(string From, string To, string Lost, Location Declared);
