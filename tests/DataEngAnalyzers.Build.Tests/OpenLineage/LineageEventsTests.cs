using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.OpenLineage;
using DataEngAnalyzers.Build.Tests.Model;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.OpenLineage;

public sealed class LineageEventsTests
{
    private static readonly string[] RunTime = ["eventType", "run", "inputFacets", "outputFacets", "dataQualityAssertions"];

    [Fact]
    public void There_is_one_event_a_stage_and_one_a_dataset()
    {
        var events = Events();

        Assert.Equal(2, events.Count(line => line["job"] is not null));
        Assert.Equal(3, events.Count(line => line["dataset"] is not null));
    }

    [SkippableFact]
    public async Task Events_and_facets_are_what_the_published_schemas_want()
    {
        OfficialSchemas.SkipWithout();
        var errors = new List<string>();
        foreach (var line in Events())
        {
            errors.AddRange(await OfficialSchemas.Judge((string)line["schemaURL"]!, line));
            foreach (var facet in Facets(line))
                errors.AddRange(await OfficialSchemas.Judge((string)facet["_schemaURL"]!, facet));
        }

        Assert.Empty(errors);
    }

    [SkippableFact]
    public async Task The_published_schemas_refuse_an_event_without_its_producer()
    {
        OfficialSchemas.SkipWithout();
        var line = Events()[0];
        line.AsObject().Remove("producer");

        Assert.NotEmpty(await OfficialSchemas.Judge((string)line["schemaURL"]!, line));
    }

    [Fact]
    public void A_job_declares_its_lineage_down_to_the_column()
    {
        var fields = Events()[0]["job"]!["facets"]!["lineage"]!["entries"]![0]!["fields"]!;

        Assert.Equal("raw.orders", (string?)fields["id"]!["inputs"]![0]!["name"]);
        Assert.Equal("id", (string?)fields["id"]!["inputs"]![0]!["field"]);
        Assert.Equal("IDENTITY", (string?)fields["id"]!["inputs"]![0]!["transformations"]![0]!["subtype"]);
    }

    [Fact]
    public void Nothing_is_said_that_only_a_run_can_know() =>
        Assert.All(Events(), line => Assert.DoesNotContain(Names(line), name => RunTime.Contains(name)));

    [Fact]
    public void A_stage_has_its_source_and_its_owner()
    {
        var facets = Events()[0]["job"]!["facets"]!;

        Assert.Equal("https://github.com/shop/etl/blob/c0ffee/Orders.cs#L8", (string?)facets["sourceCodeLocation"]!["url"]);
        Assert.Equal("team:shop", (string?)facets["ownership"]!["owners"]![0]!["name"]);
    }

    [Fact]
    public void A_dataset_that_is_one_stages_alone_is_left_out()
    {
        var facts = """{"name":"S.Load","project":"P","inputs":[{"dataset":{"namespace":"inmemory://","name":"S.Load/t"}}],"outputs":[{"dataset":{"namespace":"n","name":"t"},"mode":"append","columns":[{"name":"a","from":[{"dataset":{"namespace":"inmemory://","name":"S.Load/t"},"column":"a","type":"DIRECT"}]},{"name":"[0]","from":[]}]}]}""";

        Assert.DoesNotContain("inmemory", Text(new LogText().Stage(facts).Collect()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_is_spelled_as_its_dataset_spells_it()
    {
        var text = Text(new LogText().Stage("""
            {"name":"S.Load","project":"P","outputs":[{"dataset":{"namespace":"n","name":"t"},"mode":"append","columns":[{"name":"ID","from":[{"dataset":{"namespace":"n","name":"s"},"column":"Id","type":"DIRECT"}]}]}],
             "tables":[{"dataset":{"namespace":"n","name":"t"},"columns":[{"name":"id"}]}]}
            """).Collect());

        Assert.DoesNotContain("\"ID\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-03T04:05:06+01:00", "2026-02-03T03:05:06Z")]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("0", "1970-01-01T00:00:00Z")]
    [InlineData("yesterday", null)]
    [InlineData("99999999999999999", null)]
    public void The_time_is_the_one_that_the_build_says(string text, string? expected) =>
        Assert.Equal(expected, EventTime.Parse(text)?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    private static List<JsonNode> Events() => Text(new LogText()
            .Stage(Facts.Copy("raw.orders", "stg.orders", columns: ["id", "amount"]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
            .Stage(Facts.Copy("stg.orders", "dw.orders", name: "Shop.Dw.Load", columns: ["id"]), symbol: "M:Shop.Dw.Load", sites: [("Orders.cs", 9)])
            .Collect(repository: "https://github.com/shop/etl", owner: "team:shop"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .OrderBy(line => line["job"] is null)
        .ThenByDescending(line => (string?)line["job"]?["name"], StringComparer.Ordinal)
        .ToList();

    private static string Text(Build.Sarif.SarifRun run)
    {
        using var stream = new MemoryStream();
        new LineageEvents(AssessmentBuilderTests.Build(run), null).Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<JsonNode> Facets(JsonNode line) =>
        new[] { line["job"], line["dataset"] }
            .Concat(line["inputs"]?.AsArray() ?? [])
            .Concat(line["outputs"]?.AsArray() ?? [])
            .Where(owner => owner is not null)
            .SelectMany(owner => owner!["facets"]!.AsObject().Select(facet => facet.Value!));

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };
}
