using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Emit;
using DataEngAnalyzers.Build.Model;
using DataEngAnalyzers.Build.OpenLineage;
using DataEngAnalyzers.Build.Report;
using DataEngAnalyzers.Build.Report.Json;
using DataEngAnalyzers.Build.Report.Markdown;
using DataEngAnalyzers.Build.Report.Page;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>Reads all logs of a folder and writes the reports: the whole assessment, as one function of files.</summary>
internal sealed class AssessmentWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Settings _settings;
    private readonly Action<string, string> _warn;
    private readonly Lazy<(AssessmentBuilder Builder, MergedRun Merged)> _logs;

    /// <param name="settings">Where.</param>
    /// <param name="warn">Told a file and what is wrong with it.</param>
    public AssessmentWriter(Settings settings, Action<string, string> warn)
    {
        _settings = settings;
        _warn = warn;
        _logs = new Lazy<(AssessmentBuilder Builder, MergedRun Merged)>(ReadLogs);
    }

    /// <returns>What the reports say.</returns>
    public Assessment Write()
    {
        var (builder, merged) = _logs.Value;
        var assessment = builder.Build();
        Directory.CreateDirectory(_settings.Folder);
        Put(ReportFiles.Sarif, stream => SarifWriter.Write(merged.ToRun(), stream));
        Put(ReportFiles.Json, stream => AssessmentJson.Write(assessment, stream));
        var events = new LineageEvents(assessment, ReadTime());
        Put(ReportFiles.OpenLineage, events.Write);
        Put(ReportFiles.Html, Text(AssessmentPage.Write(assessment, _settings.Root is { Length: > 0 } root ? Links.Up(_settings.Folder, root) : null)));
        Put(ReportFiles.Markdown, Text(AssessmentMarkdown.Write(assessment)));
        return assessment;
    }

    /// <summary>Writes the files for other tools that the settings ask for.</summary>
    /// <param name="say">Told what was written or left out.</param>
    /// <param name="warn">Told what somebody should look at.</param>
    public void Emit(Action<string> say, Action<string> warn)
    {
        if (_settings.Emit is { } emit)
            new EmitRun(emit, say, warn).Write(_logs.Value.Builder.KnownStages, _settings.Root is { Length: > 0 } root ? root : _settings.Folder);
    }

    /// <summary>All logs under a folder, in an order that is the same everywhere.</summary>
    public static IReadOnlyList<string> Logs(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*.sarif", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal).ToList()
        : [];

    private (AssessmentBuilder Builder, MergedRun Merged) ReadLogs()
    {
        var builder = new AssessmentBuilder(ReadNamespaces());
        var merged = new MergedRun();
        foreach (var log in Logs(_settings.Logs))
        {
            foreach (var run in Read(log, builder))
            {
                builder.Add(run);
                merged.Add(run);
            }
        }

        return (builder, merged);
    }

    private IEnumerable<SarifRun> Read(string log, AssessmentBuilder builder)
    {
        try
        {
            return SarifReader.ReadFile(log).Select(run => Collector.CollectForeign(run, Path.GetFileNameWithoutExtension(log)));
        }
        catch (SarifException error)
        {
            _warn(log, error.Message);
            builder.AddNote($"{Path.GetFileName(log)} {error.Message}");
            return [];
        }
    }

    private Namespaces ReadNamespaces()
    {
        if (_settings.Namespaces is not { Length: > 0 } file || !File.Exists(file))
            return Namespaces.None;
        return Namespaces.Read(File.ReadAllLines(file), line => _warn(file, $"line {line} is no 'namespace = namespace'"));
    }

    private DateTimeOffset? ReadTime()
    {
        if (_settings.Time is not { Length: > 0 } text)
            return null;
        var time = EventTime.Parse(text);
        if (time is null)
            _warn("DataEngAssessmentTime", $"is no time: '{text}'");
        return time;
    }

    private static Action<Stream> Text(string text) => stream =>
    {
        var bytes = Utf8.GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    };

    // A reader never sees half a report.
    private void Put(string name, Action<Stream> write)
    {
        var path = Path.Combine(_settings.Folder, name);
        var draft = path + ".tmp";
        using (var stream = File.Create(draft))
            write(stream);
        File.Delete(path);
        File.Move(draft, path);
    }
}
