using System;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>A name for a collected log that no two projects of a repository share, and that is the same on every machine.</summary>
internal static class LogName
{
    /// <param name="root">Root of the sources.</param>
    /// <param name="project">Full path of the project.</param>
    /// <param name="framework">Its target framework.</param>
    public static string Of(string root, string project, string? framework)
    {
        var start = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var path = project.StartsWith(start, StringComparison.Ordinal) ? project.Substring(start.Length) : Path.GetFileName(project);
        var name = Path.ChangeExtension(path, null) + (string.IsNullOrEmpty(framework) ? string.Empty : "." + framework);
        return new string(name.Select(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_').ToArray()) + ".sarif";
    }
}
