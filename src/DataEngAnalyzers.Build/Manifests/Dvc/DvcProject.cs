using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>Reads DVC's files: pipelines with their locks and values, and tracked data.</summary>
internal sealed class DvcProject
{
    private const string Pipeline = "dvc.yaml";
    private const string Lock = "dvc.lock";
    private const string Tracked = ".dvc";

    private readonly Dictionary<string, ManifestInput> _inputs;
    private readonly Dictionary<string, Node?> _read = new(StringComparer.Ordinal);
    private readonly List<FileFacts> _broken = [];

    private DvcProject(IEnumerable<ManifestInput> inputs) =>
        _inputs = inputs.ToDictionary(input => input.Path, StringComparer.Ordinal);

    public static IReadOnlyList<FileFacts> Read(IReadOnlyList<ManifestInput> inputs)
    {
        var project = new DvcProject(inputs);
        return
        [
            .. inputs.Where(input => input.Name == Pipeline).Select(input => input.Read((path, text) => PipelineReader.Read(path, text, project.Find, project.LockedOf(input)))),
            .. inputs.Where(input => input.Name.EndsWith(Tracked, StringComparison.Ordinal)).Select(input => input.Read(TrackedFileReader.Read)),
            .. project._broken,
        ];
    }

    private Dictionary<string, string> LockedOf(ManifestInput pipeline)
    {
        var locked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stage in Find(RelativePath.Combine(pipeline.Folder, Lock))?.Map("stages") ?? [])
        {
            if (stage.Value.Member("cmd") is { } command)
                locked[stage.Key] = PipelineReader.CommandOf(command);
        }

        return locked;
    }

    private Node? Find(string path)
    {
        if (!_read.TryGetValue(path, out var node) && _inputs.TryGetValue(path, out var input))
            _read.Add(path, node = Read(input));
        return node;
    }

    private Node? Read(ManifestInput input)
    {
        try
        {
            var text = input.ReadText();
            return input.Name.EndsWith(".json", StringComparison.Ordinal) ? JsonNodes.Read(text) : YamlText.Read(text);
        }
        catch (ManifestException error)
        {
            var facts = new FileFacts(input.Path, Tools.Dvc);
            facts.Problems.Add(error.ToProblem());
            _broken.Add(facts);
            return null;
        }
    }
}
