using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>Builds the table that an entity type stands for.</summary>
internal sealed class EntityTable
{
    // Owned types inside owned types.
    private const int MostLevels = 8;

    private readonly PipelineContext _context;
    private readonly ImmutableArray<CatalogColumn>.Builder _columns = ImmutableArray.CreateBuilder<CatalogColumn>();
    private bool _isPartial;

    private EntityTable(PipelineContext context) => _context = context;

    /// <summary>The table, under a name that the caller knows better.</summary>
    public static CatalogTable Of(INamedTypeSymbol entity, EntityFacts facts, PipelineContext context)
    {
        var table = new EntityTable(context);
        var key = context.Entities.KeyOf(entity);
        table.AddProperties(entity, facts, prefix: string.Empty, levels: 0, key.Select(property => property.Name).ToImmutableArray());
        foreach (var shadow in facts.Properties.Where(property => Members(entity).All(member => member.Name != property.Name)))
            table._columns.Add(Declared(shadow, shadow.Column ?? shadow.Name));

        var origin = new FactOrigin(FactSource.EntityModel, facts.Where ?? Location.None);
        return new CatalogTable(TableName.Quoted(null, entity.Name, context.DefaultDialect), origin)
        {
            Columns = table._columns.ToImmutable(),
            Keys = table.KeysOf(entity, facts, key, origin).ToImmutableArray(),
            IsPartial = table._isPartial || context.Catalog.Model.IsBase(entity),
        };
    }

    /// <summary>The table that a snapshot declares; it lists every column.</summary>
    public static CatalogTable OfSnapshot(TableName name, EntityFacts facts)
    {
        var origin = new FactOrigin(FactSource.Snapshot, facts.Where ?? Location.None);
        var keys = new List<TableKey>();
        if (!facts.Key.IsEmpty)
            keys.Add(new TableKey(facts.Key.Select(ColumnOf).ToImmutableArray(), origin) { IsPrimary = true });
        keys.AddRange(facts.AlternateKeys.Select(key => new TableKey(key.Select(ColumnOf).ToImmutableArray(), origin)));
        return new CatalogTable(name, origin) { Columns = Listed(facts, prefix: string.Empty, levels: 0).ToImmutableArray(), Keys = keys.ToImmutableArray() };

        string ColumnOf(string property) => facts.Find(property)?.Column ?? property;
    }

    private static IEnumerable<CatalogColumn> Listed(EntityFacts facts, string prefix, int levels)
    {
        // The key of an owned type is that of its owner.
        foreach (var property in facts.Properties.Where(property => levels == 0 || !facts.Key.Contains(property.Name)))
            yield return Declared(property, property.Column ?? prefix + property.Name, FactSource.Snapshot);
        foreach (var owned in facts.Owned.Where(owned => levels < MostLevels && (owned.Value.Table is null || owned.Value.Table == facts.Table)))
        {
            foreach (var column in Listed(owned.Value, prefix + owned.Key + "_", levels + 1))
                yield return column;
        }
    }

    private static CatalogColumn Declared(PropertyFacts facts, string column, FactSource source = FactSource.EntityModel) => new(column, new FactOrigin(source, facts.Where))
    {
        Type = facts.Type is { } type && type.IndexOf('(') < 0 ? type + facts.Size : facts.Type,
        IsNullable = facts.IsRequired is { } required ? !required : source == FactSource.Snapshot ? true : null,
        HasDefault = facts.HasDefault,
        IsGenerated = facts.IsGenerated == true,
    };

    private void AddProperties(INamedTypeSymbol type, EntityFacts facts, string prefix, int levels, ImmutableArray<string> key)
    {
        foreach (var property in Members(type).Where(property => IsMapped(property, facts)))
        {
            if (IsScalar(property.Type))
                _columns.Add(Column(property, facts.Find(property.Name), prefix, key));
            else if (property.Type is INamedTypeSymbol owned && levels < MostLevels && (facts.Owned.ContainsKey(property.Name) || EntityAttributes.Find(owned, ApiRole.Entity, _context, "owned") is not null))
                AddProperties(owned, facts.OwnedBy(property.Name), prefix + property.Name + "_", levels + 1, ImmutableArray<string>.Empty);
            else if (facts.Find(property.Name) is { } converted)
                _columns.Add(Declared(converted, converted.Column ?? prefix + property.Name));
            else if (!IsCollection(property.Type) && Members(type).All(other => other.Name != property.Name + "Id"))
                _isPartial = true;
        }
    }

    private CatalogColumn Column(IPropertySymbol property, PropertyFacts? facts, string prefix, ImmutableArray<string> key)
    {
        var isKey = key.Contains(property.Name);
        var type = facts?.Type ?? Attribute(property, "type") as string ?? ColumnTypes.NameOf(property.Type);
        var size = facts?.Size ?? (Attribute(property, "size") is int length ? $"({length})" : null);
        return new CatalogColumn(facts?.Column ?? Attribute(property, "name") as string ?? prefix + property.Name, new FactOrigin(FactSource.EntityModel, property.Locations.FirstOrDefault() ?? Location.None))
        {
            Type = type is not null && type.IndexOf('(') < 0 ? type + size : type,
            IsNullable = !isKey && !(facts?.IsRequired ?? IsRequired(property)),
            HasDefault = facts?.HasDefault == true,
            IsGenerated = facts?.IsGenerated ?? (EntityAttributes.Find(property, ApiRole.Column, _context, "generated") is { } generated ? IsSwitchedOn(generated.Attribute) : isKey && key.Length == 1 && IsNumber(property.Type)),
        };
    }

    private IEnumerable<TableKey> KeysOf(INamedTypeSymbol entity, EntityFacts facts, ImmutableArray<IPropertySymbol> key, FactOrigin origin)
    {
        if (!key.IsEmpty)
            yield return new TableKey(key.Select(property => _context.Entities.ColumnOf(entity, property.Name)).ToImmutableArray(), origin) { IsPrimary = true };
        foreach (var alternate in facts.AlternateKeys.Concat(EntityAttributes.UniqueIndexes(entity, _context)))
            yield return new TableKey(alternate.Select(property => _context.Entities.ColumnOf(entity, property)).ToImmutableArray(), origin);
    }

    private bool IsMapped(IPropertySymbol property, EntityFacts facts) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null, DeclaredAccessibility: Accessibility.Public }
        && !facts.Unmapped.Contains(property.Name)
        && EntityAttributes.Find(property, ApiRole.Unmapped, _context) is null;

    private bool IsRequired(IPropertySymbol property)
    {
        if (EntityAttributes.Find(property, ApiRole.Required, _context) is not null)
            return true;
        return property.Type.IsValueType
            ? property.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
            : property.NullableAnnotation == NullableAnnotation.NotAnnotated;
    }

    private object? Attribute(IPropertySymbol property, string key) => EntityAttributes.All(property, ApiRole.Column, _context)
        .Select(found => EntityAttributes.Value(found.Attribute, found.Row[key]))
        .FirstOrDefault(value => value is not null);

    // DatabaseGeneratedOption.None is 0.
    private static bool IsSwitchedOn(AttributeData attribute) => attribute.ConstructorArguments is not [{ Value: 0 }];

    private static bool IsScalar(ITypeSymbol type) =>
        ColumnTypes.NameOf(type) is not null || type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } && IsScalar(inner));

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsCollection(ITypeSymbol type) => type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable) || type.SpecialType == SpecialType.System_Collections_IEnumerable;

    private static IEnumerable<IPropertySymbol> Members(INamedTypeSymbol entity) => Entities.Members(entity);
}
