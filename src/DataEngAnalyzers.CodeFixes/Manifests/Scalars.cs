using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Single values in YAML and JSON, found by their place.</summary>
internal static class Scalars
{
    /// <summary>The letters of a value, inside its quotes; <see langword="null"/> where another value stands at the place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Line and column of the value, or of its opening quote.</param>
    /// <param name="value">What must stand there.</param>
    public static TextSpan? Find(SourceText file, string place, string value)
    {
        if (ManifestFixFacts.PlaceOf(place) is not var (row, column) || row >= file.Lines.Count)
            return null;

        var line = file.Lines[row];
        var start = line.Start + column;
        if (start < line.End && file[start] is '"' or '\'')
            start++;
        var span = new TextSpan(start, value.Length);
        return span.End <= line.End && file.ToString(span) == value && (span.End == line.End || !IsPart(file[span.End])) ? span : null;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.';
}
