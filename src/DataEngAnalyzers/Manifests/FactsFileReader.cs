using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Manifests;

/// <summary>
/// Reads the facts file that the build compiles from the files of other tools, in one pass. Lines of unknown kinds and surplus fields are
/// a newer writer's; what names a file or a dataset that is not there does not count.
/// </summary>
internal sealed class FactsFileReader
{
    /// <summary>The first line of every facts file that this reader understands.</summary>
    public const string Header = "dataeng-facts\t1";

    private const int MostLines = 1_000_000;
    private const int LongestLine = 60 * 1024;
    private const string OpaqueStatement = "execute(opaque)";

    private readonly string? _folder;
    private readonly Dictionary<int, ManifestFile> _files = new();
    private readonly Dictionary<string, DatasetDraft> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StageDraft> _stages = new(StringComparer.Ordinal);
    private readonly List<(ManifestFile File, string Type, ImmutableArray<SampleValue>.Builder Values)> _samples = new();
    private readonly ImmutableArray<ManifestProblem>.Builder _problems = ImmutableArray.CreateBuilder<ManifestProblem>();
    private readonly ImmutableArray<TreeFlaw>.Builder _flaws = ImmutableArray.CreateBuilder<TreeFlaw>();
    private readonly ImmutableArray<RevisionStep>.Builder _steps = ImmutableArray.CreateBuilder<RevisionStep>();
    private readonly ImmutableArray<JqStep>.Builder _jq = ImmutableArray.CreateBuilder<JqStep>();

    private FactsFileReader(string? folder) => _folder = folder;

    /// <summary>Reads the whole file; never throws on what it contains.</summary>
    /// <param name="text">The file.</param>
    /// <param name="folder">The folder that its paths start from; <see langword="null"/> when nobody knows.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ManifestFacts Read(SourceText text, string? folder, CancellationToken cancellation)
    {
        if (text.Lines.Count == 0 || !IsHeader(text.ToString(text.Lines[0].Span)))
            return ManifestFacts.None;

        var reader = new FactsFileReader(folder);
        var lines = Math.Min(text.Lines.Count, MostLines);
        for (var number = 1; number < lines; number++)
        {
            if (number % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            var span = text.Lines[number].Span;
            if (span.Length is > 0 and <= LongestLine)
                reader.Read(FactsLine.Of(text.ToString(span)));
        }

        return reader.Facts();
    }

    private static bool IsHeader(string line) => line.TrimStart('\uFEFF') is var first && (first == Header || first.StartsWith(Header + "\t", StringComparison.Ordinal));

    private void Read(FactsLine line)
    {
        switch (line.Kind)
        {
            case "file":
                _files[line.Number(1)] = new ManifestFile(ManifestPaths.Join(_folder, line[2]), line[2], line.Word(3, FactsWords.Tools));
                break;
            case "problem":
                _problems.Add(new ManifestProblem(PlaceOf(line, 1), line[4]));
                break;
            case "dataset":
                _datasets[line[1]] = new DatasetDraft(line, PlaceOf(line, 2));
                break;
            case "column" or "check" or "removed" when _datasets.TryGetValue(line[1], out var dataset):
                dataset.Add(line, _files);
                break;
            case "stage":
                _stages[line[1]] = new StageDraft(line, PlaceOf(line, 2));
                break;
            case "path" or "param" when _stages.TryGetValue(line[1], out var stage):
                stage.Add(line);
                break;
            case "tree":
                _flaws.Add(new TreeFlaw(line.Word(4, FactsWords.TreeFlaws), line[5], line[6], PlaceOf(line, 1)));
                break;
            case "op":
                _steps.Add(StepOf(line));
                break;
            case "jq":
                _jq.Add(new JqStep(line[4], line.Optional(5), line.Optional(6), PlaceOf(line, 1)));
                break;
            case "sample":
                _samples.Add((FileOf(line, 1), line[2], ImmutableArray.CreateBuilder<SampleValue>()));
                break;
            case "value" when _samples.Count > 0:
                _samples[_samples.Count - 1].Values.Add(new SampleValue(line[4], line.Word(5, FactsWords.JsonKinds), PlaceOf(line, 1)));
                break;
        }
    }

    private RevisionStep StepOf(FactsLine line) => new(
        line[4] == OpaqueStatement ? RevisionStepKind.Execute : line.Word(4, FactsWords.Steps), line.Optional(6), line[9], PlaceOf(line, 1))
    {
        Schema = line.Optional(5),
        Column = line.Optional(7),
        Values = ManifestValues.Of(line[8]),
    };

    private ManifestFile FileOf(FactsLine line, int field) => _files.TryGetValue(line.Number(field), out var file) ? file : ManifestFile.Missing;

    private ManifestPlace PlaceOf(FactsLine line, int field) => new(FileOf(line, field), line.Number(field + 1), line.Number(field + 2));

    private ManifestFacts Facts() => new()
    {
        Files = _files.OrderBy(file => file.Key).Select(file => file.Value).ToImmutableArray(),
        Problems = _problems.ToImmutable(),
        Datasets = _datasets.Values.Select(draft => draft.Dataset()).Where(dataset => dataset.Name.Length > 0).ToImmutableArray(),
        Stages = _stages.Values.Select(draft => draft.Stage()).ToImmutableArray(),
        TreeFlaws = _flaws.ToImmutable(),
        RevisionSteps = _steps.ToImmutable(),
        JqSteps = _jq.ToImmutable(),
        Samples = _samples.Select(sample => new PayloadSample(sample.File, sample.Type, sample.Values.ToImmutable())).ToImmutableArray(),
    };
}
