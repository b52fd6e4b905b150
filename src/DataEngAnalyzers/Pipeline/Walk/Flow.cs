using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where control goes after a statement.</summary>
internal static class Flow
{
    /// <summary>True when what follows the statement does not run after it: it ends in return, yield break, throw, break, continue or goto.</summary>
    public static bool Leaves(IOperation? statement) => Last(statement) is IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    /// <summary>The statement that ends a statement, inside blocks, usings and locks.</summary>
    public static IOperation? Last(IOperation? statement) => statement switch
    {
        IBlockOperation { Operations: [.., var last] } => Last(last),
        IUsingOperation { Body: var body } => Last(body),
        ILockOperation { Body: var body } => Last(body),
        _ => statement,
    };

    /// <summary>The innermost code around an operation that may leave it out or repeat it; <see langword="null"/> where it runs once whenever its body does.</summary>
    public static IOperation? ForkAround(IOperation operation)
    {
        var around = operation.Parent;
        while (around is not (null or IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ICatchClauseOperation or ICoalesceOperation
            or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;
        return around;
    }
}
