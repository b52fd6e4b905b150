using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>A token of a Python text.</summary>
/// <param name="Value">A string's text without quotes and escapes; else as written.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Value, Spot Spot, int Start, int End)
{
    /// <summary>Whether this is a name or a mark, not a string of the same letters.</summary>
    public bool Is(string value) => Kind is PythonTokenKind.Mark or PythonTokenKind.Name && Value == value;
}

internal enum PythonTokenKind
{
    /// <summary>A name or keyword.</summary>
    Name,

    /// <summary>A string that is literal.</summary>
    Text,

    /// <summary>A string with values put in.</summary>
    Format,

    Number,

    /// <summary>One character of punctuation.</summary>
    Mark,

    /// <summary>The end of a statement.</summary>
    Line,
}
