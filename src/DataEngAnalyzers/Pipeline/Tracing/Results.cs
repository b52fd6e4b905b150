using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a body hands back.</summary>
internal static class Results
{
    /// <summary>The values of <c>return</c> and <c>yield return</c>; those of lambdas and local functions inside are their own.</summary>
    public static IEnumerable<Value> Of(Frame callee)
    {
        var pending = new Stack<IOperation>();
        pending.Push(callee.Body);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value })
                yield return new Value(value, callee);
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    pending.Push(child);
            }
        }
    }
}
