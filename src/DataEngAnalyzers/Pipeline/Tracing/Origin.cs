using System;
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

    /// <summary>True for what this project or another one of its team declares: neither the framework nor a library that a model knows.</summary>
    public static bool IsOfTeam(this ISymbol symbol, PipelineContext context) =>
        symbol.IsDeclaredIn(context.Compilation) || symbol.ContainingAssembly is { } assembly && !context.Apis.IsLibrary(assembly) && !IsOfPlatform(assembly.Name);

    private static bool IsOfPlatform(string assembly) =>
        assembly is "mscorlib" or "netstandard" or "System" || assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>A place as a project can report it: none where it lies in another project's source, as it would be in a build.</summary>
    public static Location SeenFrom(this Location place, Compilation project) =>
        place.SourceTree is { } tree && !project.ContainsSyntaxTree(tree) ? Location.None : place;
}
