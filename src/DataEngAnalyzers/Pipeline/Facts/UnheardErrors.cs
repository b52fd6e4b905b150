using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether an error that a handler turns into the answer of its method gets lost with it: everybody who has the answer drops it, or asks
/// it and goes on without the row, with at most a line in a log.
/// </summary>
internal sealed class UnheardErrors
{
    private const int MostDepth = 6;

    private readonly Stage _stage;
    private readonly DataOperation _operation;
    private readonly Frame _loop;
    private readonly FailureAnswer _answer;
    private bool _leavesOut;

    private UnheardErrors(Stage stage, DataOperation operation, Frame loop, FailureAnswer answer)
    {
        _answer = answer;
        _stage = stage;
        _operation = operation;
        _loop = loop;
        _leavesOut = operation.Action is DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Save;
    }

    /// <summary>True when the error of an operation is heard by nobody outside of the handler's method, which a loop over rows or batches calls.</summary>
    public static bool In(Stage stage, Attempt attempt, Handler handler, DataOperation operation)
    {
        if (attempt.Loop is not { Frame: var loop })
            return false;

        var frame = operation.Call.Frame;
        while (frame != loop && Attempts.BodyOf(handler, frame) is null && frame.Caller is { } caller)
            frame = caller;
        if (frame == loop || !frame.IsWithin(loop) || frame is not { Caller: { } above, Site: { } site })
            return false;

        // A row whose read fails is left out where a write depends on the answer.
        var error = new UnheardErrors(stage, operation, loop, FailureAnswer.Of(handler, frame));
        return error.IsIgnored(site, above, depth: 0) && error._leavesOut;
    }

