using System.Collections.Immutable;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The <c>library</c> line of a model file.</summary>
/// <param name="Name">What people call the library.</param>
/// <param name="Assemblies">Simple names of the assemblies that carry it; empty when the rows always count.</param>
/// <param name="Namespaces">Namespaces whose import makes its common member names count in a file.</param>
internal sealed record ApiLibrary(string Name, ImmutableArray<string> Assemblies, ImmutableArray<string> Namespaces)
{
    /// <summary>The word of the store that it works on; <see langword="null"/> where a database's dialect or a path says that.</summary>
    public string? Store { get; init; }
}
