using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>What the page's script knows; JSON in the page, member by member.</summary>
internal sealed class PageData
{
    public PageData(Assessment assessment)
    {
        Datasets = assessment.Datasets.Select(dataset => new DatasetData(
            dataset.Id, Naming.Label(dataset), dataset.Kind, dataset.Local ? "one stage's own" : dataset.Namespace, dataset.Key, dataset.Contract, dataset.Columns,
            dataset.Writers.Select(writer => writer with { Mode = Wording.Mode(writer.Mode) }).ToList(), dataset.Readers, dataset.Findings)).ToList();
        Stages = assessment.Stages.Select(stage => new StageData(
            stage.Id, Wording.Short(stage.Name), stage.Name, stage.Project, stage.Host, stage.Runner, stage.Owner, Wording.Backfill(stage.Backfill),
            stage.Inputs.Select(input => input.Dataset).Distinct().ToList(), stage.Outputs.Select(output => new OutputData(output.Dataset, Wording.Mode(output.Mode))).ToList(), stage.Findings)).ToList();
        Lineage = assessment.ColumnLineage.Select(line => new LineageData(
            line.Stage, line.Dataset, line.Column, line.From.Select(origin => new OriginData(origin.Dataset, origin.Column, origin.Type, origin.Subtype)).ToList(), line.Values)).ToList();
    }

    public IReadOnlyList<DatasetData> Datasets { get; }

    public IReadOnlyList<StageData> Stages { get; }

    public IReadOnlyList<LineageData> Lineage { get; }

    /// <summary>A dataset's details.</summary>
    internal sealed record DatasetData(
        string Id, string Label, string Kind, string Namespace, IReadOnlyList<string> Key, IReadOnlyList<string> Contract, IReadOnlyList<Column> Columns,
        IReadOnlyList<Writer> Writers, IReadOnlyList<Reader> Readers, IReadOnlyList<string> Findings);

    /// <summary>A stage's details.</summary>
    internal sealed record StageData(
        string Id, string Label, string Name, string Project, string Host, string? Runner, string? Owner, string Backfill,
        IReadOnlyList<string> Inputs, IReadOnlyList<OutputData> Outputs, IReadOnlyList<string> Findings);

    /// <summary>A dataset a stage writes.</summary>
    internal sealed record OutputData(string Dataset, string Mode);

    /// <summary>What goes into a column.</summary>
    internal sealed record LineageData(string Stage, string Dataset, string? Column, IReadOnlyList<OriginData> From, IReadOnlyList<string> Values);

    /// <summary>Where it comes from.</summary>
    internal sealed record OriginData(string? Dataset, string? Column, string Type, string? Subtype);
}
