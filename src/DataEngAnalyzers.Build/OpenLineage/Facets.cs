using System.Text.Json;

namespace DataEngAnalyzers.Build.OpenLineage;

/// <summary>What every facet says of itself.</summary>
internal static class Facets
{
    public static readonly string Producer = $"{Product.Url}/tree/v{Product.Version}";

    /// <summary>Opens a facet; the caller writes its members and ends the object.</summary>
    /// <param name="key">Where it stands among the facets.</param>
    /// <param name="schema">Version and file of its schema.</param>
    /// <param name="definition">Its definition there.</param>
    public static void Start(string key, string schema, string definition, Utf8JsonWriter json)
    {
        json.WriteStartObject(key);
        json.WriteString("_producer", Producer);
        json.WriteString("_schemaURL", $"https://openlineage.io/spec/facets/{schema}#/$defs/{definition}");
    }
}
