using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>Exposures for dbt: stages of C# that read what dbt knows, so that its lineage does not end before them.</summary>
internal static class DbtExposures
{
    public const string Path = "_dataeng__exposures.yml";

    private const string Team = "team:";

    private static readonly string[] Header =
    [
        "# The C# code that reads sources and models; DataEngAnalyzers writes this file (-p:DataEngEmit=dbt).",
        "# Edit what you like, for instance owner: an entry that is no longer as it was written stays as you leave it.",
    ];

    /// <summary>The file; <see langword="null"/> when no stage reads anything that dbt knows.</summary>
    /// <param name="reference">How models refer to a dataset; nothing when dbt does not know it.</param>
    public static EmittedFile? Write(CodeFacts code, Func<string, TableId, string?> reference)
    {
        var exposed = code.Stages
            .Select(stage => (Stage: stage, Reads: stage.Facts.Inputs
                .Select(input => TableId.Of(input.Dataset) is { } id ? reference(input.Dataset.Id, id) : null)
                .OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(read => read, StringComparer.Ordinal).ToList()))
            .Where(pair => pair.Reads.Count > 0)
            .ToList();
        if (exposed.Count == 0)
            return null;

        var names = UniqueNames.Of(exposed.Select(pair => pair.Stage.Id), id => TableId.Identifier(exposed.First(pair => pair.Stage.Id == id).Stage.Facts.Name));
        var lines = new List<string> { "version: 2", "exposures:" };
        foreach (var (stage, reads) in exposed.OrderBy(pair => names[pair.Stage.Id], StringComparer.Ordinal))
        {
            var owner = stage.Context.Owner is { } named ? named.StartsWith(Team, StringComparison.Ordinal) ? named.Substring(Team.Length) : named : stage.Facts.Project;
            var item = Yaml.Item("  ", new Dictionary<string, object>
            {
                ["name"] = names[stage.Id],
                ["label"] = stage.Facts.Name,
                ["type"] = "application",
                ["owner"] = new Dictionary<string, object> { ["name"] = owner },
                ["depends_on"] = reads,
            }).ToList();
            lines.Add("  " + MarkedText.Mark(names[stage.Id], item));
            lines.AddRange(item);
        }

        return new EmittedFile(Path, MarkedText.Write(Header, lines), MarkedMerge.Of);
    }
}
