using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Where a symbol is declared. An editor shows other projects as source, a build as assemblies: who asks for source alone gets two
/// answers, and the model of another project's tree cannot be had here.
/// </summary>
internal static class Origin
{
    /// <summary>True for what this project declares.</summary>
    public static bool IsDeclaredIn(this ISymbol symbol, Compilation? project) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, project?.Assembly);

    /// <summary>A place as a project can report it: none where it lies in another project's source, as it would be in a build.</summary>
    public static Location SeenFrom(this Location place, Compilation project) =>
        place.SourceTree is { } tree && !project.ContainsSyntaxTree(tree) ? Location.None : place;
}
