using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds bulk loads of which nobody compares how many rows were read with how many are there.</summary>
internal static class UncountedLoads
{
    public static IEnumerable<DataOperation> LoadsNotCounted(this Stage stage) => stage.Writes.Where(write =>
        write is { Sink: Sink.Bulk, Around.InHandler: false, Dataset: { } target }
        && stage.Moves(write)
        && !stage.IsTransient(target)
        && !target.IsHistory()
        && write.Around.Loop is not { IsPerRow: true }
        && stage.Before(write).Any(read => read.Action == DataAction.Read)
        && !IsUsed(write.Call.Operation)
        && !stage.Run.MayHold(operation => Counts(operation, target) || operation.Action == DataAction.Finish && IsUsed(operation.Call.Operation))
        && !BodiesOf(write).Any(body => body.Descendants().Any(AsksCount)));

    private static IEnumerable<IOperation> BodiesOf(DataOperation write)
    {
        for (var frame = write.Call.Frame; frame is not null; frame = frame.Caller)
            yield return frame.Body;
    }

    // SELECT COUNT(*) FROM the target, or a count through a query.
    private static bool Counts(DataOperation operation, Dataset target) =>
        operation is { Action: DataAction.Read, Dataset: { } counted } && counted.Matches(target)
        && (operation.Text?.Text.Text.IndexOf("COUNT", StringComparison.OrdinalIgnoreCase) >= 0 || operation.Api.Is("returns", "scalar"));

    private static bool IsUsed(IOperation call)
    {
        call = Values.WholeOf(call);
        return call.Type is { SpecialType: not SpecialType.System_Void } && call.Parent is not (null or IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation });
    }

    // The copier's own count, its event, or a comparison of counts that throws.
    private static bool AsksCount(IOperation part) => part switch
    {
        IPropertyReferenceOperation { Property.Name: "RowsCopied" or "RowsInserted" or "RowsCopied64" } => true,
        IEventReferenceOperation => true,
        IConditionalOperation { WhenTrue: var taken, Condition: var condition } => taken.DescendantsAndSelf().Any(inner => inner is IThrowOperation)
            && condition.DescendantsAndSelf().Any(inner => inner is IPropertyReferenceOperation { Property.Name: "Count" or "Length" } or ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 }),
        _ => false,
    };
}
