using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NJsonSchema;
using NJsonSchema.References;
using Xunit;

namespace DataEngAnalyzers.Build.Tests;

/// <summary>The schemas that other tools publish, from a folder beside the repository; without it, the tests that need them skip.</summary>
internal static class OfficialSchemas
{
    private static readonly ConcurrentDictionary<string, Task<JsonSchema>> Known = new(StringComparer.Ordinal);

    private static string? Folder { get; } = Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "shared", "formats")).FirstOrDefault(Directory.Exists);

    public static void SkipWithout() => Skip.If(Folder is null, "The official schemas are not in ../shared/formats");

    public static Task<JsonSchema> Sarif() => Load(Path.Combine(Folder!, "sarif", "sarif-schema-2.1.0.json"));

    /// <summary>What an OpenLineage file says about one value.</summary>
    /// <param name="url">As events name it: <c>https://openlineage.io/spec/…#/$defs/JobEvent</c>.</param>
    public static async Task<IReadOnlyList<string>> Judge(string url, JsonNode value)
    {
        var (file, definition) = (url[..url.IndexOf('#', StringComparison.Ordinal)], url[(url.LastIndexOf('/') + 1)..]);
        var schema = await Load(PathOf(file));
        return schema.Definitions[definition].Validate(value.ToJsonString()).Select(error => $"{url} {error.Path}: {error.Kind}").ToList();
    }

    /// <summary>What a schema file says about a whole document.</summary>
    /// <param name="path">Of the schema, in the folder.</param>
    public static async Task<IReadOnlyList<string>> JudgeFile(string path, JsonNode value)
    {
        var schema = await Load(Path.Combine([Folder!, .. path.Split('/')]));
        return schema.Validate(value.ToJsonString()).Select(error => error.ToString()).ToList();
    }

    private static string PathOf(string url) =>
        Path.Combine(Folder!, "openlineage", "published", url["https://openlineage.io/spec/".Length..]);

    // The library knows definitions by their older name, no schemas that are only true or false, and no constants.
    private static Task<JsonSchema> Load(string path) => Known.GetOrAdd(path, file => JsonSchema.FromJsonAsync(
        Understood(JsonNode.Parse(File.ReadAllText(file).Replace("$defs", "definitions", StringComparison.Ordinal))!).ToJsonString(),
        null,
        schema => new Published(new JsonSchemaAppender(schema, new DefaultTypeNameGenerator()))));

    private static JsonNode Understood(JsonNode node, bool isMapOfSchemas = false)
    {
        if (node is JsonArray array)
            return new JsonArray([.. array.Select(item => item is null ? null : Understood(item))]);
        if (node is not JsonObject map)
            return node.DeepClone();
        var result = new JsonObject();
        foreach (var (key, value) in map)
        {
            if (key == "const" && !isMapOfSchemas)
            {
                result["enum"] = new JsonArray(value?.DeepClone());
                continue;
            }

            var isTruth = value is JsonValue truth && truth.TryGetValue<bool>(out _) && (isMapOfSchemas || key == "items");
            result[key] = isTruth ? ((bool)value! ? new JsonObject() : new JsonObject { ["not"] = new JsonObject() })
                : value is null ? null : Understood(value, !isMapOfSchemas && key is "properties" or "definitions" or "patternProperties");
        }

        return result;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }

    /// <summary>Finds schemas that others refer to in the folder, and nothing in any network.</summary>
    private sealed class Published(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
    {
        public override async Task<IJsonReference> ResolveUrlReferenceAsync(string url, System.Threading.CancellationToken cancellationToken = default) => await Load(PathOf(url));
    }
}
