using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A read, write or delete whose rows are chosen by the time at which it happens to run.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Dataset">Whose rows are chosen.</param>
/// <param name="Clock">The reading of the clock, in the code or in the SQL.</param>
internal sealed record ClockWindow(DataOperation Operation, Dataset? Dataset, Location Clock)
{
    /// <summary>The clock names what is filled; no rows are chosen by it.</summary>
    public bool IsOutput { get; init; }

    /// <summary>The name says the time of the day: each run gets an output of its own, which may be meant.</summary>
    public bool IsOfMoment { get; init; }

    /// <summary>What chooses the rows out of sight: a stored procedure; <see langword="null"/> where the code shows it.</summary>
    public string? Chooser { get; init; }
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
            if (operation.Action is DataAction.Read or DataAction.Write or DataAction.Open && InName(operation, stage) is { } inName && operation.Dataset is { } file)
            {
                if (named.Add((file.Name, inName)))
                    yield return new ClockWindow(operation, file, inName) { IsOutput = stage.Writes.Any(write => write.Dataset?.Name == file.Name), IsOfMoment = !file.Holes.Any(hole => stage.Context.Clocks.Behind(hole) is not null && DayValues.IsDay(hole, stage.Context.Values)) };
            }
            else if (ClockIn(operation, stage) is var (clock, dataset) && (operation.Action != DataAction.Write || !chosen.Contains(clock)))
            {
                chosen.Add(clock);
                yield return new ClockWindow(operation, dataset, clock);
            }
        }

        foreach (var window in stage.WindowsOfProcedures())
            yield return window;
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
    private static Location? InName(DataOperation operation, Stage stage) =>
        operation.Dataset is { Holes.IsEmpty: false } dataset
        && (dataset.Kind is not (DatasetKind.File or DatasetKind.Blob) || DataFiles.IsDataFile(operation) || IsLandedBlob(operation, stage))
        && !dataset.IsHistory()
        && stage.Context.FilePaths.Of(operation.Call)?.IsPassing != true
            ? dataset.Holes.Select(stage.Context.Clocks.Behind).FirstOrDefault(clock => clock is not null)
            : null;

    // What another system answers with, put away as it came, in whatever format.
    private static bool IsLandedBlob(DataOperation operation, Stage stage) =>
        operation is { Action: DataAction.Write, Sink: Sink.Blob, Dataset.Holes: var holes }
        && !holes.SelectMany(hole => GivenTo(hole, stage.Context)).Any(name => new Dataset(DatasetKind.Blob, stage.Context.FilePaths.Read(name).Text).IsHistory())
        && stage.ExternalSourceOf(operation) is { Dataset: null or { Kind: not (DatasetKind.File or DatasetKind.Blob) } };

    private static IEnumerable<Value> GivenTo(Value hole, PipelineContext context) =>
        context.Values.Resolve(hole) is { Operation: IMemberReferenceOperation { Instance: { } owner, Member: var member } } held ? MemberValues.Of(held.At(owner), member, context) : [hole];

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
