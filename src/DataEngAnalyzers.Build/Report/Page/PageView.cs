using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>What the template shows, in its order.</summary>
internal sealed class PageView
{
    private readonly Dictionary<string, string> _stageNames;
    private readonly Dictionary<string, string> _datasetNames;

    public PageView(Assessment assessment, Links links)
    {
        _stageNames = assessment.Stages.ToDictionary(stage => stage.Id, stage => Wording.Short(stage.Name), StringComparer.Ordinal);
        _datasetNames = assessment.Datasets.ToDictionary(dataset => dataset.Id, Naming.Label, StringComparer.Ordinal);

        var verdict = assessment.Verdict;
        VerdictClass = verdict.Result;
        VerdictWord = Wording.VerdictWord(verdict);
        VerdictText = Wording.Verdict(verdict);
        Tiles = Wording.Severities.Select(severity => new CountView(severity.ToString(), verdict.Counts.Of(severity), severity.ToString().ToLowerInvariant())).ToList();
        Stats = [new("projects", verdict.Projects), new("stages", verdict.Stages), new("datasets", verdict.Datasets), new("suppressed", verdict.Suppressed)];
        Graph = GraphView.Of(assessment);
        AreaNames = Sorted(assessment.Findings.Select(finding => finding.Area));
        ProjectNames = Sorted(assessment.Findings.SelectMany(finding => finding.Projects));
        DatasetNames = Sorted(assessment.Findings.SelectMany(finding => finding.Datasets)).Select(id => new NameView(id, _datasetNames[id])).ToList();
        FindingCount = Wording.Count(assessment.Findings.Count, "finding");

        var findings = assessment.Findings.Select(finding => new FindingView(finding, links)).ToList();
        Groups = findings.GroupBy(finding => finding.Severity).Select(group => new GroupView(group.Key, group.First().Class, group.Count(), group.ToList())).ToList();
        var byId = findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        Sections = new[] { Section.Quality, Section.Lineage, Section.Schema, Section.Efficiency }.Select(section => new SectionView(
            section,
            section.Of(assessment).Select(finding => byId[finding.Id]).ToList(),
            section == Section.Lineage ? assessment.Gaps.Select(gap => GapOf(gap, links)).ToList() : [])).ToList();
        Stages = assessment.Stages.Select(stage => new StageView(stage, links)).ToList();
        Datasets = assessment.Datasets.Select((dataset, index) => (dataset, index)).Where(pair => !pair.dataset.Local).Select(pair => DatasetOf(pair.dataset, Naming.DatasetNode(pair.index))).ToList();
        Notes = assessment.Notes.Select(note => new NoteView(note.Text, links.To(note.Place))).ToList();
        Contents =
        [
            new("verdict", "Verdict", 0), new("lineage", "Lineage", 0), new("findings", "Findings", findings.Count),
            .. Sections.Select(section => new ContentView(section.Id, section.Title, section.Rows.Count + section.Gaps.Count)),
            new("backfill", "Backfill readiness", Stages.Count(stage => stage.Obstacles.Count > 0)), new("datasets", "Datasets", Datasets.Count),
            .. Datasets.Count == 0 ? Array.Empty<ContentView>() : [new("files", "Files for other tools", 0)],
            .. Notes.Count == 0 ? Array.Empty<ContentView>() : [new("notes", "About this report", Notes.Count)],
        ];
        Product = assessment.Tool.Url;
        Version = assessment.Tool.Version;
    }

    public required string Policy { get; init; }

    public required string Style { get; init; }

    public required string Script { get; init; }

    public required string Data { get; init; }

    public string FilesLead { get; } = Wording.FilesLead;

    public string FilesCommand { get; } = Wording.FilesCommand;

    public string VerdictClass { get; }

    public string VerdictWord { get; }

    public string VerdictText { get; }

    public IReadOnlyList<CountView> Tiles { get; }

    public IReadOnlyList<CountView> Stats { get; }

    public IReadOnlyList<ContentView> Contents { get; }

    public GraphView Graph { get; }

    public IReadOnlyList<string> AreaNames { get; }

    public IReadOnlyList<string> ProjectNames { get; }

    public IReadOnlyList<NameView> DatasetNames { get; }

    public string FindingCount { get; }

    public IReadOnlyList<GroupView> Groups { get; }

    public IReadOnlyList<SectionView> Sections { get; }

    public IReadOnlyList<StageView> Stages { get; }

    public IReadOnlyList<DatasetView> Datasets { get; }

    public IReadOnlyList<NoteView> Notes { get; }

    public string Product { get; }

    public string Version { get; }

    private DatasetView DatasetOf(Dataset dataset, string node) => new(
        dataset.Id,
        node,
        dataset.Name,
        dataset.Namespace,
        Words(dataset.Writers.Select(writer => _stageNames[writer.Stage])),
        Words(dataset.Readers.Select(reader => _stageNames[reader.Stage])),
        Words(dataset.Key),
        Words(dataset.Writers.Select(writer => Wording.Mode(writer.Mode))),
        Wording.Validation(dataset.Writers.Select(writer => writer.Validated).ToList()),
        Wording.Validation(dataset.Readers.Select(reader => reader.Validated).ToList()),
        Words(dataset.Contract));

    private GapView GapOf(Gap gap, Links links) =>
        new(_stageNames[gap.Stage], gap.Dataset is null ? string.Empty : _datasetNames[gap.Dataset], gap.Column ?? string.Empty, gap.Text, links.To(gap.Place));

    private static string Words(IEnumerable<string> words) => Wording.Join(words.Distinct(StringComparer.Ordinal).DefaultIfEmpty("–"));

    private static List<string> Sorted(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToList();
}
