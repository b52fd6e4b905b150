using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Knowledge;

/// <summary>A row of a model file that does not count, and why.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Span">The offending word.</param>
/// <param name="Line">Line of the word, from 0.</param>
/// <param name="Column">Column of the word, from 0.</param>
/// <param name="Message">What is wrong, without a period.</param>
internal sealed record ModelsError(string Path, TextSpan Span, int Line, int Column, string Message)
{
    public Location ToLocation() => Location.Create(
        Path,
        Span,
        new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(Line, Column + Span.Length)));
}
