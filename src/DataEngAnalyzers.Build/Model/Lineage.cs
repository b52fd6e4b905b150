using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>What goes into each column, and what is not known about it.</summary>
internal static class Lineage
{
    /// <param name="datasets">How each column is spelled, as code may spell it otherwise.</param>
    public static IReadOnlyList<ColumnLineage> Columns(IReadOnlyList<KnownStage> stages, IReadOnlyList<Dataset> datasets)
    {
        var spelling = datasets.ToDictionary(
            dataset => dataset.Id,
            dataset => dataset.Columns.ToDictionary(column => column.Name, column => column.Name, StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal);
        string? Spelled(string? dataset, string? column) =>
            dataset is not null && column is not null && spelling[dataset].TryGetValue(column, out var name) ? name : column;

        return stages.SelectMany(stage => Ordered(stage).SelectMany(output => Columns(stage, output)))
            .Select(columns => columns with
            {
                Column = Spelled(columns.Dataset, columns.Column),
                From = columns.From.Select(origin => origin with { Column = Spelled(origin.Dataset, origin.Column) }).ToList(),
            })
            .ToList();
    }

    public static IReadOnlyList<Gap> Gaps(IReadOnlyList<KnownStage> stages) => stages.SelectMany(Gaps).Distinct().ToList();

    private static IEnumerable<ColumnLineage> Columns(KnownStage stage, OutputFacts output)
    {
        if (output.From.Count > 0)
            yield return new ColumnLineage(stage.Id, output.Dataset.Id, null, Origins(output.From, stage.Context), []);
        foreach (var column in output.Columns.Where(column => column.From.Count > 0 || column.Values.Count > 0))
            yield return new ColumnLineage(stage.Id, output.Dataset.Id, column.Name, Origins(column.From, stage.Context), column.Values);
    }

    private static List<ColumnOrigin> Origins(IReadOnlyList<Origin> origins, RunContext context) => origins
        .Select(origin => new ColumnOrigin(origin.Dataset?.Id, origin.Column, origin.Type, origin.Subtype, origin.Via, Places.Of(origin.At, context)))
        .ToList();

    private static IEnumerable<Gap> Gaps(KnownStage stage)
    {
        foreach (var text in stage.Facts.Gaps)
            yield return new Gap(stage.Id, null, null, text, Places.Of(stage.Facts.Place, stage.Context));

        foreach (var output in Ordered(stage))
        {
            var place = Places.Of(output.At.Count > 0 ? output.At[0] : stage.Facts.Place, stage.Context);
            foreach (var text in output.Gaps)
                yield return new Gap(stage.Id, output.Dataset.Id, null, text, place);
            foreach (var column in output.Columns)
            {
                foreach (var text in column.Gaps)
                    yield return new Gap(stage.Id, output.Dataset.Id, column.Name, text, place);
                if (column.From.Count == 0 && column.Values.Count == 0 && column.Gaps.Count == 0)
                    yield return new Gap(stage.Id, output.Dataset.Id, column.Name, "the code does not show where its value comes from", place);
            }
        }
    }

    private static IEnumerable<OutputFacts> Ordered(KnownStage stage) =>
        stage.Facts.Outputs.OrderBy(output => output.Dataset.Id, StringComparer.Ordinal).ThenBy(output => output.Mode, StringComparer.Ordinal);
}
