using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A query for one item by its id that asks every partition of the container.</summary>
/// <param name="Query">The call.</param>
/// <param name="Container">What it asks; <see langword="null"/> when the code does not tell.</param>
/// <param name="IsPerRow">It is asked once for each row.</param>
internal sealed record ItemQuery(DataOperation Query, Dataset? Container, bool IsPerRow);

/// <summary>Finds queries that a read of one item would answer. Options that the code does not show may name the partition.</summary>
internal static class ItemQueries
{
    private const string Id = "id";

    public static IEnumerable<ItemQuery> ItemsQueried(this Stage stage)
    {
        foreach (var query in stage.Operations.Where(operation => operation.Api["partition"] is not null && stage.Moves(operation)))
        {
            if (AsksForId(query.Statement) && IsOpen(query.Call, stage.Context))
                yield return new ItemQuery(query, query.Call["connection"] is { } container ? stage.Context.Datasets.Handle(container, depth: 0) : null, query.Around.Loop is { IsPerRow: true });
        }
    }

    // SELECT * FROM c WHERE c.id = @id
    private static bool AsksForId(SqlStatement? statement) =>
        statement is { Kind: SqlStatementKind.Select, HasWhere: true, Predicates: [{ Clause: SqlClause.Where, Operator: "=", InSubquery: false, Column: var column, OperandKind: not SqlOperandKind.Column }] }
        && string.Equals(column.Last, Id, StringComparison.Ordinal);

    private static bool IsOpen(Call query, PipelineContext context)
    {
        if (query["options"] is not { } options)
            return true;

        var made = context.Values.Resolve(options);
        return made.Operation.ConstantValue is { HasValue: true, Value: null }
            || made.Operation is IObjectCreationOperation && context.Handles.Of(options, query.Api["partition"]!, makerKey: null, query.Operation) is null;
    }
}
