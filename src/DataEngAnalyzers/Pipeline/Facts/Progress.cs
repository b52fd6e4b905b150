using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a stage remembers of how far it has come: offsets, checkpoints, watermarks, acknowledged messages.</summary>
internal static class Progress
{
    private static readonly HashSet<string> MarkWords = new(StringComparer.Ordinal) { "watermark", "checkpoint", "offset", "bookmark", "highwater" };

    private static readonly HashSet<string> ControlWords = new(StringComparer.Ordinal)
    {
        "etl", "sync", "load", "import", "extract", "ingest", "ingestion", "job", "pipeline", "run", "control", "state", "feed", "cursor", "position",
    };

    private static readonly HashSet<string> ReachWords = new(StringComparer.Ordinal)
    {
        "run", "load", "loaded", "sync", "synced", "import", "imported", "extract", "extracted", "processed", "modified", "id", "key", "row", "value", "timestamp", "until",
    };

    /// <summary>True for an operation after which the next run no longer sees what this one has read.</summary>
    public static bool IsProgress(this DataOperation operation) => operation.Action switch
    {
        DataAction.Advance => true,
        DataAction.Write or DataAction.Update => operation.Dataset is { } dataset && (IsMark(dataset.LastPart) || IsMark(operation, dataset)),
        _ => false,
    };

    /// <summary>True when it settles one message, where an offset settles all messages before it.</summary>
    public static bool IsAcknowledgement(this DataOperation operation) => operation is { Action: DataAction.Advance } && operation.Api.Is("kind", "message");

    /// <summary>True for a name that is only used for how far a source has been read: a watermark, a checkpoint.</summary>
    public static bool IsMark(string name) => NameWords.Any(name, MarkWords);

    /// <summary>True for a column, member or file that says how far: <c>last_loaded_at</c>, <c>LastSync</c>, <c>watermark</c>.</summary>
    public static bool SaysHowFar(string name) =>
        IsMark(name) || NameWords.Of(name).FirstOrDefault() == "last" && NameWords.Any(name, ReachWords);

    // UPDATE etl_state SET last_loaded_id = …: the table keeps state and the column says how far. An audit column of a data table does not.
    private static bool IsMark(DataOperation operation, Dataset dataset) =>
        operation.Statement is { } statement
        && NameWords.Any(dataset.LastPart, ControlWords)
        && statement.Assignments.Select(assignment => assignment.Column.Last).Concat(statement.Columns.Select(column => column.Last)).Any(SaysHowFar);
}
