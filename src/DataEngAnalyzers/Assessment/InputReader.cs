using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>One read of a dataset, with the columns that the read itself names.</summary>
internal readonly record struct ReadFacts(DatasetName Dataset, Location Where, ImmutableArray<string> Columns);

/// <summary>Finds what a stage reads: through its calls, and inside the statements it runs.</summary>
internal static class InputReader
{
    public static IEnumerable<ReadFacts> Of(Stage stage, StageNames names) => stage.Operations.SelectMany(operation => Of(operation, stage, names));

    private static IEnumerable<ReadFacts> Of(DataOperation operation, Stage stage, StageNames names)
    {
        if (operation is { Statement: { } statement, Text: { } text } && statement.Kind is not (SqlStatementKind.Copy or SqlStatementKind.Load) && !statement.Sources.IsEmpty)
            return InStatement(operation, statement, text, stage, names);
        if (operation.Dataset is { } dataset && (operation.Action == DataAction.Read || operation is { Action: DataAction.Open, Dataset.Kind: DatasetKind.Topic } && operation.Api.Is("access", "read")))
            return [new ReadFacts(names.Of(dataset, operation), operation.Location, ImmutableArray<string>.Empty)];
        return operation.Action == DataAction.Read && operation.Call["url"] is { } url && HostText.Read(url, stage.Context) is { Text.Text.Length: > 0 } address
            ? [new ReadFacts(names.Of(new Dataset(DatasetKind.File, address.Display, HasHole: !address.IsConstant), operation), operation.Location, ImmutableArray<string>.Empty)]
            : [];
    }

    private static IEnumerable<ReadFacts> InStatement(DataOperation operation, SqlStatement statement, HostText text, Stage stage, StageNames names)
    {
        var lineage = StatementLineage.Of(operation, stage.Context);
        var columns = lineage.Columns.SelectMany(column => column.Inputs).Concat(lineage.Indirect).Select(input => input.Source).Where(source => source.Table is not null).ToList();
        foreach (var source in statement.Sources)
        {
            var table = SqlReading.DatasetOf(source, text);
            yield return new ReadFacts(
                names.Of(table, operation),
                operation.Clause(source.Span),
                columns.Where(column => column.Table!.Text == source.Text).Select(column => column.Name).ToImmutableArray());
        }
    }
}
