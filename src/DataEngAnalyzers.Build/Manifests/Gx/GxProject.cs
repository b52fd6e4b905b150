using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Gx;

/// <summary>Reads the suites of Great Expectations' projects, and which tables they are run on.</summary>
internal static class GxProject
{
    private const string ProjectFile = "great_expectations.yml";

    public static IReadOnlyList<FileFacts> Read(IReadOnlyList<ManifestInput> inputs)
    {
        var suites = inputs.Where(IsSuite).Select(input => input.Read(SuiteReader.Read)).ToList();
        foreach (var project in inputs.Where(input => input.Name == ProjectFile))
        {
            var runs = inputs.Where(input => RelativePath.IsBelow(input.Path, project.Folder) && input.Name != ProjectFile && !IsSuite(input));
            var tables = SuiteTables.Read(Parse(project), runs.Select(Parse).OfType<Node>());
            foreach (var suite in suites.Where(suite => RelativePath.IsBelow(suite.Path, project.Folder)))
                Link(suite, tables);
        }

        return suites;
    }

    private static bool IsSuite(ManifestInput input) =>
        input.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !HasFolder(input, "validation_definitions") && !HasFolder(input, "checkpoints");

    private static bool HasFolder(ManifestInput input, string name) => input.Folder == name || input.Folder.EndsWith("/" + name, StringComparison.Ordinal);

    private static void Link(FileFacts suite, SuiteTables tables)
    {
        for (var index = 0; index < suite.Datasets.Count; index++)
        {
            if (tables.Of(suite.Datasets[index].Name) is not { } table)
                continue;
            suite.Datasets[index] = suite.Datasets[index] with { Name = table };
            suite.Datasets[index].Details.With("linked", true);
        }
    }

    // A file that only ties suites to tables: if it is broken, they are tied by their names.
    private static Node? Parse(ManifestInput input)
    {
        try
        {
            var text = input.ReadText();
            return input.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonNodes.Read(text) : YamlText.Read(text);
        }
        catch (ManifestException)
        {
            return null;
        }
    }
}
