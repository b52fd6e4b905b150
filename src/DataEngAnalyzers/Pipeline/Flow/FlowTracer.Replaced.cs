using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which changes leave nothing of what was there before, also those that a called method or a loop makes.</summary>
internal sealed partial class FlowTracer
{
    // More ways out of a body than this are not looked at one by one.
    private const int MostReturns = 32;

    private readonly Dictionary<(IOperation Use, Frame Caller), ImmutableArray<Frame>> _callees = new();
    private readonly Dictionary<(Change, Frame, string), bool> _replaced = new();

    /// <summary>The bodies that a use runs, each one frame a use.</summary>
    private ImmutableArray<Frame> CalleesOf(IOperation use, Frame caller)
    {
        if (!_callees.TryGetValue((use, caller), out var callees))
            _callees.Add((use, caller), callees = _context.Callees.Of(use, caller));
        return callees;
    }

    private bool Replaces(Change change, Frame frame, FlowPath? path)
    {
        if (change.IsOfAnother)
            return false;
        if (change.Kind is ChangeKind.Set or ChangeKind.Filled && !Paths.Covers(change.Place, path))
            return false;
        if (change.Kind is ChangeKind.Set or ChangeKind.Mixed or ChangeKind.Collected)
            return change.Kind == ChangeKind.Set;

        var question = (change, frame, path?.ToString() ?? string.Empty);
        if (_replaced.TryGetValue(question, out var known))
            return known;

        // A change that leads to itself leaves what was there.
        _replaced.Add(question, false);
        return _replaced[question] = Find(change, frame, path);
    }

    private bool Find(Change change, Frame frame, FlowPath? path)
    {
        if (change is { Kind: ChangeKind.Handed, Kept: { } field })
            return CalleesOf(change.Source, frame) is { IsEmpty: false } own && own.All(callee => AlwaysSets(field, callee));
        if (!Paths.Into(change.Place, path, out var rest))
            return false;

        switch (change.Kind)
        {
            case ChangeKind.Visited:
                return rest is { Head.Kind: FlowStepKind.Element or FlowStepKind.Index, Rest: { } part } && EachTurnReplaces((IForEachLoopOperation)change.Source, part, frame);
            case ChangeKind.Handed when change.Source is IInvocationOperation { Instance: { } receiver } && receiver == change.Passed:
                return rest is { Head.Member: { } member } && CalleesOf(change.Source, frame) is { IsEmpty: false } methods && methods.All(callee => AlwaysSets(member, callee));
            case ChangeKind.Handed when MapInto(change, new Value(change.Source, frame)) is { } map:
                return MapsSurely(map, rest);
            default:
                var isHanded = change.Kind == ChangeKind.Handed;
                var callees = CalleesOf(change.Source, frame);
                return ParameterFor(change, change.Source) switch
                {
                    // What nobody sees is taken to keep its word.
                    { RefKind: RefKind.Out } or null => !isHanded,
                    _ when callees.IsEmpty => !isHanded,
                    var parameter => callees.All(callee => AlwaysReplaces(callee, parameter.Ordinal, rest, isHanded)),
                };
        }
    }

    // Whatever way the callee goes, it leaves nothing of the part; a parameter that is given another object no longer stands for the caller's.
    private bool AlwaysReplaces(Frame callee, int ordinal, FlowPath? part, bool isObject)
    {
        var parameters = callee.Method.OriginalDefinition.Parameters;
        if (ordinal >= parameters.Length || (isObject && _changes.Of(parameters[ordinal], callee).Any(change => !change.IsInside)))
            return false;

        bool IsReplacing(Change inner) => Replaces(inner, callee, part);
        var ways = WaysOutOf(callee.Body);
        return ways.Count <= MostReturns
            && ways.All(way => way.Kind == OperationKind.Return && !Changes.Before(parameters[ordinal], way, callee, IsReplacing, _changes).IsOpen)
            && (EndsIn(callee.Body, ways) || !Changes.In(parameters[ordinal], callee, IsReplacing, _changes).IsOpen);
    }

    // The assignment runs on every way through a method of the object.
    private static bool AlwaysSets(ISymbol member, Frame callee) => AssignmentsTo(member, callee)
        .Any(assigned => Changes.IsPlain(assigned.Operation, callee.Body) && !WaysOutOf(callee.Body).Any(way => way.Kind != OperationKind.Return || way.Syntax.SpanStart < assigned.Operation.Syntax.SpanStart));

    // Rows that are made anew by each look at them keep nothing of what a loop does to them.
    private bool EachTurnReplaces(IForEachLoopOperation loop, FlowPath part, Frame frame)
    {
        var rows = loop.Collection;
        while (rows is IConversionOperation { Operand: var operand })
            rows = operand;
        return RowTypes.IsKept(rows.Type)
            && loop.Locals is [var row]
            && !loop.Body.DescendantsAndSelf().Any(step => step is IBranchOperation or IReturnOperation)
            && !Changes.In(row, loop.Body, frame, inner => Replaces(inner, frame, part), _changes).IsOpen;
    }

    // Where the code itself leaves a body; what lambdas inside return is their own.
    private static List<IOperation> WaysOutOf(IOperation body)
    {
        var ways = new List<IOperation>();
        var open = new Stack<IOperation>([body]);
        while (open.Count > 0 && ways.Count <= MostReturns)
        {
            var step = open.Pop();
            if (step is IReturnOperation { IsImplicit: false })
                ways.Add(step);
            foreach (var child in step.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    open.Push(child);
            }
        }

        return ways;
    }

    private static bool EndsIn(IOperation body, List<IOperation> ways) => Flow.Last(body) is { } last && ways.Contains(last);
}
