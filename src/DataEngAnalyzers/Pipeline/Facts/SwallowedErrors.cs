using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An error of a row or batch that ends in a <c>catch</c>.</summary>
/// <param name="Handler">The <c>catch</c>.</param>
/// <param name="Operation">The first operation whose error it takes.</param>
/// <param name="Dataset">The rows that go missing; <see langword="null"/> when the code does not tell.</param>
internal sealed record SwallowedError(Handler Handler, DataOperation Operation, Dataset? Dataset)
{
    /// <summary>The dataset, or the procedure that gets the row; <see langword="null"/> when the code does not tell.</summary>
    public string? Name => Dataset?.Name ?? Operation.Statement?.Target?.Text;
}

/// <summary>Finds rows and batches that fail without anybody noticing.</summary>
internal static class SwallowedErrors
{
    /// <summary>The errors of reads, conversions and writes of rows that a loop passes over, and of whole loads.</summary>
    public static IEnumerable<SwallowedError> Swallowed(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (operation.Around.InHandler || !HandlesRows(operation))
                continue;
            foreach (var handler in Swallowers(stage, operation))
                yield return new SwallowedError(handler, operation, operation.Dataset ?? SourceOf(stage, operation)?.Dataset);
        }
    }

    /// <summary>True when the rows belong to a load: pipeline code, rows that go to a database one by one, a data file read row by row.</summary>
    public static bool LoadsRows(this Stage stage, SwallowedError error) =>
        stage.Moves(error.Operation)
        || error.Operation.Around.Loop is { IsPerRow: true } && (error.Operation.Sink == Sink.Sql || error.Operation.Statement is { Kind: SqlStatementKind.Call })
        || SourceOf(stage, error.Operation) is { } source && DataFiles.IsDataFile(source);

    /// <summary>The read of rows that feeds the loop around an operation.</summary>
    public static DataOperation? SourceOf(Stage stage, DataOperation operation) => operation.Around.Loop is { } loop
        ? stage.Reads.FirstOrDefault(read => read.Index < operation.Index && read.Around.Loop?.Where == loop.Where) ?? stage.Before(operation).LastOrDefault(read => read.Action == DataAction.Read)
        : null;

    // A file without rows in it that is fetched, put away or removed as a whole is no row.
    private static bool HandlesRows(DataOperation operation) => operation.Action switch
    {
        DataAction.Read or DataAction.Write or DataAction.Update or DataAction.Delete =>
            operation.Dataset is not { Kind: DatasetKind.File or DatasetKind.Blob } || DataFiles.IsDataFile(operation),
        DataAction.Save or DataAction.Convert or DataAction.Validate => true,
        _ => operation.Statement is { Kind: SqlStatementKind.Call },
    };

    // The innermost handler that takes every error decides: what it throws again, the next one outwards gets.
    private static IEnumerable<Handler> Swallowers(Stage stage, DataOperation operation)
    {
        for (var attempt = operation.Around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            if (attempt.Handlers.FirstOrDefault(handler => handler.IsGeneral) is not { } first)
                continue;
            if (first.Swallows)
                return CoversRows(stage, attempt, operation) && !stage.IsTakenUpAgain(attempt, first, operation) ? attempt.Handlers.Where(handler => handler.Swallows) : [];
            if (first.Answers && UnheardErrors.In(stage, attempt, first, operation))
                return CoversRows(stage, attempt, operation) && !stage.IsTakenUpAgain(attempt, first, operation) ? attempt.Handlers.Where(handler => handler.Answers || handler.Swallows) : [];
            if (first.KeepsRow)
                return [];
        }

        return [];
    }

    // A service that polls tries everything again on its next turn; nothing is lost there unless this turn has ticked the row off.
    private static bool CoversRows(Stage stage, Attempt attempt, DataOperation operation)
    {
        for (var loop = attempt.Loop; loop is not null; loop = loop.Outer)
        {
            if (loop.Over == LoopOver.Time)
                return stage.IsTickedOff(attempt, operation);
        }

        return attempt.Loop switch
        {
            { IsPerRow: true } or { Over: LoopOver.Batches } => true,
            null or { Over: LoopOver.Values } => operation is { Action: DataAction.Write, Sink: Sink.Bulk },
            _ => false,
        };
    }
}
