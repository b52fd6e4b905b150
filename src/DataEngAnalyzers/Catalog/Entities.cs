using System.Collections.Concurrent;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>How entity types map to tables, as far as attributes and context properties tell.</summary>
internal sealed class Entities
{
    private readonly ApiCatalog _apis;
    private readonly ConcurrentDictionary<ITypeSymbol, string> _tables = new(SymbolEqualityComparer.Default);

    public Entities(ApiCatalog apis) => _apis = apis;

    /// <summary>The table name of an entity type: its mapping attribute, else the type's name.</summary>
    public string TableOf(ITypeSymbol entity) => _tables.GetOrAdd(entity, FindTable);

    /// <summary>The row type when a type stands for a table (<c>DbSet&lt;T&gt;</c>, <c>ITable&lt;T&gt;</c>); else <see langword="null"/>.</summary>
    public ITypeSymbol? RowTypeOfTable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [var row] } named && _apis.FindAll(named).Any(api => api.Role == ApiRole.Table) ? row : null;

    private string FindTable(ITypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (attribute.AttributeClass is { } mapping
                    && _apis.FindAll(mapping).Any(api => api.Role == ApiRole.TableName)
                    && attribute.ConstructorArguments is [{ Value: string name }, ..])
                    return attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Schema").Value.Value is string schema ? schema + "." + name : name;
            }
        }

        return entity.Name;
    }
}
