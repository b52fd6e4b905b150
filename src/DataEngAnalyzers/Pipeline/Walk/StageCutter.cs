using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Cuts a run into stages. What one object does is one piece; pieces between which rows flow are one stage, rooted where their calls
/// meet. A piece that takes its rows from nobody and hands them to nobody is a stage of its own, whoever calls it.
/// </summary>
internal sealed class StageCutter
{
    private readonly Run _run;
    private readonly PipelineContext _context;
    private readonly HashSet<Frame> _joined = new();

    private StageCutter(Run run, PipelineContext context)
    {
        _run = run;
        _context = context;
    }

    public static ImmutableArray<Stage> Cut(Run run, PipelineContext context, CancellationToken cancellation)
    {
        var cutter = new StageCutter(run, context);
        if (run.Operations.Any(operation => operation.Call.Doer.Entry != run.Root))
            cutter.JoinFlows(cancellation);
        return cutter.Stages();
    }

    private void JoinFlows(CancellationToken cancellation)
    {
        var reads = _run.Operations.Where(operation => RowSources.IsSource(operation.Api)).ToLookup(operation => operation.Call.Operation);
        foreach (var write in _run.Operations.Where(operation => operation.Action is DataAction.Write or DataAction.Update or DataAction.Delete))
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = write.Call.Doer.Entry;
            foreach (var loop in WrittenRows.LoopsOver(write))
                Join(piece, loop.Frame.Entry);
            foreach (var source in WrittenRows.Of(write).SelectMany(rows => _context.Values.Parts(rows)).SelectMany(part => reads[part.Operation]))
                Join(piece, source.Call.Doer.Entry);
            foreach (var clear in _run.Before(write).Where(clear => IsClearedFor(clear, write)))
                Join(piece, clear.Call.Doer.Entry);
        }
    }

    // A table that one class empties and another one fills.
    private static bool IsClearedFor(DataOperation clear, DataOperation write) =>
        clear is { Action: DataAction.Delete, Dataset: { Kind: DatasetKind.Table } cleared }
        && write.Action == DataAction.Write
        && cleared.Matches(write.Dataset)
        && !Branch.Exclude(clear.Around.Branch, write.Around.Branch);

    private void Join(Frame one, Frame other)
    {
        var above = new HashSet<Frame>(PiecesAbove(one));
        var meeting = PiecesAbove(other).FirstOrDefault(above.Contains);
        if (meeting is null)
            return;
        foreach (var piece in new[] { one, other })
            _joined.UnionWith(PiecesAbove(piece).TakeWhile(step => step != meeting));
    }

    private static IEnumerable<Frame> PiecesAbove(Frame piece)
    {
        for (var step = piece; step is not null; step = step.Caller?.Entry)
            yield return step;
    }

    private Frame StageOf(Frame piece) => PiecesAbove(piece).First(step => !_joined.Contains(step));

    private ImmutableArray<Stage> Stages()
    {
        var byStage = _run.Operations.GroupBy(operation => StageOf(operation.Call.Doer.Entry)).ToDictionary(stage => stage.Key, stage => stage.ToImmutableArray());
        return byStage.OrderBy(stage => stage.Value[0].Index).Select(stage => Of(stage.Key, stage.Value, byStage)).ToImmutableArray();
    }

    private Stage Of(Frame frame, ImmutableArray<DataOperation> operations, Dictionary<Frame, ImmutableArray<DataOperation>> byStage)
    {
        var enclosing = PiecesAbove(frame).Skip(1).Select(StageOf).Distinct().Where(byStage.ContainsKey).SelectMany(above => byStage[above]).ToImmutableArray();
        var name = frame == _run.Root ? _run.NameLocation : _context.Bodies.DeclarationOf(frame.Method) is { } declaration ? StageBuilder.NameOf(declaration) : operations[0].Location;
        return new Stage(_run, frame, name, operations, enclosing, _run.Unfinished.Contains(frame) ? _context.Scopes.Unknown(frame, operations) : _context.Scopes.Judge(frame, operations), _context);
    }
}
