using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Tests;

/// <summary>A log as the C# compiler writes it, with made up results.</summary>
internal sealed class LogText
{
    public const string Compiler = "Microsoft (R) Visual C# Compiler";

    private readonly string _folder;
    private readonly List<JsonNode> _results = [];
    private readonly SortedSet<string> _rules = [];

    /// <param name="folder">Where the sources were, on the machine that built.</param>
    public LogText(string folder = "/build/src") => _folder = folder;

    public string Tool { get; init; } = Compiler;

    public LogText Finding(
        string rule = "DEA1001",
        string severity = "Critical",
        string area = "Reliability",
        string file = "Orders.cs",
        int line = 10,
        string message = "'orders' gets every row again",
        string? dataset = null,
        string? evidence = null,
        string? remediation = "Use an upsert",
        string? symbol = "M:Shop.Orders.Load",
        string? fingerprint = "00000000000000a1",
        string? fix = "true",
        bool suppressed = false,
        params (string File, int Line)[] sites)
    {
        var properties = new (string Key, string? Value)[]
        {
            (PropertyKeys.Severity, severity), (PropertyKeys.Area, area), (PropertyKeys.Dataset, dataset), (PropertyKeys.Evidence, evidence),
            (PropertyKeys.Remediation, remediation), (PropertyKeys.Symbol, symbol), (PropertyKeys.Fingerprint, fingerprint), (PropertyKeys.Fix, fix),
        };
        return Add(rule, file, line, message, properties, suppressed, sites);
    }

    /// <param name="facts">The JSON of a stage.</param>
    public LogText Stage(string facts, string symbol = "M:Shop.Orders.Load", string file = "Orders.cs", int line = 8, string version = "1", params (string File, int Line)[] sites) =>
        Add("DEA0006", file, line, "facts", [(PropertyKeys.FactsVersion, version), (PropertyKeys.Facts, facts), (PropertyKeys.Symbol, symbol)], false, sites);

    public LogText Add(string rule, string file, int line, string message, (string Key, string? Value)[] properties, bool suppressed = false, params (string File, int Line)[] sites)
    {
        _rules.Add(rule);
        var custom = new JsonObject();
        foreach (var (key, value) in properties.Where(property => property.Value is not null))
            custom[key] = value;
        var result = new JsonObject
        {
            ["ruleId"] = rule,
            ["level"] = "warning",
            ["message"] = new JsonObject { ["text"] = message },
            ["locations"] = new JsonArray(Location(file, line)),
            ["relatedLocations"] = new JsonArray([.. sites.Select(site => Location(site.File, site.Line))]),
            ["properties"] = new JsonObject { ["warningLevel"] = 1, ["customProperties"] = custom },
        };
        if (suppressed)
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource" });
        _results.Add(result);
        return this;
    }

    public override string ToString() => new JsonObject
    {
        ["$schema"] = "http://json.schemastore.org/sarif-2.1.0",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["results"] = new JsonArray([.. _results.Select(result => result.DeepClone())]),
            ["properties"] = new JsonObject { ["analyzerExecutionTime"] = "1.5" },
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = Tool,
                    ["version"] = "5.0.0",
                    ["rules"] = new JsonArray([.. _rules.Select(rule => new JsonObject
                    {
                        ["id"] = rule,
                        ["shortDescription"] = new JsonObject { ["text"] = "Title of " + rule },
                        ["defaultConfiguration"] = new JsonObject { ["level"] = "warning" },
                        ["helpUri"] = "https://example.org/" + rule,
                    })]),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
        }),
    }.ToJsonString();

    /// <summary>The one run in it.</summary>
    public SarifRun Read() => SarifReader.Read(Stream(ToString())).Single();

    /// <summary>The run as a build collects it.</summary>
    public SarifRun Collect(string project = "Shop", string? failOn = null, string? repository = null, string? framework = null, string? owner = null, SourceLines? lines = null) => Collector.Collect(
        Read(),
        new RunContext { Project = project, FailOn = failOn, Repository = repository, Revision = repository is null ? null : "c0ffee", Framework = framework, Owner = owner },
        new SourceRoot(_folder),
        lines ?? SourceLines.None);

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private JsonObject Location(string file, int line) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = "file://" + (_folder.StartsWith('/') ? "" : "/") + _folder + "/" + file },
            ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = 5, ["endLine"] = line, ["endColumn"] = 9 },
        },
    };
}
