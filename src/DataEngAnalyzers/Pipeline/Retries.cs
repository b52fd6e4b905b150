using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Recognises a hand-written retry: a loop that leaves when its <c>try</c> got through and turns again when it did not.</summary>
internal static class Retries
{
    public static bool IsRetry(ILoopOperation loop)
    {
        if (loop is IForEachLoopOperation || TryIn(loop.Body) is not { } attempt)
            return false;

        return Leaves(attempt.Body, loop) && attempt.Catches.Any(handler => FallsThrough(handler, loop));
    }

    private static ITryOperation? TryIn(IOperation body) => body switch
    {
        ITryOperation attempt => attempt,
        IBlockOperation { Operations: var operations } => operations.OfType<ITryOperation>().FirstOrDefault(),
        _ => null,
    };

    // The way out on success: break, return, or a flag that the loop's condition reads.
    private static bool Leaves(IBlockOperation body, ILoopOperation loop)
    {
        foreach (var operation in body.Operations)
        {
            if (operation is IReturnOperation || (operation is IBranchOperation { BranchKind: BranchKind.Break } branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)))
                return true;
            if (operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var flag }, Value.ConstantValue.HasValue: true } }
                && ConditionOf(loop) is { } condition
                && condition.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Local, flag)))
                return true;
        }

        return false;
    }

    private static bool FallsThrough(ICatchClauseOperation handler, ILoopOperation loop) =>
        handler.Handler.Operations is not [.., IThrowOperation or IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation }]
        && !(handler.Handler.Operations is [.., IBranchOperation { BranchKind: BranchKind.Break } branch] && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Condition: var condition } => condition,
        _ => null,
    };
}
