using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether two variables of different classes may hold one object: a container hands the same connection to both.</summary>
internal sealed class Sharing
{
    private readonly PipelineContext _context;

    public Sharing(PipelineContext context) => _context = context;

    /// <summary>True when nothing shows that the objects differ; a local is its method's own.</summary>
    public bool MayBeOne(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || !SymbolEqualityComparer.Default.Equals(one.ContainingType, other.ContainingType) && IsGiven(one) && IsGiven(other) && Fit(TypeOf(one), TypeOf(other));

    private bool IsGiven(ISymbol holder) => holder switch
    {
        IParameterSymbol => true,
        IFieldSymbol or IPropertySymbol => _context.Fields.ExpressionOf(holder) is null or IParameterReferenceOperation or IMemberReferenceOperation or IConversionOperation or ICoalesceOperation,
        _ => false,
    };

    private static ITypeSymbol? TypeOf(ISymbol holder) => holder switch
    {
        IParameterSymbol { Type: var type } => type,
        IFieldSymbol { Type: var type } => type,
        IPropertySymbol { Type: var type } => type,
        _ => null,
    };

    private static bool Fit(ITypeSymbol? one, ITypeSymbol? other) => one is not null && other is not null && (Is(one, other) || Is(other, one));

    private static bool Is(ITypeSymbol type, ITypeSymbol wanted)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.WithNullableAnnotation(NullableAnnotation.None), wanted.WithNullableAnnotation(NullableAnnotation.None)))
                return true;
        }

        return type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
    }
}
