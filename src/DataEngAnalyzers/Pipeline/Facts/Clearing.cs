using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What empties a dataset before a write fills it.</summary>
internal static class Clearing
{
    /// <summary>The delete, truncate, drop or replacement of the same rows that runs earlier in the stage.</summary>
    public static DataOperation? ClearedBefore(this Stage stage, DataOperation write) =>
        stage.Run.Before(write).LastOrDefault(earlier => stage.Clears(earlier, write) && !Branch.Exclude(earlier.Around.Branch, write.Around.Branch));

    /// <summary>True when an operation empties what a later write fills, wholly or in part.</summary>
    public static bool Clears(this Stage stage, DataOperation operation, DataOperation write) =>
        EmptiesDatabase(operation) && write.Dataset is { Kind: DatasetKind.Table }
        || (Empties(stage, operation) && operation.Dataset is { } cleared && cleared.Matches(write.Dataset) && !operation.IsElsewhere(write));

    private static bool Empties(Stage stage, DataOperation operation) => operation.Action switch
    {
        DataAction.Delete => true,
        DataAction.Write => operation.Mode == WriteMode.Replace && !OnlyCreates(operation, stage.Context),
        DataAction.Open => stage.Context.FileModes.Of(operation.Call) == WriteMode.Replace,
        DataAction.ChangeSchema => operation.Api["op"] is "drop-table" or "create-table" || operation.Statement is
            { Kind: SqlStatementKind.Drop } or { Kind: SqlStatementKind.CreateTable, Definition: null or { IfNotExists: false } },
        _ => false,
    };

    // if (!Exists("sales.csv")) …: the runs after the first leave alone what is there.
    private static bool OnlyCreates(DataOperation write, PipelineContext context) =>
        write.Around.Check is { Condition: { Operation: IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var asked } } condition }
        && Arguments.Of(asked).Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_String && HostText.Read(condition.At(argument.Value), context).Display.Contains(write.Dataset!.Name));

    private static bool EmptiesDatabase(DataOperation operation) =>
        operation is { Action: DataAction.ChangeSchema } && operation.Api["op"] is "drop-database";
}
