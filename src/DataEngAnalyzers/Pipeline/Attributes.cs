using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The attributes that the package embeds into a project. Matched by full name: any assembly may hold them.</summary>
internal static class Attributes
{
    public const string PipelineStage = "PipelineStageAttribute";
    public const string DataLineage = "DataLineageAttribute";
    public const string AppendOnly = "AppendOnlyAttribute";
    public const string Dataset = "DatasetAttribute";
    public const string ContractPhase = "ContractPhaseAttribute";

    private const string Namespace = "DataEngAnalyzers";

    public static bool Has(ISymbol? symbol, string attribute) => Find(symbol, attribute) is not null;

    /// <summary>The attribute on a symbol; <see langword="null"/> when it does not carry it.</summary>
    public static AttributeData? Find(ISymbol? symbol, string attribute) => symbol?.GetAttributes().FirstOrDefault(data =>
        data.AttributeClass is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } found && found.Name == attribute);

    /// <summary>True when a member or one of the types around it carries the attribute.</summary>
    public static bool HasAround(IMethodSymbol member, string attribute)
    {
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (Has(symbol, attribute))
                return true;
        }

        return false;
    }
}
