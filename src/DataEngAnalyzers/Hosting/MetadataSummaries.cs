using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>The summaries that a referenced assembly carries: the value of an assembly-level <c>AssemblyMetadata</c> attribute.</summary>
internal static class MetadataSummaries
{
    /// <summary>The attribute's key. Its number goes up with every change of the text that older readers cannot read; they see another key.</summary>
    public const string Key = "DataEngAnalyzers.Summaries/1";

    private const string Attribute = "AssemblyMetadataAttribute";

    public static ImmutableArray<MethodSummary> Of(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == Attribute)
        .Select(attribute => attribute.ConstructorArguments is [{ Value: Key }, { Value: string text }] ? SummaryReader.Read(assembly.Name, text) : ImmutableArray<MethodSummary>.Empty)
        .FirstOrDefault(summaries => !summaries.IsDefaultOrEmpty) is { IsDefault: false } found
            ? found
            : ImmutableArray<MethodSummary>.Empty;
}
