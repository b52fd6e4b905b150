using System;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>The folder all shown paths start from. What lies outside of it keeps only its name: a path tells about the machine.</summary>
internal sealed class SourceRoot
{
    private readonly string _folder;
    private readonly string _prefix;

    /// <param name="folder">Absolute; empty when nothing is known.</param>
    /// <param name="prefix">What relative paths begin with.</param>
    public SourceRoot(string folder, string prefix = "")
    {
        _folder = folder.Replace('\\', '/').TrimEnd('/') + "/";
        _prefix = prefix;
    }

    public string Relative(string path)
    {
        if (!IsAbsolute(path))
            return path;
        // Drives and many file systems ignore case; a path of another tree that differs in nothing else is no risk here.
        return path.StartsWith(_folder, StringComparison.OrdinalIgnoreCase)
            ? _prefix + path.Substring(_folder.Length)
            : _prefix + path.Substring(path.LastIndexOf('/') + 1);
    }

    private static bool IsAbsolute(string path) => path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
