using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>What emitters know of the code: its stages, and the tables that they write.</summary>
internal sealed class CodeFacts
{
    /// <param name="stages">All of them.</param>
    /// <param name="root">Root of the sources.</param>
    public CodeFacts(IReadOnlyList<KnownStage> stages, string root)
    {
        Root = root;
        Stages = stages;
        Tables = TableContracts.Of(stages);
    }

    /// <summary>Where the paths of programs start.</summary>
    public string Root { get; }

    public IReadOnlyList<KnownStage> Stages { get; }

    /// <summary>In the order of namespace and name.</summary>
    public IReadOnlyList<TableContract> Tables { get; }

    /// <summary>The deepest folder, from the root of the sources, that holds all stages.</summary>
    public string Folder()
    {
        string[]? common = null;
        foreach (var file in Stages.Select(stage => stage.Facts.Place?.File).OfType<string>())
        {
            var folders = file.Split('/').Reverse().Skip(1).Reverse().ToArray();
            common = common is null ? folders : common.Zip(folders, (one, other) => (one, other)).TakeWhile(pair => pair.one == pair.other).Select(pair => pair.one).ToArray();
        }

        return string.Join("/", common ?? []);
    }
}
