using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A load of which a failed run keeps the first part.</summary>
/// <param name="Start">What begins it: the opening of a COPY, the creation of a bulk copier.</param>
/// <param name="Load">The write.</param>
/// <param name="Cause">What parts it: a row that fails, the size of a batch.</param>
internal sealed record PartialLoad(Call Start, DataOperation Load, Location Cause);

/// <summary>Finds loads that are neither one statement nor in one transaction. Staging tables are emptied before the next attempt.</summary>
internal static class PartialLoads
{
    /// <summary>COPY streams that end, and keep what they got, whatever made the code leave them.</summary>
    public static IEnumerable<PartialLoad> CopiesKeptOnError(this Stage stage)
    {
        foreach (var copy in stage.Of(DataAction.Open).Where(open => open.Api.Is("kind", "copy") && open.Api["finish"] is null && !open.Api.Is("access", "read")))
        {
            if (copy.Statement is not { Kind: SqlStatementKind.Copy, WriteMode: not SqlWriteMode.None } || !IsPlain(stage, copy) || stage.Of(DataAction.Cancel).Any(cancel => cancel.Index > copy.Index))
                continue;
            if (stage.After(copy).FirstOrDefault(write => write.Action == DataAction.Write && FillsRowByRow(write, copy)) is { } row)
                yield return new PartialLoad(copy.Call, row, row.Location);
        }
    }

    /// <summary>Bulk copies that commit each batch by itself.</summary>
    public static IEnumerable<PartialLoad> BatchesCommittedAlone(this Stage stage)
    {
        foreach (var load in stage.Writes.Where(write => write.Sink == Sink.Bulk && IsPlain(stage, write) && stage.ClearedBefore(write) is null))
        {
            if (load.Call.Receiver is { } copier && stage.Context.Values.MakerOf(copier, ApiRole.Open) is { } made && made.Api["batches"] is { } batches && Parts(stage.Context, load, copier, made, batches) is { } cause)
                yield return new PartialLoad(made, load, cause);
        }
    }

    private static bool IsPlain(Stage stage, DataOperation load) =>
        load.Transaction is null
        && !stage.MayRunInTransaction(load)
        && load.Dataset is { } target && !stage.IsTransient(target);

    // One Write of a text that is ready fails before it has sent anything; a loop fails between two rows.
    private static bool FillsRowByRow(DataOperation write, DataOperation copy) =>
        copy.Handle is not null
        && SymbolEqualityComparer.Default.Equals(write.Handle, copy.Handle)
        && write.Around.Loop is { } loop && loop != copy.Around.Loop;

    private static Location? Parts(PipelineContext context, DataOperation load, Value copier, Call made, string batches)
    {
        if (context.Handles.Of(copier, batches, makerKey: null, load.Call.Operation) is { } size && context.Values.Resolve(size).Operation.ConstantValue is not { HasValue: true, Value: 0 })
            return size.Operation.Syntax.GetLocation();
        return made["options"]?.Operation.DescendantsAndSelf().OfType<IFieldReferenceOperation>().FirstOrDefault(option => option.Field.Name == "UseInternalTransaction")?.Syntax.GetLocation();
    }
}
