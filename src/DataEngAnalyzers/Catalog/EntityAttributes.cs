using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>Reads the mapping attributes of entity types and their properties.</summary>
internal static class EntityAttributes
{
    /// <summary>The attribute of a role with its row; <see langword="null"/> when the symbol does not carry one.</summary>
    public static (AttributeData Attribute, ApiModel Row)? Find(ISymbol symbol, ApiRole role, PipelineContext context, string? kind = null)
    {
        foreach (var found in All(symbol, role, context))
        {
            if (kind is null || found.Row.Is("kind", kind))
                return found;
        }

        return null;
    }

    /// <summary>All attributes of a role.</summary>
    public static IEnumerable<(AttributeData Attribute, ApiModel Row)> All(ISymbol symbol, ApiRole role, PipelineContext context) =>
        from attribute in symbol.GetAttributes()
        where attribute.AttributeClass is not null
        from row in context.Apis.FindAll(attribute.AttributeClass)
        where row.Role == role
        select (attribute, row);

    /// <summary>The texts among the arguments of an attribute's constructor, those of lists too.</summary>
    public static ImmutableArray<string> Strings(AttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument])
        .Select(argument => argument.Kind == TypedConstantKind.Array ? null : argument.Value as string)
        .OfType<string>()
        .ToImmutableArray();

    /// <summary>The value of a named argument or of the constructor's parameter of that name.</summary>
    public static object? Value(AttributeData attribute, string? name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value;
        }

        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (var at = 0; at < parameters.Length && at < attribute.ConstructorArguments.Length; at++)
        {
            if (parameters[at].Name == name && attribute.ConstructorArguments[at].Kind != TypedConstantKind.Array)
                return attribute.ConstructorArguments[at].Value;
        }

        return null;
    }

    /// <summary>The properties of indexes that are declared as unique.</summary>
    public static IEnumerable<ImmutableArray<string>> UniqueIndexes(INamedTypeSymbol entity, PipelineContext context) => All(entity, ApiRole.Key, context)
        .Where(found => found.Row["unique"] is { } unique && Value(found.Attribute, unique) is true)
        .Select(found => Strings(found.Attribute));
}
