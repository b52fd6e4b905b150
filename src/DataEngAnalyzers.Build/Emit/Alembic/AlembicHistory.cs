using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Alembic;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Emit.Alembic;

/// <summary>What the revisions of a project make, and where the next one goes.</summary>
/// <param name="Head">The last revision; <see langword="null"/> when there is none yet.</param>
/// <param name="Folder">Where revisions lie, from the project's folder.</param>
/// <param name="Tables">As they are after the last revision.</param>
internal sealed record AlembicHistory(string? Head, string Folder, IReadOnlyList<DatasetFact> Tables)
{
    private const string Versions = "versions";
    private const int MostFiles = 20_000;

    private static readonly string[] Settings = ["alembic.ini", "pyproject.toml"];

    /// <param name="project">Folder of the project; it may not exist.</param>
    /// <param name="refusal">Why no revision can follow.</param>
    public static AlembicHistory? Read(string project, out string? refusal)
    {
        refusal = null;
        var inputs = Inputs(project);
        var locations = VersionLocations.Read(inputs);
        var files = inputs.Where(input => input.Name.EndsWith(".py", StringComparison.Ordinal) && locations.Of(input) is not null).ToList();
        if (files.Select(locations.Of).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            refusal = "Several environments have revisions, so nobody knows which one is meant";
            return null;
        }

        List<Revision> revisions;
        try
        {
            revisions = files.Select(file => RevisionReader.Read(file.Path, file.ReadText())).OfType<Revision>().ToList();
        }
        catch (ManifestException error)
        {
            refusal = $"A revision cannot be read, so nobody knows what to follow: {error.Message}";
            return null;
        }

        var followed = new HashSet<string>(revisions.SelectMany(revision => revision.Parents ?? []).Select(parent => parent.Id), StringComparer.Ordinal);
        var heads = revisions.Where(revision => !followed.Contains(revision.Id)).ToList();
        if (heads.Count > 1 || revisions.Any(revision => revision.Parents is null) || (heads.Count == 0 && revisions.Count > 0))
        {
            refusal = $"There is no single head to follow ({string.Join(", ", heads.Select(head => head.Id))}); merge the heads first";
            return null;
        }

        var facts = AlembicProject.Read(inputs);
        return new AlembicHistory(
            heads.Count == 0 ? null : heads[0].Id,
            heads.Count == 0 ? EmptyFolder(project, inputs) : RelativePath.FolderOf(heads[0].Path),
            facts.SelectMany(file => file.Datasets).Where(dataset => dataset.Role == Roles.AlembicTable).ToList());
    }

    // Without a revision, the folder that the settings' scripts keep them in.
    private static string EmptyFolder(string project, IReadOnlyList<ManifestInput> inputs)
    {
        try
        {
            if (inputs.FirstOrDefault(input => input.Name == "alembic.ini") is { } settings
                && IniText.Read(settings.ReadText(), "alembic").TryGetValue("script_location", out var script))
                return RelativePath.Combine(script.Trim().Replace("%(here)s/", string.Empty), Versions);
        }
        catch (ManifestException)
        {
            // It lies where it does by default.
        }

        return Directory.Exists(Path.Combine(project, "alembic")) ? "alembic/" + Versions : Versions;
    }

    private static List<ManifestInput> Inputs(string project)
    {
        if (!Directory.Exists(project))
            return [];
        var start = Path.GetFullPath(project).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(start, "*.py", SearchOption.AllDirectories)
            .Where(path => path.IndexOf("site-packages", StringComparison.Ordinal) < 0)
            .Concat(Settings.Select(name => start + name).Where(File.Exists))
            .Take(MostFiles)
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => new ManifestInput(path.Substring(start.Length).Replace('\\', '/'), Tools.Alembic, () => File.OpenRead(path)))
            .ToList();
    }
}
