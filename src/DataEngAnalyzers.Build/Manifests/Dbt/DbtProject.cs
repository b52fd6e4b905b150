using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>Reads the files of dbt's projects.</summary>
internal static class DbtProject
{
    private const string ProjectFile = "dbt_project.yml";

    /// <param name="inputs">Files that may be dbt's. A YAML file is if a project file lies in a folder above it.</param>
    public static IEnumerable<FileFacts> Read(IReadOnlyList<ManifestInput> inputs)
    {
        var projects = inputs.Where(input => input.Name == ProjectFile).Select(input => input.Folder).ToList();
        return inputs
            .Where(input => input.Name != ProjectFile && projects.Any(folder => RelativePath.IsBelow(input.Path, folder)))
            .Select(input => input.Read(PropertyReader.Read));
    }
}
