using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using DataEngAnalyzers.Build.Model;
using DataEngAnalyzers.Build.Report;
using DataEngAnalyzers.Build.Sarif;
using DataEngAnalyzers.Build.Tasks;

namespace DataEngAnalyzers.Build.Tests;

/// <summary>A folder for logs and the reports of them.</summary>
internal sealed class AssessmentFolder : IDisposable
{
    private readonly List<string> _warnings = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("dataeng-assessment-").FullName;

    /// <summary>Names of files and what was wrong with them.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public string Report(string name) => System.IO.Path.Combine(Path, name);

    public void AddLog(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, ReportFiles.Logs, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A log as a build collects it.</summary>
    public void AddCollected(string name, SarifRun run)
    {
        using var stream = new MemoryStream();
        SarifWriter.Write(run, stream);
        AddLog(name, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    public Assessment Assess(string? namespaces = null)
    {
        string? file = null;
        if (namespaces is not null)
            File.WriteAllText(file = Report("dataeng.namespaces"), namespaces);
        return new AssessmentWriter(new Settings { Folder = Path, Root = Path, Namespaces = file }, (path, message) => _warnings.Add($"{System.IO.Path.GetFileName(path)} {message}")).Write();
    }

    public JsonNode Json() => JsonNode.Parse(File.ReadAllText(Report(ReportFiles.Json)))!;

    /// <summary>All that was written, by name.</summary>
    public SortedDictionary<string, string> Reports() =>
        new(Directory.GetFiles(Path).ToDictionary(path => System.IO.Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
