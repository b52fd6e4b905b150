using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Pipeline;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>The lineage that the assessment gets of the samples, against the edges that a person found in them.</summary>
public sealed partial class SampleLineageTests
{
    // How the code names two files and a container, and what they are.
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["""{Path.Combine(folder, "daily_sales.csv")}.tmp"""] = "daily_sales.csv.tmp",
        ["{…}.tmp"] = "return_reasons.csv.tmp",
        ["<- c.id"] = "<- {catalog}:id",
        ["<- c ["] = "<- {catalog} [",
    };

    // An update by key in a handler of which nothing shows that a queue runs it: it may as well serve a window.
    private static readonly HashSet<string> OfUnknownHosts = ["dim_product <- dim_product.product_id [filter]"];

    [Theory]
    [InlineData("Flawed")]
    [InlineData("Sound")]
    public void Every_edge_of_a_sample_is_told_and_none_that_is_not_there(string sample)
    {
        var edges = SampleTruth.Of(sample).Select(edge => Spelled(edge.Line)).Where(line => line.Length > 0).ToHashSet();
        var seen = edges.Where(line => !line.EndsWith(" ?", StringComparison.Ordinal)).ToHashSet();
        var told = Told.By(Code.OfProject([Told.Asked], ["samples", "RetailWarehouse", sample])).Select(Told.JsonOf).SelectMany(EdgesOf).ToHashSet();

        SampleTruth.AssertNone("wrong or missing", told.Except(seen).Select(edge => "wrong " + edge).Concat(seen.Except(told).Except(OfUnknownHosts).Select(edge => "missing " + edge)));
    }

    // Schemas in which the engine looks first, case, and owners of what fills a hole are the names' own matter.
    private static string Spelled(string line)
    {
        foreach (var (shown, name) in Paths)
            line = line.Replace(shown, name, StringComparison.Ordinal);
        return HoleWithOwner().Replace(line, "{$1}").Replace("dbo.", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    private static IEnumerable<string> EdgesOf(JsonElement stage) => Items(stage, "outputs").SelectMany(output =>
        EdgesOf(output.GetProperty("dataset"), null, output).Concat(Items(output, "columns").SelectMany(column => EdgesOf(output.GetProperty("dataset"), column.GetProperty("name").GetString(), column))));

    private static IEnumerable<string> EdgesOf(JsonElement target, string? column, JsonElement holder) => Items(holder, "from")
        .Where(edge => edge.TryGetProperty("dataset", out _))
        .Select(edge => Spelled($"{Part(target, column)} <- {Part(edge.GetProperty("dataset"), edge.TryGetProperty("column", out var source) ? source.GetString() : null)}{Kind(edge)}"));

    [GeneratedRegex(@"\{[^{}(]*\.([^{}.(]*)\}")]
    private static partial Regex HoleWithOwner();

    private static List<JsonElement> Items(JsonElement element, string key) => element.TryGetProperty(key, out var items) ? [.. items.EnumerateArray()] : [];

    private static string Part(JsonElement dataset, string? column)
    {
        var name = dataset.GetProperty("name").GetString()!;
        var isTable = dataset.GetProperty("kind").GetString() == "table";
        name = name[(name.LastIndexOf('/') + 1)..];
        if (isTable && name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && name[..dot] is "main" or "public" or "dbo" or "warehouse")
            name = name.Split('.', name.StartsWith("warehouse.", StringComparison.Ordinal) ? 3 : 2)[^1];
        return column is null ? name : name + (isTable ? "." : ":") + column;
    }

    private static string Kind(JsonElement edge) => edge.GetProperty("subtype").GetString() is var kind and not "IDENTITY" ? $" [{kind!.Replace("_", "", StringComparison.Ordinal)}]" : "";
}
