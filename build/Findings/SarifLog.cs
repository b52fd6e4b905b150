using System;
using System.Collections.Generic;
using System.Text.Json;

namespace DataEngAnalyzers.Findings;

/// <summary>Reads the log that the C# compiler writes (SARIF 2.1.0).</summary>
internal static class SarifLog
{
    /// <summary>The findings of this package that nobody suppressed, in the order of the log.</summary>
    public static IReadOnlyList<Finding> Read(string text)
    {
        using var log = JsonDocument.Parse(text);
        var findings = new List<Finding>();
        foreach (var run in log.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                if (IsOurs(result) && !result.TryGetProperty("suppressions", out _))
                    findings.Add(ToFinding(result));
            }
        }

        return findings;
    }

    private static bool IsOurs(JsonElement result) =>
        result.GetProperty("ruleId").GetString()!.StartsWith("DEA", StringComparison.Ordinal);

    private static Finding ToFinding(JsonElement result)
    {
        var (file, line) = Place(result);
        return new Finding(
            result.GetProperty("ruleId").GetString()!,
            Fact(result, "severity") ?? "Health",
            file,
            line,
            result.GetProperty("message").GetProperty("text").GetString()!,
            Fact(result, "evidence"),
            Fact(result, "remediation"));
    }

    private static (string File, int Line) Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
            return ("", 0);

        var place = locations[0].GetProperty("physicalLocation");
        var uri = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute);
        return (uri.IsAbsoluteUri ? uri.LocalPath : uri.OriginalString, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    private static string? Fact(JsonElement result, string key) =>
        result.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("customProperties", out var custom)
        && custom.TryGetProperty("dataeng." + key, out var value)
            ? value.GetString()
            : null;
}
