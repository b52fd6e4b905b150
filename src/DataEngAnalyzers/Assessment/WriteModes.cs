using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Assessment;

/// <summary>The words for what an operation does to the rows that are there.</summary>
internal static class WriteModes
{
    public const string Update = "update";
    public const string Delete = "delete";
    private const string Replace = "replace";
    private const string ReplacePartition = "replacePartition";

    /// <summary>The word of a write, with what the stage cleared before it; <see langword="null"/> for a clearing that belongs to such a write.</summary>
    public static string? Of(Stage stage, DataOperation operation) => operation.Action switch
    {
        DataAction.Update or DataAction.Save => Update,
        DataAction.Delete => stage.After(operation).Any(later => later.Action == DataAction.Write && stage.Clears(operation, later)) ? null : Delete,
        _ => OfWrite(stage, operation),
    };

    private static string OfWrite(Stage stage, DataOperation write)
    {
        if (write is { Statement.WriteMode: SqlWriteMode.ReplacePartition })
            return ReplacePartition;
        if (write.Mode is WriteMode.Append or WriteMode.AppendIfAbsent && stage.ClearedBefore(write) is { } cleared && cleared.Dataset is { } emptied && emptied.Matches(write.Dataset))
            return cleared.Action == DataAction.Delete && !stage.TouchesAllRows(cleared) && emptied.Kind == DatasetKind.Table ? ReplacePartition : Replace;
        return write switch
        {
            { Mode: WriteMode.Append } => "append",
            { Mode: WriteMode.AppendIfAbsent } => "appendIfAbsent",
            { Mode: WriteMode.Upsert } => "upsert",
            { Mode: WriteMode.Replace } => Replace,
            { Api: var api } when api.Is("mode", Update) => Update,
            _ => "unknown",
        };
    }
}
