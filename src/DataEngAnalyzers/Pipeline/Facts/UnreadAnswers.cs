using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds the writes that throw nothing when they fail: their answer says so, and nobody looks at it.</summary>
internal static class UnreadAnswers
{
    public static IEnumerable<DataOperation> AnswersUnread(this Stage stage) => stage.Operations.Where(operation =>
        operation.Api.Is("outcome", "result")
        && operation.Action is DataAction.Write or DataAction.Finish
        && IsUnread(operation.Call.Operation));

    private static bool IsUnread(IOperation call)
    {
        var answer = Values.WholeOf(call);
        return answer.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IArgumentOperation { Parent: IInvocationOperation { Instance: ILocalReferenceOperation { Local: var tasks }, TargetMethod.Name: "Add" } } => AreUnread(tasks, call),
            _ => false,
        };
    }

    // tasks.Add(container.UpsertItemStreamAsync(…)); await Task.WhenAll(tasks);
    private static bool AreUnread(ILocalSymbol tasks, IOperation use)
    {
        var body = use;
        while (body.Parent is { } parent)
            body = parent;
        return body.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, tasks)).All(IsNoRead);
    }

    private static bool IsNoRead(ILocalReferenceOperation reference)
    {
        IOperation part = reference;
        while (part.Parent is IConversionOperation)
            part = part.Parent;
        return part.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" or "Clear" } => true,
            IPropertyReferenceOperation { Property.Name: "Count" } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } all } => Values.WholeOf(all).Parent is IExpressionStatementOperation,
            _ => false,
        };
    }
}
