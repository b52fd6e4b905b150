using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A run of dbt that builds tables from scratch.</summary>
/// <param name="Start">What starts it.</param>
/// <param name="Models">What is built, as the command selects it; <see langword="null"/> for all.</param>
internal sealed record DbtRebuild(DataOperation Start, Dataset? Models);

/// <summary>Finds runs of dbt that always build incremental tables from scratch; what a condition asks for is asked for.</summary>
internal static class DbtRebuilds
{
    public static IEnumerable<DbtRebuild> RebuildsByDbt(this Stage stage) => stage.Tooling()
        .Where(run => run.Start.Around is { IsConditional: false, InHandler: false } && string.Equals(run.Tool, "dbt", StringComparison.OrdinalIgnoreCase) && run.Command is ("run" or "build") && run.Has('f', "full-refresh"))
        .Select(run => new DbtRebuild(run.Start, SelectedBy(run)));

    private static Dataset? SelectedBy(ToolRun run) =>
        run.Arguments.SkipWhile(word => word.Text is not ("-s" or "--select" or "-m" or "--models")).Skip(1).FirstOrDefault() is { Holes.IsEmpty: true, Text: var models } ? new Dataset(DatasetKind.Table, models) : null;
}
