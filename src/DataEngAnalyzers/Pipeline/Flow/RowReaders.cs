using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Types whose objects stand on rows that somebody else chose.</summary>
internal static class RowReaders
{
    /// <summary>True for readers, streams and tables: of their content nothing is known here.</summary>
    public static bool IsHandle(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Data" or "System.Data.Common" or "System.IO";
}
