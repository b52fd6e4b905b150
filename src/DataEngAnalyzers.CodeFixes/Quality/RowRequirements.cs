using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>One thing a row type says of its rows.</summary>
/// <param name="Broken">The condition, as code over <c>row</c>, under which a row breaks it.</param>
/// <param name="Complaint">What is wrong then.</param>
internal sealed record RowRequirement(string Broken, string Complaint);

/// <summary>Reads from a row type what must hold of each row: a key, texts that are not nullable, numbers that are finite.</summary>
internal static class RowRequirements
{
    public static List<RowRequirement> Of(INamedTypeSymbol row) => Properties(row).Select(property => Of(row, property)).OfType<RowRequirement>().ToList();

    /// <summary>A hole of an interpolated string that names the row; empty where the type has no key.</summary>
    public static string IdentifierOf(INamedTypeSymbol row) => Properties(row).FirstOrDefault(property => IsKey(row, property)) is { } key ? $" {{row.{key.Name}}}" : string.Empty;

    private static RowRequirement? Of(INamedTypeSymbol row, IPropertySymbol property)
    {
        var value = "row." + property.Name;
        switch (property.Type)
        {
            case { SpecialType: SpecialType.System_String } when property.NullableAnnotation != NullableAnnotation.Annotated:
                return new RowRequirement($"string.IsNullOrWhiteSpace({value})", property.Name + " is missing");
            case { SpecialType: SpecialType.System_Double }:
                return new RowRequirement($"double.IsNaN({value}) || double.IsInfinity({value})", property.Name + " is no number");
            case { SpecialType: SpecialType.System_Single }:
                return new RowRequirement($"float.IsNaN({value}) || float.IsInfinity({value})", property.Name + " is no number");
            case { IsValueType: true } type when IsKey(row, property) && (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 || type.Name == "Guid"):
                return new RowRequirement($"{value} == default", property.Name + " is missing");
            default:
                return null;
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol row) => row.GetMembers().OfType<IPropertySymbol>()
        .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, IsImplicitlyDeclared: false });

    private static bool IsKey(INamedTypeSymbol row, IPropertySymbol property) =>
        property.Name.Equals("Id", StringComparison.OrdinalIgnoreCase)
        || property.Name.Equals(row.Name + "Id", StringComparison.OrdinalIgnoreCase)
        || property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "KeyAttribute");
}
