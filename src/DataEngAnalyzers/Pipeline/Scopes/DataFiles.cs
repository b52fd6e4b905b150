using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which files hold rows, and which operations bring rows in or put them where others find them.</summary>
internal static class DataFiles
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".psv", ".parquet", ".avro", ".orc", ".jsonl", ".ndjson", ".xlsx", ".dat"];

    /// <summary>True when the file's format or name says that it holds rows; logs and settings do not.</summary>
    public static bool IsDataFile(DataOperation operation) => IsRowFormat(operation) || IsDataFile(operation.Dataset);

    /// <summary>True when the name of the file says that it holds rows.</summary>
    public static bool IsDataFile(Dataset? dataset) =>
        dataset is { Kind: DatasetKind.File or DatasetKind.Blob, Name: var name } && Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the API reads or writes a format that is made of rows.</summary>
    public static bool IsRowFormat(DataOperation operation) => operation.Api["format"] is "csv" or "parquet";

    /// <summary>True when rows come from outside the database the stage writes to.</summary>
    public static bool IsExternal(DataOperation read) =>
        read.Statement is null && read.Api.Role == ApiRole.Read && read.Dataset is null or { Kind: not DatasetKind.Table };

    /// <summary>True for a write that puts rows where others find them; text files without a table in them do not count.</summary>
    public static bool LandsRows(DataOperation write) => write.Sink is not (Sink.File or Sink.None) || IsDataFile(write) || write.Statement is not null;
}
