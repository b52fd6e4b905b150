using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Recognises a hand-written retry: a loop that leaves when its <c>try</c> got through and turns again when it did not.</summary>
internal static class Retries
{
    public static bool IsRetry(ILoopOperation loop) =>
        TryIn(loop.Body) is { } attempt
        && (Leaves(attempt.Body, loop) || LeavesAfter(attempt, loop))
        && attempt.Catches.Any(handler => FallsThrough(handler, loop));

    /// <summary>True for the attempt of a retry that turns until it got through: no error ends there.</summary>
    public static bool IsEndless(ITryOperation attempt) =>
        (attempt.Parent is ILoopOperation ? attempt.Parent : attempt.Parent?.Parent) is ILoopOperation loop
        && TryIn(loop.Body) == attempt
        && ConditionOf(loop) is null or { ConstantValue: { HasValue: true, Value: true } }
        && IsRetry(loop);

    private static ITryOperation? TryIn(IOperation body) => body switch
    {
        ITryOperation attempt => attempt,
        IBlockOperation { Operations: var operations } => operations.OfType<ITryOperation>().FirstOrDefault(),
        _ => null,
    };

    // The way out on success: break, return, or a flag that the loop's condition reads.
    private static bool Leaves(IOperation body, ILoopOperation loop) =>
        body is IBlockOperation { Operations: var statements } && statements.Any(statement => LeavesLoop(Flow.Last(statement), loop) || EndsCondition(statement, loop));

    // try { … } catch { …; continue; } break;
    private static bool LeavesAfter(ITryOperation attempt, ILoopOperation loop) =>
        attempt.Parent is IBlockOperation { Operations: [.., var last] }
        && LeavesLoop(last, loop)
        && attempt.Catches.Any(handler => Flow.Last(handler.Handler) is IBranchOperation { BranchKind: BranchKind.Continue });

    private static bool LeavesLoop(IOperation? statement, ILoopOperation loop) =>
        statement is IReturnOperation { Kind: OperationKind.Return }
        || statement is IBranchOperation { BranchKind: BranchKind.Break } branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel);

    private static bool EndsCondition(IOperation statement, ILoopOperation loop) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var flag }, Value.ConstantValue.HasValue: true } }
        && ConditionOf(loop) is { } condition
        && condition.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Local, flag));

    private static bool FallsThrough(ICatchClauseOperation handler, ILoopOperation loop) =>
        Flow.Last(handler.Handler) is { } last ? last is not (IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }) && !LeavesLoop(last, loop) : true;

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Condition: var condition } => condition,
        _ => null,
    };
}
