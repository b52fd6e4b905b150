using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Emit.Alembic;
using DataEngAnalyzers.Build.Emit.Dbt;
using DataEngAnalyzers.Build.Emit.Dvc;
using DataEngAnalyzers.Build.Emit.Gx;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Writes the files of all tools that are asked for, into their projects or below one folder.</summary>
internal sealed class EmitRun
{
    private const string BesideSuffix = ".dataeng.new";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly EmitSettings _settings;
    private readonly Action<string> _say;
    private readonly Action<string> _warn;
    private readonly Dictionary<string, Func<IToolWriter>> _writers;

    /// <param name="settings">What, and where.</param>
    /// <param name="say">Told what was written or left out.</param>
    /// <param name="warn">Told what somebody should look at.</param>
    public EmitRun(EmitSettings settings, Action<string> say, Action<string> warn)
    {
        _settings = settings;
        _say = say;
        _warn = warn;
        _writers = new(StringComparer.Ordinal)
        {
            [EmitTools.Gx] = () => new GxFiles(settings),
            [EmitTools.Dvc] = () => new DvcStages(),
            [EmitTools.Dbt] = () => DbtFiles.Of(settings, warn),
            [EmitTools.Alembic] = () => new AlembicRevision(),
        };
    }

    /// <param name="stages">Of all logs.</param>
    /// <param name="root">Root of the sources.</param>
    public void Write(IReadOnlyList<KnownStage> stages, string root)
    {
        var code = new CodeFacts(stages, root);
        var home = Path.Combine(root, code.Folder());
        var projects = DataProjects.Below(_settings.Search ?? home, home, _settings.Folder);
        foreach (var tool in Tools())
        {
            var project = projects.Find(tool, out var others);
            if (others.Count > 0)
                _warn($"Several projects of {tool} are as near ({string.Join(", ", others.Select(other => Shown(other, root)))}); DataEngManifestRoot says which is meant");
            var folder = project ?? Path.Combine(_settings.Folder, tool);
            var emission = _writers[tool]().Write(code, new ToolFolder(folder, project is not null));
            foreach (var note in emission.Notes)
                _say($"{tool}: {note}");
            foreach (var file in emission.Files)
                Put(Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar)), file, root);
        }
    }

    private IEnumerable<string> Tools()
    {
        foreach (var name in _settings.Names.Where(name => name != EmitTools.All && !EmitTools.Known.Contains(name)))
            _warn($"DataEngEmit knows no '{name}', but {string.Join(", ", EmitTools.Known)} and {EmitTools.All}");
        return EmitTools.Known.Where(tool => _settings.Names.Contains(tool) || _settings.Names.Contains(EmitTools.All));
    }

    private void Put(string path, EmittedFile file, string root)
    {
        var beside = path + BesideSuffix;
        if (!File.Exists(path))
        {
            Save(path, file.Text, root);
            return;
        }

        var existing = File.ReadAllText(path);
        var merged = file.Merge(existing, file.Text);
        if (merged.Text is { } text && !MarkedMerge.SameLines(existing, text))
            Save(path, text, root);
        if (merged.Beside is null)
            File.Delete(beside);
        else if (Save(beside, merged.Beside, root))
            _warn($"{Shown(path, root)} was changed by hand and stays as it is; {Path.GetFileName(beside)} beside it is what the code says now");
    }

    // What is there already is not written again: nobody's editor or build sees a change.
    private bool Save(string path, string text, string root)
    {
        var bytes = Utf8.GetBytes(text);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        _say($"{Shown(path, root)} written");
        return true;
    }

    private static string Shown(string path, string root)
    {
        var start = Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return (path.StartsWith(start, StringComparison.Ordinal) ? path.Substring(start.Length) : path).Replace('\\', '/');
    }
}
