using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Manifests;

/// <summary>Paths as the files of other tools write them: with slashes, relative to something.</summary>
internal static class ManifestPaths
{
    /// <summary>A path from a folder, with slashes and without <c>.</c> and <c>..</c> as far as they can be resolved.</summary>
    /// <param name="folder">The folder; <see langword="null"/> or empty when none is known.</param>
    /// <param name="path">The path.</param>
    public static string Join(string? folder, string path)
    {
        var text = path.Replace('\\', '/');
        if (!string.IsNullOrEmpty(folder) && !IsRooted(text))
            text = folder!.Replace('\\', '/').TrimEnd('/') + "/" + text;

        var parts = new List<string>();
        foreach (var part in text.Split('/').Where((part, index) => part != "." && (part.Length > 0 || index == 0)))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is { Length: > 0 } above and not "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) => path.Length > 0 && (path[0] == '/' || (path.Length > 1 && path[1] == ':'));
}
