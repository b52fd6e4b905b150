using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>The union of all runs, in whatever order they come, as one assessment.</summary>
internal sealed class AssessmentBuilder
{
    private const string FormatVersion = "1";

    private readonly Namespaces _namespaces;
    private readonly FindingUnion _findings = new();
    private readonly StageUnion _stages = new();
    private readonly HashSet<Note> _notes = [];
    private readonly HashSet<string> _projects = new(StringComparer.Ordinal);
    private Severity _failOn = Severity.None;

    public AssessmentBuilder(Namespaces namespaces) => _namespaces = namespaces;

    /// <summary>The stages of all runs so far.</summary>
    public IReadOnlyList<KnownStage> KnownStages => _stages.ToSorted();

    public void Add(SarifRun run)
    {
        var failOn = Severities.Parse(run.Context.FailOn);
        if (failOn != Severity.None && (failOn > _failOn || _failOn == Severity.None))
            _failOn = failOn;
        if (run.Context.Project is { } project)
            _projects.Add(project);

        foreach (var result in run.Results)
        {
            if (result.Rule == SarifReader.FactsRule)
                AddStage(result, run.Context);
            else if (Severities.Parse(result[PropertyKeys.Severity]) is var severity and not Severity.None)
                _findings.Add(result, severity, run, isBlocking: failOn != Severity.None && severity <= failOn);
            else if (!result.Suppressed)
                _notes.Add(new Note($"{result.Rule}: {result.Message}", Places.Of(result.Place, run.Context)));
        }
    }

    /// <summary>Says something about the report itself.</summary>
    public void AddNote(string text) => _notes.Add(new Note(text, null));

    public Assessment Build()
    {
        var stages = KnownStages;
        var index = new StageIndex(stages);
        var findings = _findings.ToSorted(index);
        var datasets = Datasets.Of(stages, findings);
        var counts = new Counts(Count(findings, Severity.Critical), Count(findings, Severity.High), Count(findings, Severity.Medium), Count(findings, Severity.Low));
        var blocking = findings.Count(finding => finding.Blocking);
        var result = _failOn == Severity.None ? "noGate" : blocking == 0 ? "passed" : "failed";
        var byStage = findings.SelectMany(finding => finding.Stages.Select(stage => (stage, finding))).ToLookup(pair => pair.stage, pair => pair.finding, StringComparer.Ordinal);

        return new Assessment(
            FormatVersion,
            new Tool(SarifWriter.ToolName, Product.Version, Product.Url),
            new Verdict(_failOn, result, blocking, counts, _findings.Suppressed, _projects.Count, stages.Count, datasets.Count),
            findings,
            stages.Select(stage => Stages.Of(stage, byStage[stage.Id].ToList())).ToList(),
            datasets,
            Lineage.Columns(stages, datasets),
            Lineage.Gaps(stages),
            _notes.OrderBy(note => note.Place?.File, StringComparer.Ordinal).ThenBy(note => note.Place?.Line).ThenBy(note => note.Text, StringComparer.Ordinal).ToList());
    }

    private void AddStage(SarifResult result, RunContext context)
    {
        if (FactsReader.Read(result, _namespaces) is { } facts)
            _stages.Add(facts, context, result[PropertyKeys.Facts]!);
        else
            _notes.Add(new Note("The facts of this stage are of a version that is not known here", Places.Of(result.Place, context)));
    }

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(finding => finding.Severity == severity);
}
