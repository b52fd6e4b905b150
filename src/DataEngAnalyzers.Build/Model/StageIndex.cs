using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Finds the stages and datasets that a finding is about.</summary>
internal sealed class StageIndex
{
    private readonly ILookup<(string Project, string Symbol), KnownStage> _bySymbol;
    private readonly ILookup<(string File, int Line), KnownStage> _byPlace;
    private readonly ILookup<string, string> _datasetsByStage;
    private readonly ILookup<string, string> _datasetsByProject;

    public StageIndex(IReadOnlyList<KnownStage> stages)
    {
        _bySymbol = stages.ToLookup(stage => (stage.Facts.Project, stage.Facts.Symbol));
        _byPlace = stages.SelectMany(stage => stage.Facts.Sites.Select(site => (site, stage))).ToLookup(pair => (pair.site.File, pair.site.Line), pair => pair.stage);
        _datasetsByStage = stages.SelectMany(stage => DatasetsOf(stage.Facts).Select(dataset => (stage.Id, dataset))).Distinct().ToLookup(pair => pair.Id, pair => pair.dataset, StringComparer.Ordinal);
        _datasetsByProject = stages.SelectMany(stage => DatasetsOf(stage.Facts).Select(dataset => (stage.Facts.Project, dataset))).Distinct().ToLookup(pair => pair.Project, pair => pair.dataset, StringComparer.Ordinal);
    }

    /// <summary>Stages whose method the finding is in, or one of whose places it stands on.</summary>
    public IReadOnlyList<string> StagesOf(SarifResult result, IEnumerable<string> projects)
    {
        var stages = new SortedSet<string>(StringComparer.Ordinal);
        if (result[PropertyKeys.Symbol] is { } symbol)
            stages.UnionWith(projects.SelectMany(project => _bySymbol[(project, symbol)]).Select(stage => stage.Id));
        if (result.Place is { } place)
            stages.UnionWith(_byPlace[(place.File, place.Line)].Select(stage => stage.Id));
        return stages.ToList();
    }

    /// <summary>Datasets that the code may mean by a name: those of the stages, or of the projects where no stage is known.</summary>
    public IReadOnlyList<string> DatasetsOf(string? name, IReadOnlyList<string> stages, IEnumerable<string> projects)
    {
        if (name is null)
            return [];
        var candidates = stages.Count > 0 ? stages.SelectMany(stage => _datasetsByStage[stage]) : projects.SelectMany(project => _datasetsByProject[project]);
        return candidates.Where(dataset => IsNamed(dataset, name)).Distinct(StringComparer.Ordinal).OrderBy(dataset => dataset, StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<string> DatasetsOf(StageFacts stage) =>
        stage.Inputs.Select(input => input.Dataset.Id).Concat(stage.Outputs.Select(output => output.Dataset.Id));

    // Code may leave out database and schema, or a file's folder.
    private static bool IsNamed(string dataset, string name) =>
        dataset.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && dataset.Length > name.Length
        && dataset[dataset.Length - name.Length - 1] is '.' or '/';
}
