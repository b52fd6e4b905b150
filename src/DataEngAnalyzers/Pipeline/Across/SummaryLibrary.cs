using System.Collections.Immutable;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the rows of a summary have in common with those of a model file: a library and names.</summary>
internal static class SummaryLibrary
{
    /// <summary>The library that an assembly of another project is.</summary>
    public static ApiLibrary Of(string assembly) => new(assembly, ImmutableArray.Create(assembly), ImmutableArray<string>.Empty);

    /// <summary>The name behind an id of a method; <see langword="null"/> where no code can call it by that.</summary>
    public static SymbolName? NameOf(string id) => id.Length > 2 && id[0] == 'M' ? SymbolName.TryParse(id) : null;

    /// <summary>The namespace that a file imports to call a method by its id: that of its type.</summary>
    public static string NamespaceOf(SymbolName name)
    {
        var type = name.TypeId.Substring("T:".Length);
        var dot = type.LastIndexOf('.');
        return dot < 0 ? string.Empty : type.Substring(0, dot);
    }
}
