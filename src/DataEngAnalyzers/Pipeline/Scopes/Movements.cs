using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What in a stage's operations shows that rows move.</summary>
internal sealed class Movements
{
    private readonly Runner _runner;
    private readonly Values _values;
    private readonly List<DataOperation> _reads;
    private readonly List<DataOperation> _writes;
    private readonly List<DataOperation> _many;
    private readonly List<DataOperation> _calls;
    private readonly DataOperation? _topic;

    private Movements(IReadOnlyList<DataOperation> operations, Runner runner, Values values)
    {
        _runner = runner;
        _values = values;
        _reads = operations.Where(operation => operation.Action == DataAction.Read).ToList();
        _writes = operations.Where(operation => operation.Action is DataAction.Write or DataAction.Update or DataAction.Delete && !operation.ServesRequest).ToList();
        _topic = operations.FirstOrDefault(operation => operation is { Action: DataAction.Open, Dataset.Kind: DatasetKind.Topic });
        _many = _writes.Where(IsMany).ToList();
        _calls = operations.Where(IsCalledPerRow).ToList();
    }

    /// <summary>The reasons to count the operations of a stage as pipeline code; none where nothing shows that rows move.</summary>
    public static ImmutableArray<Reason> In(IReadOnlyList<DataOperation> operations, Runner runner, Values values) => new Movements(operations, runner, values).Find().ToImmutableArray();

    /// <summary>Why nothing is shown, as far as there is more to say.</summary>
    public static ImmutableArray<Reason> Missing(IReadOnlyList<DataOperation> operations, Runner runner)
    {
        if (runner.Kind is HostKind.Request or HostKind.Screen)
            return ImmutableArray.Create(Clause(runner));
        if (operations.Select(operation => operation.Around.Runner).FirstOrDefault(around => around.Kind == HostKind.Request) is { } request)
            return ImmutableArray.Create(Clause(request));
        return ImmutableArray.Create(operations.FirstOrDefault(operation => operation.Action == DataAction.Read) is { } read && !operations.Any(operation => operation.ChangesData)
            ? new Reason("it only reads", read.Location) { Operation = read }
            : new Reason("nothing shows that rows move from a source to a sink", Location.None));
    }

    /// <summary>What runs the code, as a reason.</summary>
    public static Reason Clause(Runner runner) => new(
        runner.Kind switch
        {
            HostKind.Scheduled => "it runs on a schedule",
            HostKind.Message => "it handles messages",
            HostKind.Request => "it serves a web request",
            HostKind.Screen => "it serves a screen",
            var kind => $"it is {kind.ToString().ToLowerInvariant()} code",
        },
        runner.Where)
    { Symbol = runner.Shown };

    private IEnumerable<Reason> Find()
    {
        if (_writes.FirstOrDefault(write => write.Sink == Sink.Bulk) is { } bulk)
            return Because("it loads in bulk", bulk);
        if (_writes.Count + _calls.Count == 0)
            return [];
        if (_runner.Kind == HostKind.Request)
            return _reads.Any(DataFiles.IsRowFormat) && _many.FirstOrDefault(DataFiles.LandsRows) is { } uploaded ? Because("it imports an uploaded file", uploaded) : [];
        if (_runner.Kind is HostKind.Scheduled or HostKind.Message && _writes.FirstOrDefault(LandsFoundRows) is { } landing)
            return OfHost(landing);
        return FindMove() ?? FindName() ?? [];
    }

    private IEnumerable<Reason> OfHost(DataOperation landing)
    {
        yield return Clause(_runner);
        if (_runner.RunsAgain)
            yield return new Reason("is run again when it fails", _runner.Where);
        yield return Changes(landing);
    }

