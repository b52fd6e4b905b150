using System.IO;
using System.Text;

namespace DataEngAnalyzers.Generate;

/// <summary>A checked-in file and the text it must have.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Text">With line feeds only, as the repository stores it.</param>
internal sealed record GeneratedFile(string Path, string Text)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool IsUpToDate(string root)
    {
        var path = In(root);
        return File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == Text;
    }

    public void Write(string root)
    {
        var path = In(root);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text, Utf8);
    }

    private string In(string root) => System.IO.Path.Combine(root, Path);
}
