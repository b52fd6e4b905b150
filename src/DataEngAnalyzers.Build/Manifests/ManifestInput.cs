using System;
using System.IO;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests;

/// <summary>A file that may be one of a tool.</summary>
/// <param name="Path">Relative to the project, with slashes.</param>
/// <param name="Tool">Whose it is: one of <see cref="Tools"/>.</param>
/// <param name="Open">Opens it.</param>
/// <param name="PayloadType">The type that it is a payload of, or reads; empty when nobody said.</param>
internal sealed record ManifestInput(string Path, string Tool, Func<Stream> Open, string PayloadType = "")
{
    public string Folder => RelativePath.FolderOf(Path);

    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="ManifestException">It cannot be read, or is larger than anybody writes.</exception>
    public string ReadText()
    {
        try
        {
            using var stream = Open();
            if (stream.Length > Limits.Bytes)
                throw new ManifestException(Spot.Start, $"this file has more than {Limits.Bytes >> 20} MB, so it is not read");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException(Spot.Start, $"this file cannot be opened ({error.Message.TrimEnd('.')}), so it says nothing", error);
        }
    }

    /// <summary>Reads it with one of the readers; what cannot be read is a problem of the file.</summary>
    public FileFacts Read(Func<string, string, FileFacts> reader)
    {
        try
        {
            return reader(Path, ReadText());
        }
        catch (ManifestException error)
        {
            var facts = new FileFacts(Path, Tool);
            facts.Problems.Add(error.ToProblem());
            return facts;
        }
    }
}
