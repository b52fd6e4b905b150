using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A <c>SELECT *</c> whose rows land somewhere by position.</summary>
/// <param name="Where">The star in its literal.</param>
/// <param name="Source">The table read.</param>
/// <param name="Write">The operation that lands the rows.</param>
internal sealed record StarUse(Location Where, string Source, DataOperation Write);

/// <summary>Finds <c>SELECT *</c> in front of sinks.</summary>
internal static class StarUses
{
    /// <summary>The stars of INSERT … SELECT *, and those of queries whose reader a bulk load without mappings takes.</summary>
    public static IEnumerable<StarUse> StarsIntoSinks(this Stage stage)
    {
        if (stage.Scope.Host is HostKind.Test or HostKind.Seed or HostKind.Migration)
            yield break;

        foreach (var write in stage.Writes)
        {
            if (write.Dataset is null or { IsTemporary: true })
                continue;
            if (write.Statement is { Kind: SqlStatementKind.Insert, Stars: [var star, ..] } insert)
            {
                if (!IsMadeHere(insert, stage))
                    yield return new StarUse(write.Clause(star), SourceOf(insert), write);
            }
            else if (write.Sink == Sink.Bulk && write.Call["rows"] is { } rows && !stage.Operations.Any(operation => operation.Api.Role == ApiRole.ColumnMap))
            {
                var made = stage.Context.Values.Resolve(rows).Operation;
                if (stage.Reads.FirstOrDefault(read => read.Call.Operation == made) is { Statement: { Stars: [var first, ..] } query } read)
                    yield return new StarUse(read.Clause(first), SourceOf(query), write);
            }
        }
    }

    private static string SourceOf(SqlStatement statement) => statement.Sources is [var source, ..] ? source.Text : "the source";

    // The author lists the columns of what he creates a few lines above.
    private static bool IsMadeHere(SqlStatement insert, Stage stage) => insert.Sources.All(source =>
        source.IsTemporary || stage.Operations.Any(operation => operation.Statement is { Kind: SqlStatementKind.CreateTable, Target: { } created } && created.Matches(source)));
}
