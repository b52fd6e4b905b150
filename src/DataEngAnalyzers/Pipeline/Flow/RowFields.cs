using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The members of a row type that a serializer or mapper takes as columns.</summary>
internal static class RowFields
{
    /// <summary>Public properties, base types first, in the order of the declaration; none for types that have no fixed members.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol? row)
    {
        var types = new Stack<ITypeSymbol>();
        for (var type = row; type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct }; type = type.BaseType)
            types.Push(type);
        return types.SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && property.Name != "EqualityContract");
    }

    /// <summary>True for a value that fits into one column.</summary>
    public static bool IsScalar(ITypeSymbol type) => !RowTypes.IsSequence(type) && (!RowTypes.IsRow(type) || type.TypeKind == TypeKind.Enum || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T });
}
