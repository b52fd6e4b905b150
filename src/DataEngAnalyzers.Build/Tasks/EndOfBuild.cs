using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>
/// Writes the assessment when a build is over. MSBuild has no target for that which all kinds of builds run, but it disposes
/// what tasks registered for the build, once on each of its nodes: whichever is last has all logs.
/// </summary>
internal sealed class EndOfBuild : IDisposable
{
    private readonly Settings _settings;
    private readonly Dictionary<string, CollectRequest> _expected = new(StringComparer.Ordinal);

    public EndOfBuild(Settings settings) => _settings = settings;

    /// <summary>A log that the compiler is going to write. It counts even if compiling fails, as a gate makes it fail.</summary>
    public void Expect(CollectRequest request)
    {
        lock (_expected)
            _expected[request.Output] = request;
    }

    /// <summary>A log that has been collected.</summary>
    public void Collected(string output)
    {
        lock (_expected)
            _expected.Remove(output);
    }

    public void Dispose()
    {
        // No exception may leave this, whatever it is, nor can anything be logged: the build is over.
        try
        {
            foreach (var request in _expected.Values)
                Collect(request);
            using var turn = FolderLock.Take(_settings.Folder);
            turn.WriteIfNew(_settings);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"DataEngAnalyzers: the assessment in '{_settings.Folder}' was not written: {error.Message}");
        }
    }

    // A project that did not get as far as its compiler has no log.
    private static void Collect(CollectRequest request)
    {
        try
        {
            request.Run();
        }
        catch (SarifException)
        {
        }
    }
}
