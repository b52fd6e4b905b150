using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>From where to where a stage moves rows.</summary>
/// <param name="Inputs">What it reads, in the order of the code; empty where the code does not tell.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Write">The first write.</param>
/// <param name="Read">The first read; <see langword="null"/> where the write reads itself: INSERT … SELECT.</param>
internal sealed record Movement(ImmutableArray<Dataset> Inputs, ImmutableArray<Dataset> Outputs, DataOperation Write, DataOperation? Read);

/// <summary>What a stage moves, and whether somebody can find out later.</summary>
internal static class LineageRecords
{
    private static readonly string[] Columns =
    [
        "sourcefile", "sourcename", "sourcesystem", "filename", "batchid", "batchno", "batchnumber", "runid", "rundate", "loadid", "jobid", "importid",
        "loadedat", "loaddate", "loaddts", "loadtime", "ingestedat", "ingestiontime", "ingesteddate", "importedat", "importdate", "recordsource",
    ];

    private static readonly string[] RunTables = ["run", "runs", "batch", "batches", "audit", "import", "imports", "load", "loads", "lineage", "job", "jobs", "manifest"];

    private static readonly string[] TagWords = ["dataset", "table", "source", "target", "input", "output", "lineage", "file"];

    /// <summary>The rows a stage moves from one dataset to another; <see langword="null"/> when it does not, or the code does not tell where to.</summary>
    public static Movement? Movement(this Stage stage)
    {
        var writes = stage.Operations.Where(operation => IsOutput(operation) && stage.Moves(operation)).ToList();
        var outputs = Names(writes.Select(write => write.Dataset).Where(dataset => dataset is not null && !stage.IsTransient(dataset) && !dataset.IsUnnamed));
        if (outputs.IsEmpty)
            return null;

        var targets = writes.Where(write => write.Dataset is { } dataset && outputs.Any(dataset.Matches)).ToList();
        var reads = stage.Reads.Where(read => !read.Around.InHandler && IsInput(read, targets)).ToList();
        var copied = writes.Where(write => write.Statement is not null).SelectMany(Sources).Where(dataset => dataset is not null && !outputs.Any(dataset.Matches));
        var inputs = Names(reads.Select(read => read.Dataset).Concat(copied));
        return reads.Count == 0 && inputs.IsEmpty
            ? null
            : new Movement(inputs, outputs, targets[0], reads.FirstOrDefault());
    }

    /// <summary>True when the stage leaves a trace of where rows come from: an attribute, a tag, a column of the row, a table of runs.</summary>
    public static bool RecordsLineage(this Stage stage) =>
        IsMarked(stage.Root) || stage.Run.Operations.Any(operation => operation.Call.Frame.IsWithin(stage.Frame) && IsRunRow(operation)) || stage.Operations.Any(operation => operation.Api is SummaryRow { Facts.IsTraced: true } || IsMarked(operation.Member) || IsRecord(operation) || IsRun(operation) || Carries(operation, stage.Context));

    private static bool IsMarked(IMethodSymbol member) =>
        Attributes.HasAround(member, Attributes.DataLineage) || Attributes.HasAround(member, Attributes.PipelineStage);

    private static bool IsOutput(DataOperation operation) =>
        operation.Action == DataAction.Write && !operation.Around.InHandler && operation.Dataset?.IsHistory() != true
        && (operation.Sink is not (Sink.File or Sink.Blob) || DataFiles.IsDataFile(operation) || operation is { Sink: Sink.Blob, IsMany: true });

    // What is asked of the target itself is a check, no source; a table of the same name in another database is one.
    private static bool IsInput(DataOperation read, List<DataOperation> targets) =>
        read.Dataset is { } dataset
            ? !targets.Any(target => dataset.Matches(target.Dataset) && !read.IsElsewhere(target))
            : DataFiles.IsExternal(read);

    private static IEnumerable<Dataset?> Sources(DataOperation write) =>
        write.Text is { } text ? write.Statement!.Sources.Select(source => SqlReading.DatasetOf(source, text)) : [];

    private static ImmutableArray<Dataset> Names(IEnumerable<Dataset?> datasets) =>
        datasets.OfType<Dataset>().GroupBy(dataset => dataset.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToImmutableArray();

    private static bool IsRecord(DataOperation operation) =>
        operation.Action == DataAction.RecordLineage
        && (operation.Call["name"] is not { } name || name.Operation.ConstantValue is { HasValue: true, Value: string tag } && TagWords.Any(word => tag.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    // One row about the load, by whichever class its method has it written.
    private static bool IsRunRow(DataOperation operation) => operation is { IsMany: false, Around.Loop: null or { IsPerRow: false } } && IsRun(operation);

    // How far a source has been read does not say where a row comes from.
    private static bool IsRun(DataOperation operation) =>
        operation.Action is DataAction.Write or DataAction.Update
        && !operation.IsProgress()
        && operation.Dataset is { Kind: DatasetKind.Table or DatasetKind.Collection } table
        && NameWords.Of(table.LastPart).Any(word => RunTables.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool Carries(DataOperation operation, PipelineContext context)
    {
        if (operation.Action is not (DataAction.Write or DataAction.Configure))
            return false;
        if (operation.Statement is { } statement)
            return statement.Columns.Any(column => IsRecord(column.Last));
        if (operation.Api.Role == ApiRole.ColumnMap)
            return operation.Call["column"]?.Operation.ConstantValue is { HasValue: true, Value: string column } && IsRecord(column);
        return operation.Call["rows"] is { } rows && RowOf(context.Values.Resolve(rows).Operation.Type) is { } row && row.GetMembers().Any(member => member is IPropertySymbol or IFieldSymbol && IsRecord(member.Name));
    }

    private static ITypeSymbol? RowOf(ITypeSymbol? type) => RowTypes.ElementOf(type) ?? type;

    private static bool IsRecord(string column)
    {
        var name = column.Replace("_", string.Empty).ToLowerInvariant();
        return Columns.Contains(name) || column.StartsWith("etl_", StringComparison.OrdinalIgnoreCase) || column.StartsWith("Etl", StringComparison.Ordinal);
    }
}
