using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>Reads the facts of one stage out of the model.</summary>
internal sealed class StageReader
{
    private readonly Stage _stage;
    private readonly CancellationToken _cancellation;
    private readonly StageNames _names;
    private readonly TableReader _tables;
    private readonly bool _isValidated;

    private StageReader(Stage stage, string name, ContextText contexts, CancellationToken cancellation)
    {
        _stage = stage;
        _cancellation = cancellation;
        _tables = new TableReader(stage.Context);
        _names = new StageNames(stage, name, _tables, contexts);
        _isValidated = RowChecks.In(stage);
    }

    /// <summary>
    /// The facts; <see langword="null"/> for code that is no pipeline and for stages that touch no dataset. What a schedule, a queue or a
    /// program starts tells its part of the lineage, also when it only changes rows in place.
    /// </summary>
    public static StageFacts? Of(Stage stage, ContextText contexts, CancellationToken cancellation)
    {
        if (stage.Scope.IsOrdinary || !stage.Scope.IsPipeline && stage.Scope.Host is not (HostKind.Scheduled or HostKind.Message or HostKind.Console))
            return null;
        var identity = StageIdentities.Of(stage);
        var facts = new StageReader(stage, identity.Name, contexts, cancellation).Read(identity);
        return facts.Inputs.IsEmpty && facts.Outputs.IsEmpty ? null : facts;
    }

    private StageFacts Read(StageIdentity identity)
    {
        var outputs = _stage.Operations.SelectMany(OutputsOf).ToList();
        var inputs = Inputs(outputs);
        return new StageFacts(identity)
        {
            Inputs = inputs,
            Outputs = Merge(outputs),
            Tables = _tables.Known,
            Window = inputs.IsEmpty ? null : Windows.Of(_stage),
            Gaps = Gaps().Distinct().ToImmutableArray(),
        };
    }

    private IEnumerable<string> Gaps()
    {
        if (!_stage.IsWhole)
            yield return "it reaches more code than is followed";
        foreach (var write in _stage.Writes.Where(write => write.Dataset is null))
            yield return $"where {Stage.NameOf(write.Member)} writes";
    }

    private ImmutableArray<InputFacts> Inputs(List<OutputFacts> outputs)
    {
        var edges = outputs.SelectMany(output => output.Columns.SelectMany(column => column.From).Concat(output.From)).ToLookup(edge => edge.Dataset);
        var reads = InputReader.Of(_stage, _names).ToLookup(read => read.Dataset);
        return reads.Select(read => read.Key).Concat(edges.Select(edge => edge.Key).OfType<DatasetName>()).Distinct().Select(dataset => new InputFacts(
            dataset,
            reads[dataset].Select(read => read.Where).Concat(edges[dataset].Select(edge => edge.At).OfType<Location>()).Distinct().ToImmutableArray(),
            _isValidated,
            reads[dataset].SelectMany(read => read.Columns).Concat(edges[dataset].Select(edge => edge.Column).OfType<string>())
                .Distinct(System.StringComparer.OrdinalIgnoreCase).Select(column => new KeyValuePair<string, string?>(column, _tables.TypeOf(dataset, column))).ToImmutableArray())).ToImmutableArray();
    }

    private IEnumerable<OutputFacts> OutputsOf(DataOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (operation.Action is not (DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Save) || WriteModes.Of(_stage, operation) is not { } mode)
            return [];
        if (operation.Action == DataAction.Save)
            return FlowReader.OfSaved(_stage, operation, _names, _cancellation).Select(output => WithTable(output, operation));
        if (operation.Dataset is not { } dataset)
            return [];

        var name = _names.Of(dataset, operation);
        var output = new OutputFacts(name, mode);
        return [WithTable(operation.Action == DataAction.Delete ? output : FlowReader.Of(_stage, operation, output, _names, _cancellation), operation)];
    }

    private OutputFacts WithTable(OutputFacts output, DataOperation operation) => output with
    {
        At = ImmutableArray.Create(operation.Location),
        InTransaction = operation.Transaction is not null || operation.Around.IsHandedToTransaction,
        IsRetried = operation.Around.Retry is not null,
        IsValidated = _isValidated,
        Key = operation.Statement?.Conflict is { KeyColumns: { IsEmpty: false } conflict } ? conflict.Select(column => column.Last).ToImmutableArray() : _tables.KeyOf(output.Dataset, output.Columns.Select(column => column.Name)),
        Columns = output.Columns.Select(column => column with { Type = _tables.TypeOf(output.Dataset, column.Name) }).ToImmutableArray(),
    };

    // Several calls that do the same to one dataset are one output.
    private static ImmutableArray<OutputFacts> Merge(List<OutputFacts> outputs) => outputs
        .GroupBy(output => (output.Dataset, output.Mode))
        .Select(same => same.Aggregate(Joined))
        .ToImmutableArray();

    private static OutputFacts Joined(OutputFacts one, OutputFacts other) => one with
    {
        At = one.At.Concat(other.At).Distinct().ToImmutableArray(),
        InTransaction = one.InTransaction && other.InTransaction,
        IsRetried = one.IsRetried || other.IsRetried,
        Key = one.Key.IsEmpty ? other.Key : one.Key,
        From = one.From.AddRange(other.From),
        Columns = one.Columns.Concat(other.Columns).GroupBy(column => column.Name).Select(same => same.Aggregate(Joined)).ToImmutableArray(),
        Gaps = one.Gaps.Concat(other.Gaps).Distinct().ToImmutableArray(),
    };

    private static ColumnFacts Joined(ColumnFacts one, ColumnFacts other) => one with
    {
        From = one.From.AddRange(other.From),
        Values = one.Values.Concat(other.Values).Distinct().ToImmutableArray(),
        Clock = one.Clock == other.Clock ? one.Clock : null,
        Gaps = one.Gaps.Concat(other.Gaps).Distinct().ToImmutableArray(),
    };
}
