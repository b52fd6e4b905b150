using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>When a change is there to stay: at once, with the save of what is tracked, or with the commit of its transaction.</summary>
internal static class Landings
{
    /// <summary>The operation after which a crash no longer loses the change; <see langword="null"/> where it is out of sight.</summary>
    public static DataOperation? LandsAt(this Stage stage, DataOperation change) => stage.TakesEffect(change) switch
    {
        { Transaction: { } transaction } => transaction.CommittedBy,
        var effect => effect,
    };

    /// <summary>The rows that an operation changes, through what is tracked where it saves.</summary>
    public static Dataset? ChangedBy(this Stage stage, DataOperation change) => change switch
    {
        { Dataset: { } dataset } => dataset,
        { Action: DataAction.Save } => stage.Before(change).LastOrDefault(earlier => earlier.Api.Role == ApiRole.Track)?.Dataset,
        _ => null,
    };

    /// <summary>True for an operation that stores rows where others find them; logs, staging tables and records of progress do not count.</summary>
    public static bool Stores(this Stage stage, DataOperation operation) =>
        !operation.Around.InHandler
        && operation.Api.Role != ApiRole.Track
        && IsStore(operation)
        && !operation.IsProgress()
        && !(stage.ChangedBy(operation) is { } dataset && (dataset.IsHistory() || stage.IsTransient(dataset)));

    private static bool IsStore(DataOperation operation) => operation.Action switch
    {
        DataAction.Write => DataFiles.LandsRows(operation),
        DataAction.Save => true,
        DataAction.Update or DataAction.Delete => operation.Dataset is not { Kind: DatasetKind.File or DatasetKind.Blob },
        _ => operation.Statement is { Kind: SqlStatementKind.Call },
    };
}
