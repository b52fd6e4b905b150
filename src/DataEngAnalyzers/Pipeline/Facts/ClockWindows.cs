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
internal sealed record ClockWindow(DataOperation Operation, Dataset? Dataset, Location Clock);

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
        foreach (var operation in stage.Operations)
        {
            if (!stage.Moves(operation) || operation.Around.InHandler)
                continue;
            if (ClockIn(operation, stage) is var (clock, dataset))
                yield return new ClockWindow(operation, dataset, clock);
        }
    }

    /// <summary>True for a member that says until when something holds.</summary>
    public static bool IsValidity(IOperation column) =>
        column.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Any(member => NameWords.Any(member.Member.Name, ValidityWords));

    private static (Location Clock, Dataset? Dataset)? ClockIn(DataOperation operation, Stage stage)
    {
        var clocks = stage.Context.Clocks;
        if (operation.Action is DataAction.Read or DataAction.Write or DataAction.Open && InName(operation, clocks) is { } inName)
            return (inName, operation.Dataset);
        if (operation.Statement is { } statement)
            return IsSelection(operation, stage) && InStatement(operation, statement, stage) is { } inStatement ? (inStatement, SourceOf(operation, statement)) : null;
        return operation.Action switch
        {
            DataAction.Read => Found(LinqFilters.ClockIn(operation.Call, clocks)),
            DataAction.Delete when IsRefilled(operation, stage) => Found(LinqFilters.ClockIn(operation.Call, clocks)),
            DataAction.Write when operation.Call["rows"] is { } rows => Found(LinqFilters.ClockIn(rows, clocks)),
            _ => null,
        };

        (Location, Dataset?)? Found(Location? clock) => clock is null ? null : (clock, operation.Dataset);
    }

    // A log or a lock file may carry the time; a data file is found again by its name.
    private static Location? InName(DataOperation operation, Origins clocks) =>
        operation.Dataset is { Holes.IsEmpty: false } dataset && (dataset.Kind is not (DatasetKind.File or DatasetKind.Blob) || ScopeJudge.IsDataFile(operation)) && !dataset.IsHistory()
            ? dataset.Holes.Select(clocks.Behind).FirstOrDefault(clock => clock is not null)
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

    private static Location? InStatement(DataOperation operation, SqlStatement statement, Stage stage)
    {
        foreach (var predicate in statement.Predicates)
        {
            if (!OpensWindow(predicate))
                continue;
            if (statement.Clocks.Any(clock => predicate.Span.Contains(clock.Span)))
                return operation.Clause(predicate.Span);

            var bound = statement.Parameters.Where(parameter => predicate.Span.Contains(parameter.Span)).Select(parameter => SqlParameters.ValueOf(operation, parameter.Name, stage.Context.Values));
            var inText = operation.Text is { } text ? text.HolesIn(predicate.OperandSpan).Select(hole => (Value?)hole) : [];
            foreach (var value in bound.Concat(inText))
            {
                if (value is { } known && stage.Context.Clocks.Behind(known) is { } clock)
                    return clock;
            }
        }

        return null;
    }

    private static bool OpensWindow(SqlPredicate predicate) =>
        predicate is { Clause: SqlClause.Where or SqlClause.On or SqlClause.Having or SqlClause.Qualify, Operator: "=" or ">" or ">=" or "between" or "in" }
        && !NameWords.Any(predicate.Column.Last, ValidityWords);

    // Of INSERT … SELECT the rows are chosen in the source.
    private static Dataset? SourceOf(DataOperation operation, SqlStatement statement) =>
        operation is { Action: DataAction.Write, Text: { } text } && statement.Sources is [var source, ..] ? SqlReading.DatasetOf(source, text) : operation.Dataset;
}
