using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>Reads the files of dbt's projects: what people declare, and what dbt made of it.</summary>
internal static class DbtProject
{
    private const string ProjectFile = "dbt_project.yml";

    private const string ProfilesFile = "profiles.yml";

    private const string ManifestFile = "manifest.json";

    /// <param name="inputs">Files that may be dbt's. They are if a project file lies in a folder above them.</param>
    public static IReadOnlyList<FileFacts> Read(IReadOnlyList<ManifestInput> inputs)
    {
        // A project within another one is the nearest of its files.
        var projects = inputs.Where(input => input.Name == ProjectFile).OrderByDescending(project => project.Path.Length).ThenBy(project => project.Path, StringComparer.Ordinal).ToList();
        var profiles = inputs.Where(input => input.Name == ProfilesFile).ToList();
        var files = inputs.Where(input => input.Name is not (ProjectFile or ProfilesFile)).ToLookup(input => projects.Find(project => RelativePath.IsBelow(input.Path, project.Folder)));
        return [.. projects.SelectMany(project => ReadProject(project, [.. files[project]], profiles))];
    }

    private static List<FileFacts> ReadProject(ManifestInput project, IReadOnlyList<ManifestInput> files, IEnumerable<ManifestInput> profiles)
    {
        var manifest = files.FirstOrDefault(file => file.Name == ManifestFile) is { } compiled ? ReadManifest(compiled) : null;
        var adapter = manifest is { Adapter.Length: > 0 } ? manifest.Adapter : AdapterOf(project, profiles);
        var declared = files.Where(file => file.Name != ManifestFile).Select(file => file.Read((path, text) => PropertyReader.Read(path, text, adapter))).ToList();
        if (manifest is null)
            return declared;
        DeclaredDatasets.Complete(declared, manifest, project.Folder);
        return [.. declared, manifest.Facts];
    }

    private static DbtManifest ReadManifest(ManifestInput input)
    {
        try
        {
            using var stream = input.Open();
            return ManifestReader.Read(input.Path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var facts = new FileFacts(input.Path, Tools.Dbt);
            facts.Problems.Add(new Problem(Spot.Start, $"this file cannot be opened ({error.Message.TrimEnd('.')}), so it says nothing"));
            return new DbtManifest(facts);
        }
    }

    // The project names its profile, whose outputs name what they run on: known when all say the same.
    private static string AdapterOf(ManifestInput project, IEnumerable<ManifestInput> profiles)
    {
        if (Read(project)?.Text("profile") is not { } profile)
            return string.Empty;
        var adapters = profiles.SelectMany(file => Read(file)?.Member(profile)?.Map("outputs") ?? []).Select(output => output.Value.Text("type")).Distinct(StringComparer.Ordinal).ToList();
        return adapters.Count == 1 ? DbtText.Literal(adapters[0]) : string.Empty;
    }

    private static Node? Read(ManifestInput input)
    {
        try
        {
            return YamlText.Read(input.ReadText());
        }
        catch (ManifestException)
        {
            // Nothing depends on it but what a few types are.
            return null;
        }
    }
}
