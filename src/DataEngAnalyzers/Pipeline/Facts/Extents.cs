using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How much of its dataset a delete or update touches.</summary>
internal static class Extents
{
    private static readonly string[] WindowOperators = ["=", "in", "between", ">", ">="];

    /// <summary>True when nothing narrows it down: no condition, no join, no limit, no filter before it.</summary>
    public static bool TouchesAllRows(this Stage stage, DataOperation operation) => operation.Statement switch
    {
        { Kind: SqlStatementKind.Truncate } => true,
        { Kind: SqlStatementKind.Delete or SqlStatementKind.Update, HasWhere: false, HasJoinOrFrom: false, HasLimit: false } => true,
        null => operation.Api is SummaryRow { Facts.TouchesAll: true } || operation.Api.Role is ApiRole.Delete or ApiRole.Update && operation.Call["from"] is { } source && IsTable(stage, source, operation),
        _ => false,
    };

    /// <summary>
    /// True when it makes room for rows that are loaded next: it removes everything, or a window or key that the caller names.
    /// Removing what is older than something, or flagged, is housekeeping.
    /// </summary>
    public static bool MakesRoom(this Stage stage, DataOperation delete) => stage.TouchesAllRows(delete) || delete switch
    {
        { Api: SummaryRow { Facts.MakesRoom: true } } => true,
        { Statement: { HasWhere: true } statement } => statement.HasJoinOrFrom || statement.Predicates.Any(IsWindow),
        { Api.Role: ApiRole.Track } => delete.IsMany,
        { Statement: null } => delete.Call["from"] is { } source && IsWindow(stage.Context.Values.Resolve(source)),
        _ => false,
    };

    // while (await context.Sales.Take(500).ExecuteDeleteAsync() > 0): piece by piece it takes everything.
    private static bool IsTable(Stage stage, Value source, DataOperation change)
    {
        var values = stage.Context.Values;
        foreach (var call in QueryChains.Calls(source, values))
        {
            if (!KeepsAllRows(call.TargetMethod.Name) && !(call.TargetMethod.Name == "Take" && change is { Action: DataAction.Delete, Around.Loop.Over: LoopOver.Time }))
                return false;
            source = values.Resolve(source).At(call.Arguments[0].Value);
        }

        return stage.Context.Entities.RowTypeOfTable(values.Resolve(source).Operation.Type) is not null;
    }

    private static bool KeepsAllRows(string step) => step is "IgnoreQueryFilters" or "AsNoTracking" or "TagWith" || step.StartsWith("OrderBy", StringComparison.Ordinal) || step.StartsWith("ThenBy", StringComparison.Ordinal);

    private static bool IsWindow(SqlPredicate predicate) =>
        predicate.Clause == SqlClause.Where && WindowOperators.Contains(predicate.Operator) && predicate.OperandKind is not (SqlOperandKind.Literal or SqlOperandKind.Clock);

    // db.Sales.Where(sale => sale.Day == day)
    private static bool IsWindow(Value query) => query.Operation.DescendantsAndSelf().OfType<IBinaryOperation>().Any(comparison =>
        comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        && !comparison.LeftOperand.ConstantValue.HasValue
        && !comparison.RightOperand.ConstantValue.HasValue);
}
