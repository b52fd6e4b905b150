using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Writes runs as SARIF 2.1.0, ready for code scanning: paths from the root, fingerprints that survive moved lines.</summary>
internal static class SarifWriter
{
    public const string ToolName = "DataEngAnalyzers";

    // The one that code scanning services look at.
    private const string LineHash = "primaryLocationLineHash";

    /// <summary>For files people and tools read: letters stay letters, and lines end the same way on every system.</summary>
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(SarifRun run, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(run, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(SarifRun run, Utf8JsonWriter json)
    {
        var results = run.Results.OrderBy(result => result, ResultOrder.Instance).ToList();
        var used = new HashSet<string>(results.Select(result => result.Rule), StringComparer.Ordinal);

        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolName);
        json.WriteString("informationUri", Product.Url);
        json.WriteString("semanticVersion", Product.Version);
        json.WriteStartArray("rules");
        foreach (var rule in run.Rules.Values.Where(rule => used.Contains(rule.Id)).OrderBy(rule => rule.Id, StringComparer.Ordinal))
            WriteRule(rule, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        SarifContext.Write(run.Context, json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var ordinals = new Ordinals();
        foreach (var result in results)
            WriteResult(result, ordinals, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(SarifRule rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteMessage(json, "shortDescription", rule.Title);
        if (rule.Level is { } level)
        {
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", level);
            json.WriteEndObject();
        }

        if (rule.Help is { } help)
            json.WriteString("helpUri", help);
        json.WriteEndObject();
    }

    private static void WriteResult(SarifResult result, Ordinals ordinals, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Rule);
        json.WriteString("level", result.Level);
        WriteMessage(json, "message", result.Message);
        if (result.Place is { } place)
        {
            json.WriteStartArray("locations");
            SarifPlaces.Write(place, json);
            json.WriteEndArray();
        }

        if (result.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            for (var site = 0; site < result.Related.Count; site++)
                SarifPlaces.Write(result.Related[site], json, id: site);
            json.WriteEndArray();
        }

        if (result[PropertyKeys.Fingerprint] is { } fingerprint)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString(LineHash, $"{fingerprint}:{ordinals.Next(fingerprint)}");
            json.WriteEndObject();
        }

        if (result.Suppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteStartObject("customProperties");
        foreach (var property in result.Properties.OrderBy(property => property.Key, StringComparer.Ordinal))
            json.WriteString(property.Key, property.Value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