    private IEnumerable<Reason>? FindMove()
    {
        if (_many.FirstOrDefault(write => write.Statement is { Sources.IsEmpty: false }) is { } copy)
            return Because("it copies rows inside the database", copy);
        if (_reads.FirstOrDefault(DataFiles.IsDataFile) is { } file && _writes.FirstOrDefault(DataFiles.LandsRows) is { } landing)
            return Because("it moves rows from a source to a sink", file, landing);
        if (_reads.FirstOrDefault(DataFiles.IsExternal) is { } outside && _many.FirstOrDefault(DataFiles.LandsRows) is { } many)
            return Because("it moves rows from a source to a sink", outside, many);
        if (_topic is not null && _reads.FirstOrDefault(IsMessage) is { } message && _writes.FirstOrDefault(write => DataFiles.LandsRows(write) && write.IsInTurnOf(message)) is { } handled)
            return Because("it handles messages", _topic, handled);
        if (_reads.Count > 0 && _many.FirstOrDefault(write => write.Sink is not (Sink.Entity or Sink.File) && write.Api.Role != ApiRole.Track) is { } moved)
            return Because("it moves rows from a source to a sink", _reads[0], moved);
        return _reads.Count > 0 && _writes.FirstOrDefault(write => write.Sink is Sink.File && DataFiles.IsDataFile(write)) is { } export
            ? Because("it exports rows to a data file", _reads[0], export)
            : null;
    }

    private IEnumerable<Reason>? FindName()
    {
        if (_writes.FirstOrDefault(write => write.IsRetried && write.Sink is not Sink.File && NamedCaller(write) is not null) is { } retried)
            return Because("it repeats a write until it works and is named as a loader", retried, NamedCaller(retried)!);
        if (_many.FirstOrDefault(write => IsRefill(write) && NamedCaller(write) is not null) is { } refill)
            return Because("it replaces the rows of a table and is named as a loader", refill, NamedCaller(refill)!);
        return _many.Where(write => write.Sink is Sink.Sql or Sink.Document or Sink.Message).Concat(_calls).FirstOrDefault(write => NamedCaller(write) is not null) is { } many
            ? Because("it loads many rows and is named as a loader", many, NamedCaller(many)!)
            : null;
    }

    // Each turn of an endless loop takes another one.
    private bool IsMessage(DataOperation read) => read.Api.Library == _topic?.Api.Library && read.Around.Loop is { Over: LoopOver.Time };

    // Rows that stand in the code are a seed, whoever starts it.
    private bool LandsFoundRows(DataOperation write) =>
        DataFiles.LandsRows(write) && !(write.Call["rows"] is { } rows && Loops.IsConstant(_values.Resolve(rows).Operation));

    private static bool IsMany(DataOperation write) => write.IsMany || write.Around.Loop is { IsPerRow: true } or { Over: LoopOver.Batches };

    // A table that is emptied and filled again.
    private bool IsRefill(DataOperation write) =>
        write is { Action: DataAction.Write, Dataset: { Kind: DatasetKind.Table } filled }
        && _writes.Any(clear => clear.Action == DataAction.Delete && clear.Index < write.Index && filled.Matches(clear.Dataset) && !Branch.Exclude(clear.Around.Branch, write.Around.Branch));

    // A procedure that gets one row after the other and hands none back.
    private static bool IsCalledPerRow(DataOperation operation) =>
        operation is { Statement.Kind: SqlStatementKind.Call, Around.Loop.IsPerRow: true, ServesRequest: false } && operation.Api.Is("returns", "count");

    private static IMethodSymbol? NamedCaller(DataOperation write) => write.Call.Doer.Methods.FirstOrDefault(ScopeNames.IsPipeline);

    private static IEnumerable<Reason> Because(string clause, DataOperation write) =>
        [new Reason(clause, write.Location) { Operation = write }, Changes(write)];

    private static IEnumerable<Reason> Because(string clause, DataOperation write, IMethodSymbol named) =>
        [new Reason(clause, write.Location) { Operation = write, Symbol = named }, Changes(write)];

    private static IEnumerable<Reason> Because(string clause, DataOperation read, DataOperation write) =>
        [new Reason(clause, read.Location) { Operation = read }, new Reason(ReadClause(read), read.Location) { Operation = read }, Changes(write)];

    private static string ReadClause(DataOperation read) => "reads " + (read.Dataset?.Name ?? "rows");

    private static Reason Changes(DataOperation change) => new(
        change.Action switch { DataAction.Write => "writes ", DataAction.Update => "updates ", DataAction.Delete => "deletes from ", _ => "calls " } + (change.Dataset?.Name ?? change.Statement?.Target?.Text ?? "rows"),
        change.Location)
    { Operation = change };
}
