using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A read, write or delete whose rows are chosen by the time at which it happens to run.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Dataset">Whose rows are chosen.</param>
/// <param name="Clock">The reading of the clock, in the code or in the SQL.</param>
internal sealed record ClockWindow(DataOperation Operation, Dataset? Dataset, Location Clock)
{
    /// <summary>The clock names what is filled; no rows are chosen by it.</summary>
    public bool IsOutput { get; init; }
}

/// <summary>
/// Finds the windows that the wall clock opens. An upper bound alone is a safety cut-off or a retention, and a column that says until
/// when something is valid is meant to be compared with now: both are left alone.
/// </summary>
internal static class ClockWindows
{
    private static readonly HashSet<string> ValidityWords = new(StringComparer.Ordinal)
    {
        "expire", "expires", "expired", "expiry", "expiration", "valid", "until", "lease", "lock", "locked", "retry", "next", "schedule", "scheduled", "due", "visible",
        "end", "ends", "ended", "heartbeat", "deleted", "release",
    };

    public static IEnumerable<ClockWindow> WindowsOfTheClock(this Stage stage)
    {
        var named = new HashSet<(string, Location)>();
        var chosen = new HashSet<Location>();
        foreach (var operation in stage.Operations)
        {
            if (!stage.Moves(operation) || operation.Around.InHandler)
                continue;
            if (operation.Action is DataAction.Read or DataAction.Write or DataAction.Open && InName(operation, stage.Context) is { } inName && operation.Dataset is { } file)
            {
                if (named.Add((file.Name, inName)))
                    yield return new ClockWindow(operation, file, inName) { IsOutput = stage.Writes.Any(write => write.Dataset?.Name == file.Name) };
            }
            else if (ClockIn(operation, stage) is var (clock, dataset) && (operation.Action != DataAction.Write || !chosen.Contains(clock)))
            {
                chosen.Add(clock);
                yield return new ClockWindow(operation, dataset, clock);
            }
        }
    }

    private static (Location Clock, Dataset? Dataset)? ClockIn(DataOperation operation, Stage stage)
    {
        if (!IsSelection(operation, stage))
            return null;
        var filters = stage.FiltersOf(operation);
        foreach (var filter in operation.Action == DataAction.Write ? filters.Concat(stage.FiltersOfRows(operation)) : filters)
        {
            if (OpensWindow(filter) && ClockIn(filter, operation, stage) is { } clock)
                return (clock, operation.SourceOfRows());
        }

        return null;
    }

    // A log or a lock file may carry the time; a data file is found again by its name, unless it is on its way to another place.
    private static Location? InName(DataOperation operation, PipelineContext context) =>
        operation.Dataset is { Holes.IsEmpty: false } dataset
        && (dataset.Kind is not (DatasetKind.File or DatasetKind.Blob) || DataFiles.IsDataFile(operation))
        && !dataset.IsHistory()
        && context.FilePaths.Of(operation.Call)?.IsPassing != true
            ? dataset.Holes.Select(context.Clocks.Behind).FirstOrDefault(clock => clock is not null)
            : null;

    private static bool IsSelection(DataOperation operation, Stage stage) => operation.Action switch
    {
        DataAction.Read or DataAction.Write => true,
        DataAction.Delete => IsRefilled(operation, stage),
        _ => false,
    };

    // A window that is deleted and loaded again; rows that are only deleted are a retention.
    private static bool IsRefilled(DataOperation delete, Stage stage) =>
        delete.Dataset is { } dataset && stage.After(delete).Any(later => later.Action == DataAction.Write && dataset.Matches(later.Dataset));

    private static Location? ClockIn(RowFilter filter, DataOperation operation, Stage stage) =>
        filter.Predicate is { } predicate && operation.Statement!.Clocks.Any(clock => predicate.Span.Contains(clock.Span))
            ? filter.Where
            : filter.Bounds.Select(stage.Context.Clocks.Behind).FirstOrDefault(clock => clock is not null);

    private static bool OpensWindow(RowFilter filter) =>
        filter.Operator is "=" or ">" or ">=" or "between" or "in" && !NameWords.Any(filter.Column, ValidityWords);
}
