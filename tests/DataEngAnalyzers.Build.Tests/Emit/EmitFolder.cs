using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using DataEngAnalyzers.Build.Emit;
using DataEngAnalyzers.Build.Tasks;

namespace DataEngAnalyzers.Build.Tests.Emit;

/// <summary>A repository with a log of some stages, in which files for other tools are written.</summary>
internal sealed class EmitFolder : IDisposable
{
    private readonly AssessmentFolder _logs = new();
    private readonly string _root = Directory.CreateTempSubdirectory("dataeng-emit-").FullName;
    private readonly List<string> _said = [];
    private readonly List<string> _warnings = [];
    private int _stages;

    /// <summary>Below it, files go whose tool has no project.</summary>
    public string Folder => Path.Combine(_root, "emit");

    public string Root => _root;

    public IReadOnlyList<string> Said => _said;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Adds a stage of a project.</summary>
    public EmitFolder With(JsonObject stage, string? program = null, string file = "Orders.cs", params (string File, int Line)[] sites)
    {
        var run = new LogText().Stage(stage.ToJsonString(), symbol: $"M:{stage["name"]}", file: file, sites: sites).Collect();
        _logs.AddCollected($"{_stages++}.sarif", run with { Context = run.Context with { Program = program } });
        return this;
    }

    /// <summary>Forgets all stages, as if the code was another one now.</summary>
    public EmitFolder Anew()
    {
        var logs = Path.Combine(_logs.Path, "sarif");
        if (Directory.Exists(logs))
            Directory.Delete(logs, recursive: true);
        return this;
    }

    public EmitFolder Emit(string tools, string? gx = null, string? dbt = null, string? freshness = null, bool searchesNearCode = false)
    {
        _said.Clear();
        _warnings.Clear();
        var settings = new EmitSettings { Tools = tools, Folder = Folder, Search = searchesNearCode ? null : _root, Gx = gx, Dbt = dbt, Freshness = freshness };
        new AssessmentWriter(new Settings { Folder = _logs.Path, Root = _root, Emit = settings }, (file, message) => _warnings.Add($"{file} {message}")).Emit(_said.Add, _warnings.Add);
        return this;
    }

    /// <summary>A file that was written, or that somebody else put there.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Has(string path) => File.Exists(PathOf(path));

    public EmitFolder Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    /// <summary>Changes a file by hand.</summary>
    public void Edit(string path, string old, string changed)
    {
        var text = Read(path);
        if (!text.Contains(old, StringComparison.Ordinal))
            throw new ArgumentException($"'{old}' is not in {path}:\n{text}");
        Put(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>All files of the repository, with their bytes.</summary>
    public SortedDictionary<string, string> Files() => new(
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(_root, path).Replace('\\', '/'), path => Convert.ToHexString(File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    public void Dispose()
    {
        _logs.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private string PathOf(string path) => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
}
