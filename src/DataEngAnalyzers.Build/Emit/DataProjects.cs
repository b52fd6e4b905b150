using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Finds the projects of other tools below a folder.</summary>
internal sealed class DataProjects
{
    private const int DeepestFolder = 12;
    private const int MostFolders = 50_000;

    private static readonly HashSet<string> Skipped = new(["bin", "obj", "node_modules", "venv", "target", "dbt_packages", "artifacts", "packages", "__pycache__"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<string>> _folders = new(StringComparer.Ordinal);
    private readonly string _code;

    private DataProjects(string code) => _code = code;

    /// <param name="search">The folder.</param>
    /// <param name="code">Deepest folder that holds all code: of two projects, the nearer one is meant.</param>
    /// <param name="own">A folder that is left out, as this package writes into it.</param>
    public static DataProjects Below(string search, string code, string own)
    {
        var projects = new DataProjects(Slashes(code));
        if (Directory.Exists(search))
            projects.Search(Path.GetFullPath(search), Path.GetFullPath(own));
        return projects;
    }

    /// <summary>The project of a tool: the one, or the nearest one.</summary>
    /// <param name="others">The candidates, when there are several and none is nearer than the others.</param>
    public string? Find(string tool, out IReadOnlyList<string> others)
    {
        others = [];
        if (!_folders.TryGetValue(tool, out var folders))
            return null;
        var nearest = folders.GroupBy(folder => SharedLength(Slashes(folder))).OrderByDescending(group => group.Key).First().ToList();
        if (nearest.Count == 1)
            return nearest[0];
        others = nearest;
        return null;
    }

    private void Search(string root, string own)
    {
        var waiting = new Queue<(string Folder, int Depth)>();
        waiting.Enqueue((root, 0));
        for (var seen = 0; waiting.Count > 0 && seen < MostFolders; seen++)
        {
            var (folder, depth) = waiting.Dequeue();
            Look(folder);
            if (depth == DeepestFolder)
                continue;
            foreach (var inner in Folders(folder).Where(inner => inner != own))
                waiting.Enqueue((inner, depth + 1));
        }
    }

    private void Look(string folder)
    {
        if (Has(folder, "dbt_project.yml"))
            Add(EmitTools.Dbt, folder);
        if (Has(folder, "great_expectations.yml"))
            Add(EmitTools.Gx, folder);
        if (Has(folder, "dvc.yaml") || Has(folder, ".dvc/config"))
            Add(EmitTools.Dvc, folder);
        if (Has(folder, "alembic.ini") || (Has(folder, "pyproject.toml") && HasAlembic(Path.Combine(folder, "pyproject.toml"))))
            Add(EmitTools.Alembic, folder);
    }

    private void Add(string tool, string folder)
    {
        if (!_folders.TryGetValue(tool, out var folders))
            _folders[tool] = folders = [];
        folders.Add(folder);
    }

    private static bool Has(string folder, string file) => File.Exists(Path.Combine(folder, file));

    private static bool HasAlembic(string file)
    {
        try
        {
            return File.ReadLines(file).Any(line => line.Trim() == "[tool.alembic]");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Folders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder)
                .Where(inner => Path.GetFileName(inner) is var name && name[0] != '.' && !Skipped.Contains(name) && (File.GetAttributes(inner) & FileAttributes.ReparsePoint) == 0)
                .OrderBy(inner => inner, StringComparer.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Number of folders, from the root on, that a path shares with the code.
    private int SharedLength(string folder) =>
        folder.Split('/').Zip(_code.Split('/'), (one, other) => string.Equals(one, other, StringComparison.Ordinal)).TakeWhile(same => same).Count();

    private static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/');
}
