using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How an ambient transaction behaves: whether it takes part at all, and whether it follows an <c>await</c>.</summary>
internal static class AmbientScopes
{
    /// <summary>True when the scope hides the ambient transaction instead of opening one, or when the code does not tell.</summary>
    public static bool MaySuppress(Transaction scope) =>
        scope.Begin!.Call["option"] is { } option && option.Operation.Type?.TypeKind == TypeKind.Enum && NameOf(option) is null or "Suppress";

    /// <summary>
    /// The first <c>await</c> inside a scope that stays on the thread that opened it; <see langword="null"/> when the scope flows, awaits
    /// nothing, or the code does not tell.
    /// </summary>
    public static Location? LostAt(Transaction scope)
    {
        if (scope is not { IsAmbient: true, Begin: { } begin } || begin.Call["asyncflow"] is { } flow && NameOf(flow) != "Suppress")
            return null;
        return Covered(begin.Call.Operation).Select(FirstAwait).FirstOrDefault(found => found is not null);
    }

    private static string? NameOf(Value option) =>
        option.Operation is IFieldReferenceOperation { Field: { HasConstantValue: true, Name: var name } } ? name : null;

    // What runs before the scope is disposed: the body of its using, or what follows its using declaration.
    private static IEnumerable<IOperation> Covered(IOperation creation)
    {
        for (var operation = creation; operation.Parent is { } parent; operation = parent)
        {
            if (parent is IUsingOperation scope && scope.Resources == operation)
                return [scope.Body];
            if (operation is IUsingDeclarationOperation declaration && parent is IBlockOperation block)
                return block.Operations.SkipWhile(statement => statement != declaration).Skip(1);
            if (operation is IBlockOperation or IAnonymousFunctionOperation)
                break;
        }

        return [];
    }

    private static Location? FirstAwait(IOperation operation)
    {
        if (operation is IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true })
            return operation.Syntax.GetFirstToken().GetLocation();
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            return null;
        return operation.ChildOperations.Select(FirstAwait).FirstOrDefault(found => found is not null);
    }
}
