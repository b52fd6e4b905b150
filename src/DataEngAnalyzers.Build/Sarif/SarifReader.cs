using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>
/// Reads the logs that C# compilers and this package write, SARIF 2.1.0 and the compiler's older 1.0.0. It holds one result
/// at a time, and throws <see cref="SarifException"/> when the file is something else.
/// </summary>
internal sealed class SarifReader
{
    /// <summary>The rule whose results are facts of stages, and no findings.</summary>
    public const string FactsRule = "DEA0006";

    /// <summary>Rules of this package.</summary>
    private const string Prefix = "DEA";

    private readonly JsonStream _json;
    private string? _version;

    private SarifReader(JsonStream json) => _json = json;

    public static IReadOnlyList<SarifRun> ReadFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SarifException("cannot be read: " + (error is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : error.Message), error);
        }
    }

    public static IReadOnlyList<SarifRun> Read(Stream stream)
    {
        try
        {
            return new SarifReader(new JsonStream(stream)).ReadLog();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new SarifException("is no complete JSON: " + error.Message, error);
        }
    }

    private List<SarifRun> ReadLog()
    {
        if (_json.Read() != JsonTokenType.StartObject)
            throw new SarifException("is no SARIF: its root is no object");

        List<SarifRun>? runs = null;
        while (_json.Read() == JsonTokenType.PropertyName)
        {
            if (_json.Name == "version")
                _version = _json.ReadValue().AsText();
            else if (_json.Name == "runs")
                runs = ReadRuns();
            else
                _json.Skip();
        }

        if (runs is null || _version is not ("2.1.0" or "1.0.0"))
            throw new SarifException(runs is null ? "is no SARIF: it has no runs" : $"is SARIF {_version}; 2.1.0 is known");
        var ours = runs.FindAll(IsKnown);
        if (ours.Count == 0)
            throw new SarifException(runs.Count == 0 ? "has no run" : $"was written by '{runs[0].Tool}', and holds nothing of DataEngAnalyzers");
        return ours;
    }

    private static bool IsKnown(SarifRun run) =>
        run.Results.Count > 0
        || run.Tool == SarifWriter.ToolName
        || run.Tool.IndexOf("C# Compiler", StringComparison.Ordinal) >= 0;

    private List<SarifRun> ReadRuns()
    {
        var runs = new List<SarifRun>();
        if (_json.Read() != JsonTokenType.StartArray)
            throw new SarifException("is no SARIF: its runs are no array");
        while (_json.Read() == JsonTokenType.StartObject)
            runs.Add(ReadRun());
        return runs;
    }

    private SarifRun ReadRun()
    {
        var results = new List<SarifResult>();
        var rules = new Dictionary<string, SarifRule>(StringComparer.Ordinal);
        var context = new RunContext();
        var tool = string.Empty;
        while (_json.Read() == JsonTokenType.PropertyName)
        {
            switch (_json.Name)
            {
                case "results":
                    ReadResults(results);
                    break;
                case "tool":
                    var element = _json.ReadValue();
                    var driver = element.Member("driver") ?? element;
                    tool = driver.Text("name") ?? string.Empty;
                    AddRules(driver.Items("rules", rule => rule.ValueKind == JsonValueKind.Object ? ToRule(rule) : null), rules);
                    break;
                case "rules":
                    AddRules(OldRules(_json.ReadValue()), rules);
                    break;
                case "properties":
                    context = SarifContext.Read(_json.ReadValue(), context);
                    break;
                case "versionControlProvenance":
                    context = SarifContext.ReadVersionControl(_json.ReadValue(), context);
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        return new SarifRun { Tool = tool, Context = context, Rules = rules, Results = results };
    }

    private void ReadResults(List<SarifResult> results)
    {
        if (_json.Read() != JsonTokenType.StartArray)
            return;
        while (_json.TryReadItem(out var item))
        {
            if (item.Text("ruleId") is { } rule && rule.StartsWith(Prefix, StringComparison.Ordinal))
                results.Add(ToResult(rule, item));
        }
    }

    private static void AddRules(IEnumerable<SarifRule> found, Dictionary<string, SarifRule> rules)
    {
        foreach (var rule in found.Where(rule => rule.Id.StartsWith(Prefix, StringComparison.Ordinal)))
            rules[rule.Id] = rule;
    }

    private static IEnumerable<SarifRule> OldRules(JsonElement rules) =>
        rules.ValueKind == JsonValueKind.Object ? rules.EnumerateObject().Select(rule => ToRule(rule.Value)) : [];

    private static SarifRule ToRule(JsonElement rule) => new(
        rule.Text("id") ?? string.Empty,
        Message(rule.Member("shortDescription")) ?? string.Empty,
        rule.Text("helpUri"),
        rule.Member("defaultConfiguration")?.Text("level") ?? rule.Text("defaultLevel"));

    private static SarifResult ToResult(string rule, JsonElement result) => new()
    {
        Rule = rule,
        Level = result.Text("level") ?? "warning",
        Message = Message(result.Member("message")) ?? string.Empty,
        Suppressed = IsFilled(result.Member("suppressions")) || IsFilled(result.Member("suppressionStates")),
        Place = result.First("locations") is { } place ? SarifPlaces.Read(place) : null,
        Related = result.Items("relatedLocations", SarifPlaces.Read),
        Properties = Properties(result),
    };

    private static Dictionary<string, string> Properties(JsonElement result)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (result.Member("properties")?.Member("customProperties") is { ValueKind: JsonValueKind.Object } custom)
        {
            foreach (var property in custom.EnumerateObject())
            {
                if (property.Value.AsText() is { } value)
                    properties[property.Name] = value;
            }
        }

        return properties;
    }

    private static bool IsFilled(JsonElement? array) => array is { ValueKind: JsonValueKind.Array } found && found.GetArrayLength() > 0;

    /// <summary>2.1.0 wraps a text, 1.0.0 does not.</summary>
    private static string? Message(JsonElement? message) => message is { } found ? found.AsText() ?? found.Text("text") : null;
}
