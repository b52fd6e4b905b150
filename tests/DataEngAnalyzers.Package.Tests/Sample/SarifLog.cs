using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>What the compiler's error log says about the rules of this package.</summary>
internal sealed class SarifLog : IDisposable
{
    private readonly JsonDocument _log;
    private readonly Uri _folder;

    private SarifLog(JsonDocument log, string folder)
    {
        _log = log;
        _folder = new Uri(Path.Join(folder, "/"));
    }

    /// <summary>The rules that ran, whether they found something or not.</summary>
    public IEnumerable<string> Rules => Run.GetProperty("tool").GetProperty("driver").GetProperty("rules")
        .EnumerateArray()
        .Select(rule => rule.GetProperty("id").GetString()!)
        .Where(IsOurs);

    /// <summary>The findings, as lines of a list of expected findings.</summary>
    public IEnumerable<string> Findings => Run.GetProperty("results")
        .EnumerateArray()
        .Where(result => IsOurs(result.GetProperty("ruleId").GetString()!))
        .Select(ToFinding)
        .OrderBy(finding => finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line)
        .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
        .Select(finding => finding.ToString());

    private JsonElement Run => _log.RootElement.GetProperty("runs")[0];

    /// <summary>Reads the log that a build of the project has left in its <c>obj</c> folder.</summary>
    public static SarifLog OfProject(string folder) =>
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "findings.sarif"))), folder);

    public void Dispose() => _log.Dispose();

    private static bool IsOurs(string id) => id.StartsWith("DEA", StringComparison.Ordinal);

    private Finding ToFinding(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = new Uri(_folder, place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        return new Finding(
            _folder.MakeRelativeUri(file).ToString(),
            place.GetProperty("region").GetProperty("startLine").GetInt32(),
            result.GetProperty("ruleId").GetString()!,
            DatasetOf(result));
    }

    private static string DatasetOf(JsonElement result) =>
        result.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("customProperties", out var custom)
        && custom.TryGetProperty("dataeng.dataset", out var dataset)
            ? dataset.GetString()!
            : "-";

    private sealed record Finding(string File, int Line, string Rule, string Dataset)
    {
        public override string ToString() => $"{File}:{Line} {Rule} {Dataset}";
    }
}
