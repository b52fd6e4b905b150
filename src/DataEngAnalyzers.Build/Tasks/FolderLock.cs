using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using DataEngAnalyzers.Build.Report;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>One process at a time writes a folder's reports; the file that locks remembers which logs they are of.</summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="IOException">Others keep it for minutes.</exception>
    public static FolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(20);
            }
        }
    }

    /// <summary>Writes the reports, unless they are there and no log has changed since; and the files for other tools, which others may have changed.</summary>
    public void WriteIfNew(Settings settings)
    {
        var writer = new AssessmentWriter(settings, LeftOutFile.Print);
        WriteIfNew(writer, settings);
        writer.Emit(_ => { }, LeftOutFile.PrintNotice);
    }

    private void WriteIfNew(AssessmentWriter writer, Settings settings)
    {
        var state = Encoding.UTF8.GetBytes(State(settings));
        if (File.Exists(Path.Combine(settings.Folder, ReportFiles.Json)) && IsKnown(state))
            return;

        _file.SetLength(0);
        writer.Write();
        _file.Write(state, 0, state.Length);
    }

    public void Dispose() => _file.Dispose();

    private bool IsKnown(byte[] state)
    {
        if (_file.Length != state.Length)
            return false;
        var known = new byte[state.Length];
        _file.Position = 0;
        var read = 0;
        while (read < known.Length && _file.Read(known, read, known.Length - read) is var count and > 0)
            read += count;
        return known.AsSpan().SequenceEqual(state);
    }

    private static string State(Settings settings)
    {
        var state = new StringBuilder().Append(Product.Version).Append('\n').Append(settings).Append('\n');
        foreach (var log in AssessmentWriter.Logs(settings.Logs))
        {
            var file = new FileInfo(log);
            state.Append(log).Append('\t').Append(file.Length).Append('\t').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
        }

        if (settings.Namespaces is { Length: > 0 } namespaces && File.Exists(namespaces))
            state.Append(File.ReadAllText(namespaces));
        return state.ToString();
    }
}
