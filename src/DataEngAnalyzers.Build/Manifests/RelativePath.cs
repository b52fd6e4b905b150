using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Build.Manifests;

/// <summary>Paths as the facts name them: from the project, with slashes.</summary>
internal static class RelativePath
{
    /// <summary>A path as seen from a folder; both are full.</summary>
    public static string Of(string folder, string path)
    {
        var from = Segments(folder);
        var to = Segments(path);
        var common = 0;
        while (common < from.Length && common < to.Length && string.Equals(from[common], to[common], Comparison))
            common++;

        // Another drive cannot be reached by steps.
        return common == 0 ? path.Replace('\\', '/') : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>A path that starts in a folder, with its dots resolved; an absolute one stays as it is.</summary>
    public static string Combine(string folder, string path)
    {
        if (path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') >= 0)
            return path;
        var steps = new List<string>();
        foreach (var step in Segments(folder).Concat(Segments(path)).Where(step => step is not "."))
        {
            if (step == ".." && steps.Count > 0 && steps[steps.Count - 1] != "..")
                steps.RemoveAt(steps.Count - 1);
            else
                steps.Add(step);
        }

        return steps.Count == 0 ? "." : string.Join("/", steps);
    }

    /// <summary>The folder of a file; "." for that of the project.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var end and >= 0 ? path.Substring(0, end) : ".";

    /// <summary>Whether a path lies below a folder.</summary>
    public static bool IsBelow(string path, string folder) => folder == "."
        ? !path.StartsWith("../", StringComparison.Ordinal)
        : path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static StringComparison Comparison => Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string[] Segments(string path) => path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
}
