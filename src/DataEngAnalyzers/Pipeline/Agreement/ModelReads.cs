using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What is wrong with reading a model of dbt.</summary>
internal enum ModelFlaw
{
    /// <summary>Its contract has no such column.</summary>
    NoColumn,

    /// <summary>It is kept to its own group.</summary>
    Private,

    /// <summary>It goes on a day that is set.</summary>
    Deprecated,
}

/// <summary>A model of dbt that the code reads and should not, or not so.</summary>
/// <param name="Read">The query.</param>
/// <param name="Table">The table as the query names it.</param>
/// <param name="Model">The model.</param>
/// <param name="Flaw">What is wrong.</param>
/// <param name="Detail">The column, or the day.</param>
/// <param name="Where">Where the query names it.</param>
internal sealed record ModelRead(DataOperation Read, Dataset Table, DeclaredDataset Model, ModelFlaw Flaw, string Detail, Location Where);

/// <summary>Holds queries against what dbt says of its models: a table of dbt is an interface as far as dbt makes it one.</summary>
internal static class ModelReads
{
    public static IEnumerable<ModelRead> ReadsOfModels(this Stage stage)
    {
        if (stage.Context.Manifests.IsEmpty || stage.Scope.Host is HostKind.Test or HostKind.Migration or HostKind.Seed)
            yield break;
        foreach (var read in stage.Operations)
        {
            if (read is not { Statement: { Sources.IsEmpty: false } statement, Text: { } text })
                continue;
            foreach (var name in statement.Sources.Where(name => name is { HasHole: false, IsTemporary: false }))
            {
                var table = SqlReading.DatasetOf(name, text);
                if (stage.Context.Manifests.MayHold(table, DatasetRole.DbtSource) || stage.Context.Manifests.Find(table, DatasetRole.DbtModel) is not { } model)
                    continue;
                foreach (var found in Of(read, name, table, model, stage.Context))
                    yield return found;
            }
        }
    }

    private static IEnumerable<ModelRead> Of(DataOperation read, SqlName name, Dataset table, DeclaredDataset model, PipelineContext context)
    {
        if (model.Values.Is("access", "private"))
            yield return new ModelRead(read, table, model, ModelFlaw.Private, string.Empty, read.Clause(name.Span));
        else if (model.Values["deprecation"] is { } day)
            yield return new ModelRead(read, table, model, ModelFlaw.Deprecated, day, read.Clause(name.Span));

        if (!model.Values.Is("enforced") || model.Columns.IsEmpty)
            yield break;
        foreach (var use in ColumnUses.Of(read, name, context).Where(use => model.Column(use.Name) is null).GroupBy(use => use.Name, System.StringComparer.OrdinalIgnoreCase).Select(same => same.First()))
            yield return new ModelRead(read, table, model, ModelFlaw.NoColumn, use.Name, use.Span is { } span ? read.Clause(span) : read.StatementPlace);
    }
}
