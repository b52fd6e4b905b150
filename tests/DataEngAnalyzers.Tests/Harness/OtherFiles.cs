using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Files of other tools, compiled by the very readers that the build uses.</summary>
internal static class OtherFiles
{
    /// <summary>The facts file of some files; whose each is, its path says.</summary>
    public static string Compile(IReadOnlyCollection<(string Path, string Text)> files) => FactsWriter.Write(ManifestSet.Read(files
        .Append(("dbt_project.yml", "name: page\n"))
        .Select(file => new ManifestInput(file.Item1, ToolOf(file.Item1), () => new MemoryStream(Encoding.UTF8.GetBytes(file.Item2))))));

    private static string ToolOf(string path) => Path.GetExtension(path) switch
    {
        ".py" => "alembic",
        ".json" => "gx",
        _ => Path.GetFileName(path).StartsWith("dvc", System.StringComparison.Ordinal) ? "dvc" : "dbt",
    };
}
