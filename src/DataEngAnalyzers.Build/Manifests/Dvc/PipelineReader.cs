using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>Reads the stages of a <c>dvc.yaml</c>: what each runs, depends on and leaves.</summary>
internal sealed class PipelineReader
{
    private const int MostValueFiles = 1_000;

    /// <summary>The file of values that is always read.</summary>
    public const string DefaultParameters = "params.yaml";

    private readonly FileFacts _facts;
    private readonly string _folder;
    private readonly Func<string, Node?> _find;
    private readonly IReadOnlyDictionary<string, string> _locked;

    private PipelineReader(FileFacts facts, Func<string, Node?> find, IReadOnlyDictionary<string, string> locked)
    {
        _facts = facts;
        _folder = RelativePath.FolderOf(facts.Path);
        _find = find;
        _locked = locked;
    }

    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="find">Finds another file of values by its path.</param>
    /// <param name="locked">The commands that <c>dvc.lock</c> remembers, by stage.</param>
    public static FileFacts Read(string path, string text, Func<string, Node?> find, IReadOnlyDictionary<string, string> locked)
    {
        var facts = new FileFacts(path, Tools.Dvc);
        try
        {
            if (YamlText.Read(text) is { Kind: NodeKind.Map } root)
                new PipelineReader(facts, find, locked).ReadStages(root);
        }
        catch (ManifestException error)
        {
            facts.Problems.Add(error.ToProblem());
        }

        return facts;
    }

    /// <summary>A command as one text, a line a command.</summary>
    public static string CommandOf(Node? command) => command is null ? string.Empty : command.AsText() ?? string.Join("\n", command.Items.Select(item => item.Value));

    private void ReadStages(Node root)
    {
        var defaults = _find(RelativePath.Combine(_folder, DefaultParameters));
        var scope = new Scope([.. Variables(root), .. defaults is null ? [] : (Node[])[defaults]]);
        foreach (var stage in root.Map("stages"))
            StageSchema.Check(stage, _facts.Problems);
        var count = 0;
        foreach (var stage in root.Map("stages").SelectMany(stage => RunnableStage.Expand(stage, scope).Select(runnable => (stage.Spot, Runnable: runnable))))
        {
            if (stage.Runnable.Body.Kind != NodeKind.Map)
                continue;
            var fact = ReadStage(stage.Runnable, stage.Spot);
            _facts.Stages.Add(fact);
            count += 1 + fact.Paths.Count + fact.Parameters.Count;
            if (count > Limits.Facts)
                return;
        }
    }

    // A map of values, or the path of a file of them, of which keys may be named behind a colon.
    private IEnumerable<Node> Variables(Node owner)
    {
        foreach (var item in owner.List("vars").Take(MostValueFiles))
        {
            if (item.Kind == NodeKind.Map)
                yield return item;
            else if (item.AsText() is { } file && _find(RelativePath.Combine(_folder, file.Split(':')[0])) is { } values)
                yield return values;
        }
    }

    private StageFact ReadStage(RunnableStage runnable, Spot spot)
    {
        var body = runnable.Body;
        var scope = runnable.Scope.With(Variables(body));
        var command = CommandOf(body.Member("cmd"));
        var resolved = scope.Resolve(command);
        var locked = _locked.TryGetValue(runnable.Name, out var known) && resolved is not null && known != resolved ? known : null;
        var folder = body.Text("wdir") is { } relative ? scope.Resolve(relative) : ".";
        var stage = new StageFact(spot, runnable.Name, resolved ?? command, RelativePath.Combine(_folder, folder ?? "."));
        var paths = new PathReader(stage, scope);
        if (folder is null)
            paths.HasHoles = true;
        else
            paths.Read(body);
        stage.Details
            .With("frozen", body.Flag("frozen") == true)
            .With("always", body.Flag("always_changed") == true)
            .With("holes", paths.HasHoles)
            .With("lockcmd", locked)
            .With("keys", body.Entries.Count > 0 ? Number(body.Entries[0].Spot.Column) : null);
        AddList("deps", body, stage.Details);
        AddList("outs", body, stage.Details);
        return stage;
    }

    // Where another entry of a list goes.
    private static void AddList(string name, Node body, Details details)
    {
        if (body.Member(name) is { Kind: NodeKind.List, Items.Count: > 0 } list)
            details.With(name + "_flow", list.IsFlow).With(name + "_end", Number(list.LastLine)).With("indent", list.IsFlow ? null : Number(list.Spot.Column));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
