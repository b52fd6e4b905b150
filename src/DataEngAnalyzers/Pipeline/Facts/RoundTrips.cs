using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Calls that go to a server once for each row of a loop.</summary>
/// <param name="First">The write that hurts most, else the first call.</param>
/// <param name="Others">Further calls of the same turn.</param>
/// <param name="Loop">The loop over the rows.</param>
/// <param name="Dataset">What is written or asked.</param>
internal sealed record RoundTrip(DataOperation First, IReadOnlyList<DataOperation> Others, Loop Loop, Dataset? Dataset);

/// <summary>Finds the round trips that a stage makes for each row.</summary>
internal static class RoundTrips
{
    /// <returns>One for each loop, in the order of the code.</returns>
    public static IEnumerable<RoundTrip> RoundTripsPerRow(this Stage stage)
    {
        var trips = stage.Operations.Where(operation => operation.Around is { Loop.IsPerRow: true, InHandler: false } && stage.Moves(operation) && GoesToServer(operation, stage) && Waits(operation));
        foreach (var turn in trips.GroupBy(operation => operation.Around.Loop!.Where))
        {
            if (stage.Operations.Any(operation => IsBatch(operation) && operation.Around.Loop?.Where == turn.Key))
                continue;

            var calls = turn.ToList();
            var first = calls.FirstOrDefault(call => call.Action != DataAction.Read) ?? calls[0];
            yield return new RoundTrip(first, calls.Where(call => call.Location != first.Location).ToList(), first.Around.Loop!, stage.ChangedBy(first));
        }
    }

    // A turn that loads in bulk handles many rows, whatever its variable is called.
    private static bool IsBatch(DataOperation operation) => operation is { Action: DataAction.Write, Sink: Sink.Bulk } && !operation.Api.Is("per", "row");

    private static bool GoesToServer(DataOperation operation, Stage stage) => operation.Action switch
    {
        DataAction.Write => operation.Sink switch
        {
            Sink.Sql => !operation.IsMany && !IsCheap(operation) && !IsReject(operation, stage),
            Sink.Document => !operation.IsMany,
            Sink.Message => !operation.IsMany && !operation.Api.Is("per", "message"),
            _ => false,
        },
        DataAction.Save => !IsCheap(operation),
        DataAction.Update or DataAction.Delete => (operation.Statement is not null || IsStatement(operation)) && !operation.IsMany && !IsCheap(operation),
        DataAction.Read => !operation.Dialect.IsEmbedded() && (operation.Statement is not null || operation is { Api.Role: ApiRole.Query, Dataset: not null }),
        _ => operation is { Api.Role: ApiRole.Sql, Statement.Kind: SqlStatementKind.Call } && !IsCheap(operation),
    };

    // ExecuteDelete, ReplaceOne: they run at once, where Remove and Update on a context only mark.
    private static bool IsStatement(DataOperation operation) =>
        operation is { Api.Role: ApiRole.Update or ApiRole.Delete, Dataset.Kind: DatasetKind.Table or DatasetKind.Collection };

    // An engine inside the process has no network; there only the commit of every single row costs.
    private static bool IsCheap(DataOperation operation) => operation.Dialect.IsEmbedded() && operation.Transaction is not null;

    private static bool IsReject(DataOperation operation, Stage stage) =>
        operation.Around.IsConditional && operation.Dataset is { } dataset && (dataset.IsHistory() || stage.IsTransient(dataset));

    // A message that is only handed to the client, or a task that is only collected, waits for nothing here.
    private static bool Waits(DataOperation operation)
    {
        var call = operation.Call.Operation;
        if (call.Type is not { Name: "Task" or "ValueTask" })
            return operation.Sink != Sink.Message;

        while (call.Parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" })
            call = call.Parent;
        return call.Parent is IAwaitOperation or IReturnOperation
            or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" }
            or IPropertyReferenceOperation { Property.Name: "Result" };
    }
}
