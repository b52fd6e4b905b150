using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a dataset is for, as its name tells.</summary>
internal static class TableNature
{
    private static readonly HashSet<string> HistoryWords = new(StringComparer.Ordinal)
    {
        "audit", "log", "history", "event", "journal", "archive", "error", "reject", "rejected", "deadletter", "quarantine", "metric", "telemetry", "trace", "outbox", "queue", "heartbeat",
    };

    private static readonly HashSet<string> StagingWords = new(StringComparer.Ordinal) { "staging", "stg" };

    /// <summary>True for temporary and staging tables, which are filled anew on the way: by the user's patterns, or by a word of the name.</summary>
    public static bool IsTransient(this Stage stage, Dataset dataset) => stage.Context.IsTransient(dataset);

    /// <inheritdoc cref="IsTransient(Stage, Dataset)"/>
    public static bool IsTransient(this PipelineContext context, Dataset dataset) =>
        dataset.IsTemporary || NameWords.Any(dataset.Name, StagingWords) || context.Options.StagingNames.Any(pattern => Wildcard.Matches(pattern, dataset.Name) || Wildcard.Matches(pattern, dataset.LastPart));

    /// <summary>True for tables that grow by nature: each run adds what it did, saw or could not take.</summary>
    public static bool IsHistory(this Dataset dataset) => NameWords.Any(dataset.LastPart, HistoryWords);
}