    // The answer of a call, or a part of it.
    private bool IsIgnored(IOperation answer, Frame frame, int depth)
    {
        var whole = PartOf(answer);
        if (Values.KeeperOf(whole) is ILocalSymbol local)
            return frame.DefinitionsOf(local).Length == 1 && AreIgnored(frame.MentionsOf(local).OfType<ILocalReferenceOperation>(), frame, depth + 1);
        return whole.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } || IsIgnoredUse(answer, frame, depth);
    }

    private bool AreIgnored(IEnumerable<IOperation> mentions, Frame frame, int depth)
    {
        var uses = mentions.ToList();
        var forks = uses.Select(ForkOn).OfType<IOperation>().Distinct().ToList();
        return uses.Where(use => !forks.Any(fork => WorksOn(fork, use, frame))).All(use => IsIgnoredUse(use, frame, depth));
    }

    private bool IsIgnoredUse(IOperation use, Frame frame, int depth)
    {
        if (depth > MostDepth)
            return false;

        var whole = PartOf(use);
        return whole.Parent switch
        {
            ISimpleAssignmentOperation { Target: var target } when target == whole && whole != use => true,
            IReturnOperation when frame != _loop => frame is { Caller: { } caller, Site: { } site } && IsIgnored(site, caller, depth + 1),
            IArgumentOperation { Parent: IInvocationOperation call } argument => IsIgnoredBy(call, argument, frame, depth),
            _ => ForkOn(use) is { } fork && PassesOver(fork, use, frame) && (_leavesOut |= LandsBehind(fork, frame)),
        };
    }

    // The way that the error takes says nothing; where the condition does not tell which one that is, one of them.
    private bool PassesOver(IOperation fork, IOperation use, Frame frame)
    {
        if (fork is not IConditionalOperation { Condition: var condition, WhenTrue: var then, WhenFalse: var otherwise } || _answer.IsTrueOf(condition, use) is not { } isTrue)
            return ArmsOf(fork).Any(arm => IsSilent(arm, frame));
        return isTrue ? IsSilent(then, frame) : otherwise is not null ? IsSilent(otherwise, frame) : IsSilent(then, frame) || LandsIn(then, frame);
    }

    // The silent way keeps nothing; on the other one, or behind the fork where the silent way has left, there was no error.
    private bool WorksOn(IOperation fork, IOperation use, Frame frame) =>
        ArmsOf(fork).Any(arm => arm.Syntax.Span.Contains(use.Syntax.Span))
        || use.Syntax.SpanStart > fork.Syntax.Span.End && fork.Parent!.Syntax.Span.Contains(use.Syntax.Span) && ArmsOf(fork).Any(arm => IsSilent(arm, frame) && Flow.Leaves(arm));

    private bool IsIgnoredBy(IInvocationOperation call, IArgumentOperation argument, Frame frame, int depth)
    {
        if (_stage.Context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.Log))
            return true;
        var callees = _stage.Context.Callees.Of(call, frame);
        return !callees.IsEmpty && callees.All(callee => callee.Method.Parameters.FirstOrDefault(parameter => parameter.Ordinal == argument.Parameter?.Ordinal) is { } parameter
            && AreIgnored(callee.MentionsOf(parameter).OfType<IParameterReferenceOperation>(), callee, depth + 1));
    }

    // Out through await, conversions and members: result?.Response.Status
    private static IOperation PartOf(IOperation use)
    {
        var whole = Values.WholeOf(use);
        while (whole.Parent is IMemberReferenceOperation { Instance: var owner } part && owner == whole || whole.Parent is IConditionalAccessOperation)
        {
            var next = whole.Parent!;
            if (next is IConditionalAccessOperation access && access.Operation != whole && access.WhenNotNull != whole)
                break;
            whole = Values.WholeOf(next);
        }

        return whole;
    }

    // The if or switch that asks it.
    private static IOperation? ForkOn(IOperation use)
    {
        for (var (inner, outer) = (use, use.Parent); outer is not (null or IBlockOperation or IExpressionStatementOperation); (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation { Condition: var condition, Type: null } && condition == inner || outer is ISwitchOperation { Value: var value } && value == inner)
                return outer;
        }

        return null;
    }

    private static IEnumerable<IOperation> ArmsOf(IOperation fork) => fork switch
    {
        IConditionalOperation { WhenTrue: var one, WhenFalse: var other } => other is null ? [one] : [one, other],
        ISwitchOperation { Cases: var cases } => cases,
        _ => [],
    };

    private bool IsSilent(IOperation arm, Frame frame)
    {
        var statements = arm switch
        {
            ISwitchCaseOperation { Body: var body } => body.AsEnumerable(),
            IBlockOperation { Operations: var inner } => inner,
            _ => [arm],
        };
        foreach (var statement in statements)
        {
            if (EndsTurn(statement, arm) || statement is IReturnOperation { ReturnedValue: null } && frame != _loop)
                return true;
            if (!_stage.Context.Handlers.LeavesNoTrace(statement))
                return false;
        }

        return true;
    }

    private static bool EndsTurn(IOperation statement, IOperation arm) => statement is IBranchOperation branch
        && (branch.BranchKind == BranchKind.Continue || arm.Parent is ISwitchOperation { ExitLabel: var exit } && SymbolEqualityComparer.Default.Equals(branch.Target, exit));

    // The row lands on another way of the fork, or further on where its silent way leaves.
    private bool LandsBehind(IOperation fork, Frame frame) => _stage.Run.After(_operation).Any(write =>
        write.Action is DataAction.Write or DataAction.Update or DataAction.Save && !write.Around.InHandler && SiteIn(write, frame) is { } site && site.Syntax.SpanStart > fork.Syntax.SpanStart);

    private bool LandsIn(IOperation arm, Frame frame) => _stage.Run.After(_operation).Any(write =>
        write.Action is DataAction.Write or DataAction.Update or DataAction.Save && !write.Around.InHandler && SiteIn(write, frame) is { } site && arm.Syntax.Span.Contains(site.Syntax.Span));

    private static IOperation? SiteIn(DataOperation operation, Frame frame)
    {
        var (site, at) = (operation.Call.Operation, operation.Call.Frame);
        while (at.Body != frame.Body && at is { Caller: { } caller, Site: { } above })
            (site, at) = (above, caller);
        return at.Body == frame.Body ? site : null;
    }
}
