using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Which folders hold the revisions of one environment: as its settings say, or each folder in <c>versions</c> for itself.</summary>
internal sealed class VersionLocations
{
    private const string Versions = "versions";

    private readonly List<(string Folder, bool IsDeep, string Environment)> _folders = [];

    public static VersionLocations Read(IEnumerable<ManifestInput> inputs)
    {
        var locations = new VersionLocations();
        foreach (var input in inputs.Where(input => input.Name is "alembic.ini" or "pyproject.toml").OrderBy(input => input.Path, StringComparer.Ordinal))
        {
            try
            {
                locations.Add(input, IniText.Read(input.ReadText(), input.Name == "alembic.ini" ? "alembic" : "tool.alembic"));
            }
            catch (ManifestException)
            {
                // Without its settings an environment lies where it does by default.
            }
        }

        return locations;
    }

    /// <summary>The environment that a file belongs to; <see langword="null"/> when it lies where no revisions are.</summary>
    public string? Of(ManifestInput input)
    {
        foreach (var (folder, isDeep, environment) in _folders)
        {
            if (input.Folder == folder || (isDeep && RelativePath.IsBelow(input.Path, folder)))
                return environment;
        }

        return Array.IndexOf(input.Folder.Split('/'), Versions) >= 0 ? input.Folder : null;
    }

    private void Add(ManifestInput input, Dictionary<string, string> settings)
    {
        var isDeep = settings.TryGetValue("recursive_version_locations", out var deep) && deep.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        if (settings.TryGetValue("version_locations", out var locations))
        {
            foreach (var location in locations.Split([' ', ',', ';', ':', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
                _folders.Add((Folder(input, location), isDeep, input.Path));
        }
        else if (settings.TryGetValue("script_location", out var script))
        {
            _folders.Add((RelativePath.Combine(Folder(input, script.Trim()), Versions), isDeep, input.Path));
        }
    }

    // %(here)s is the folder of the settings.
    private static string Folder(ManifestInput input, string location) =>
        RelativePath.Combine(input.Folder, location.Replace("%(here)s/", string.Empty).Replace("%(here)s", ".").TrimEnd('/'));
}
