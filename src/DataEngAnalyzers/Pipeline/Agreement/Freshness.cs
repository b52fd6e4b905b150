using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column by which dbt tells how old the rows of a source are, and that does not tell it.</summary>
/// <param name="Write">The write.</param>
/// <param name="Source">The source.</param>
/// <param name="Column">The column that dbt reads.</param>
/// <param name="Meant">The column that the code fills instead; <see langword="null"/> when none looks like it.</param>
/// <param name="IsThere">The table has the column, but nothing fills it.</param>
internal sealed record EmptyLoadTime(TableWrite Write, DeclaredDataset Source, string Column, WrittenColumn? Meant, bool IsThere);

/// <summary>What dbt's freshness checks of the tables are worth that the code writes.</summary>
internal static class Freshness
{
    /// <summary>Names the expression by which dbt tells the age of a source.</summary>
    public const string LoadedAt = "loaded_at";

    private static readonly HashSet<string> LoadWords = new(System.StringComparer.Ordinal) { "load", "loaded", "ingested", "imported", "inserted", "synced", "extracted" };

    /// <summary>Tables that dbt declares as sources without saying when they are too old.</summary>
    public static IEnumerable<(TableWrite Write, DeclaredDataset Source)> SourcesWithoutFreshness(this Stage stage)
    {
        foreach (var write in stage.TableWrites.Where(write => UndeclaredTables.IsKept(write, stage)))
        {
            if (SourceOf(write.Table, stage) is { } source && source.Values.Is("freshness", "no"))
                yield return (write, source);
        }
    }

    /// <summary>The columns of a write that can say when a row was loaded: times whose names say so.</summary>
    public static IReadOnlyList<WrittenColumn> LoadTimesOf(this Stage stage, TableWrite write) => write.Columns
        .Where(column => column.Family is TypeFamily.Timestamp or TypeFamily.TimestampTz && NameWords.Of(column.Name).Any(word => LoadWords.Contains(word)))
        .ToList();

    /// <summary>Columns of load times that no write fills.</summary>
    public static IEnumerable<EmptyLoadTime> EmptyLoadTimes(this Stage stage)
    {
        foreach (var write in stage.TableWrites.Where(write => write.Write.Action == DataAction.Write))
        {
            if (SourceOf(write.Table, stage) is not { } source || ColumnOf(source) is not { } column || IsFilled(column, write.Table, stage))
                continue;
            if (MissingColumns.KnownColumns(write.Table, stage.Context) is { } known)
            {
                var isThere = known.Contains(column);
                if (!isThere || IsNeverMade(column, write.Table, stage.Context))
                    yield return new EmptyLoadTime(write, source, column, MeantBy(column, write), isThere);
            }
            else if (MeantBy(column, write) is { } meant || write is { IsWhole: true, Write.Sink: Sink.Entity })
                yield return new EmptyLoadTime(write, source, column, MeantBy(column, write), IsThere: false);
        }
    }

    /// <summary>Columns of load times that get the time of the machine's zone.</summary>
    public static IEnumerable<(ZonelessTime Time, DeclaredDataset Source)> LocalLoadTimes(this Stage stage)
    {
        if (!stage.Context.Manifests.Of(DatasetRole.DbtSource).Any(source => ColumnOf(source) is not null))
            yield break;
        foreach (var time in stage.TimesWithoutZone())
        {
            if (LoadTimeOf(time, stage) is { } source)
                yield return (time, source);
        }
    }

    /// <summary>The source whose age dbt tells by a time; <see langword="null"/> for any other time.</summary>
    public static DeclaredDataset? LoadTimeOf(ZonelessTime time, Stage stage) =>
        SourceOf(time.Write.Dataset, stage) is { } source && ColumnOf(source) is { } column && SqlWords.Same(column, time.Column) ? source : null;

    private static DeclaredDataset? SourceOf(Dataset? table, Stage stage) => stage.Context.Manifests.Find(table, DatasetRole.DbtSource);

    // A column alone, or cast: what else stands there is computed of nobody knows what.
    private static string? ColumnOf(DeclaredDataset source)
    {
        var text = source.Values[LoadedAt]?.Trim() ?? string.Empty;
        var cast = text.IndexOf("::", System.StringComparison.Ordinal);
        var column = cast < 0 ? text : text.Substring(0, cast);
        return column.Length > 0 && !char.IsDigit(column[0]) && column.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? column : null;
    }

    private static WrittenColumn? MeantBy(string column, TableWrite write) =>
        write.Columns.Where(candidate => NameLikeness.AreAlike(candidate.Name, column)).Take(2).ToList() is [var only] ? only : null;

    // By any statement of the run, an update of its own too.
    private static bool IsFilled(string column, Dataset table, Stage stage) =>
        stage.TableWrites.Any(write => table.Matches(write.Table) && (write.Column(column) is not null || (!write.IsWhole && write.Columns.IsEmpty)))
        || stage.Run.MayHold(operation => table.Matches(operation.Dataset) && operation.Statement is { } statement
            && statement.Columns.Concat(statement.Assignments.Select(assignment => assignment.Column)).Any(written => SqlWords.Same(written.Last, column)));

    private static bool IsNeverMade(string column, Dataset table, PipelineContext context) =>
        context.Catalog.Find(table) is { Origin.Source: not FactSource.EntityModel } found
        && found.Columns.FirstOrDefault(known => SqlWords.Same(known.Name, column)) is { HasDefault: false, IsGenerated: false };
}
