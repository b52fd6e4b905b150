using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Finds what decides which rows get to a write before its own loop has them: an <c>if</c> around a <c>yield return</c> or around
/// what is put into a list, the predicate of a query. It guards the write as an <c>if</c> around it does.
/// </summary>
internal static class Sieves
{
    private static readonly HashSet<string> Filtering = new(StringComparer.Ordinal) { "Where", "WhereAwait", "FindAll" };

    /// <summary>The conditions that rows of a write passed, in whatever class.</summary>
    public static IEnumerable<Value> Before(DataOperation write, PipelineContext context) =>
        WrittenRows.Of(write).SelectMany(rows => context.Values.Parts(rows)).SelectMany(part => part.Operation switch
        {
            IInvocationOperation { TargetMethod.Name: var name } filter when Filtering.Contains(name) => PredicatesOf(filter, part.Frame, context),
            { Parent: { } holder } when IsHandedOut(holder) => ConditionsAround(holder, part.Frame),
            _ => [],
        });

    /// <summary>True for a variable that holds one row of a sequence; what it is computed from says nothing about a question asked for it.</summary>
    public static bool IsRow(Value value) => value.Operation switch
    {
        ILocalReferenceOperation { Local: var local } => value.Frame.DefinitionsOf(local).Any(definition => definition.Kind == DefinitionKind.Element),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => true,
        _ => false,
    };

    private static IEnumerable<Value> PredicatesOf(IInvocationOperation filter, Frame frame, PipelineContext context) => filter.Arguments.SelectMany(argument => argument.Value switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } } => [new Value(body, frame)],
        IDelegateCreationOperation { Target: IMethodReferenceOperation named } => context.Callees.Of(named, frame).SelectMany(Results.Of).Prepend(new Value(named, frame)),
        _ => Enumerable.Empty<Value>(),
    });

    private static bool IsHandedOut(IOperation holder) => holder is IReturnOperation { Kind: OperationKind.YieldReturn }
        or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue", Instance: ILocalReferenceOperation } };

    // The ifs around it, and those before it that leave.
    private static IEnumerable<Value> ConditionsAround(IOperation handed, Frame frame)
    {
        for (var (inner, outer) = (handed, handed.Parent); outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation { Condition: var condition } && condition != inner)
                yield return new Value(condition, frame);
            if (outer is not IBlockOperation { Operations: var statements })
                continue;

            foreach (var guard in statements.TakeWhile(statement => statement != inner).OfType<IConditionalOperation>())
            {
                if (guard.WhenFalse is null && Flow.Leaves(guard.WhenTrue))
                    yield return new Value(guard.Condition, frame);
            }
        }
    }
}
