using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>What DEA0006 tells the assessment: the contract of its keys.</summary>
public sealed class StageFactsTests
{
    private const string Load = """
        using Microsoft.Extensions.Configuration;
        namespace Acme.Etl;
        public sealed class OrderRow { public int Id { get; set; } public decimal Amount { get; set; } }
        public sealed class OrdersLoad(IConfiguration configuration)
        {
            public async Task RunAsync()
            {
                using var csv = new CsvReader(new StreamReader("in/orders.csv"), CultureInfo.InvariantCulture);
                await using var db = new NpgsqlConnection(configuration.GetConnectionString("Dw"));
                await db.ExecuteAsync("CREATE TABLE IF NOT EXISTS public.orders (id integer PRIMARY KEY, amount numeric(18,2) NOT NULL, loaded_at timestamptz)");
                foreach (var row in csv.GetRecords<OrderRow>())
                    await db.ExecuteAsync("INSERT INTO orders (id, amount, loaded_at) VALUES (@Id, @Amount, now()) ON CONFLICT (id) DO UPDATE SET amount = excluded.amount", row);
            }
        }
        """;

    [Fact]
    public void Keys_stand_in_the_order_of_the_contract_and_empty_ones_are_absent() => Assert.Equal(
        """
        {"name":"Acme.Etl.OrdersLoad.RunAsync","project":"Subject","host":"unknown","why":"it moves rows from a source to a sink",
        "inputs":[{"dataset":{"kind":"file","namespace":"file","name":"in/orders.csv"},"at":[0,1],"validated":false,"columns":[{"name":"Id"},{"name":"Amount"}]}],
        "outputs":[{"dataset":{"kind":"table","namespace":"postgres://{ConnectionStrings:Dw}","name":"public.orders"},"at":[2],"mode":"upsert","transaction":false,"retry":false,"validated":false,"key":["id"],
        "columns":[
        {"name":"id","type":"integer","from":[{"dataset":{"kind":"file","namespace":"file","name":"in/orders.csv"},"column":"Id","type":"DIRECT","subtype":"IDENTITY","via":["OrderRow.Id"],"at":[1]}]},
        {"name":"amount","type":"numeric(18,2)","from":[{"dataset":{"kind":"file","namespace":"file","name":"in/orders.csv"},"column":"Amount","type":"DIRECT","subtype":"IDENTITY","via":["OrderRow.Amount"],"at":[1]}]},
        {"name":"loaded_at","type":"timestamptz","values":["clock"]}]}],
        "tables":[{"dataset":{"kind":"table","namespace":"postgres://{ConnectionStrings:Dw}","name":"public.orders"},"key":["id"],"primary":true,
        "columns":[{"name":"id","type":"integer","nullable":false,"from":"DDL"},{"name":"amount","type":"numeric(18,2)","nullable":false,"from":"DDL"},{"name":"loaded_at","type":"timestamptz","nullable":true,"from":"DDL"}],"at":[3]}],
        "window":{"kind":"full","at":[0]}}
        """.ReplaceLineEndings("\n").Replace("\n", "", System.StringComparison.Ordinal),
        Told.By(Code.Of(Load, Told.Asked)).Single().Properties[PropertyKeys.FactsStage]);

    [Theory]
    [InlineData("DateTime.UtcNow", "utc")]
    [InlineData("DateTimeOffset.Now", "utc")]
    [InlineData("DateTime.Now", "local")]
    [InlineData("DateTime.UtcNow.AddDays(-1)", null)]
    [InlineData("new DateTime(2026, 1, 1)", null)]
    public void A_column_says_which_clock_it_is_given(string value, string? clock)
    {
        var stage = Told.By(Load.Replace("now()", "@At", System.StringComparison.Ordinal).Replace("excluded.amount\", row", $"excluded.amount\", new {{ row.Id, row.Amount, At = {value} }}", System.StringComparison.Ordinal));

        var column = stage.GetProperty("outputs")[0].GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "loaded_at");
        Assert.Equal(clock, column.TryGetProperty("clock", out var told) ? told.GetString() : null);
    }

    [Fact]
    public void Every_number_is_a_place_of_the_finding_and_every_place_has_its_number()
    {
        foreach (var finding in Told.By(Code.OfProject([Told.Asked], ["samples", "RetailWarehouse", "Flawed"])))
            Assert.Equal(Enumerable.Range(0, finding.AdditionalLocations.Count), Numbers(Told.JsonOf(finding)).Distinct().Order());
    }

    [Fact]
    public async Task Nothing_is_told_unless_an_assessment_is_asked_for()
    {
        Assert.DoesNotContain(await Run(Load), finding => finding.Id == "DEA0006");
        Assert.DoesNotContain(await Run(Load, ("build_property.DataEngAssessment", "false")), finding => finding.Id == "DEA0006");
    }

    [Fact]
    public async Task The_finding_says_which_method_it_is_and_that_it_is_no_finding()
    {
        var told = Assert.Single(await Run(Load, Told.Asked), finding => finding.Id == "DEA0006");

        Assert.Equal(DiagnosticSeverity.Info, told.Severity);
        Assert.Equal("RunAsync", told.Location.SourceTree!.ToString().Substring(told.Location.SourceSpan.Start, told.Location.SourceSpan.Length));
        Assert.Equal("M:Acme.Etl.OrdersLoad.RunAsync", told.Properties[PropertyKeys.Symbol]);
        Assert.Equal(("None", "Health", "1"), (told.Properties[PropertyKeys.Severity], told.Properties[PropertyKeys.Area], told.Properties[PropertyKeys.FactsVersion]));
        Assert.Matches("^[0-9a-f]{16}$", told.Properties[PropertyKeys.Fingerprint]);
    }

    [Fact]
    public async Task Same_source_gives_same_bytes()
    {
        var code = string.Concat(Enumerable.Range(0, 20).Select(number => Load[Load.IndexOf("public sealed class OrdersLoad", System.StringComparison.Ordinal)..].Replace("OrdersLoad", $"Load{number}", System.StringComparison.Ordinal)));
        code = Load + code;

        Assert.Equal((await Run(code, Told.Asked)).Select(Shown), (await Run(code, Told.Asked)).Select(Shown));

        static string Shown(Diagnostic finding) => finding.Location + finding.Properties.GetValueOrDefault(PropertyKeys.FactsStage);
    }

    [Fact]
    public void A_method_that_two_callers_start_is_one_stage_with_the_datasets_of_both()
    {
        const string code = """
            public sealed class Copier
            {
                public void Copy(string from, string table)
                {
                    using var db = new NpgsqlConnection("Host=db1;Database=dw");
                    db.Execute("INSERT INTO " + table + " (line) VALUES (@line)", File.ReadLines(from).Select(line => new { line }));
                }
            }
            public sealed class Orders : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) { new Copier().Copy("orders.csv", "orders"); return Task.CompletedTask; } }
            public sealed class Returns : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) { new Copier().Copy("returns.csv", "returns"); return Task.CompletedTask; } }
            """;
        var stage = Told.JsonOf(Told.By(Code.OfHosted(code, Told.Asked)).Single());

        Assert.Equal(["file orders.csv", "file returns.csv"], Told.Names(stage, "inputs"));
        Assert.Equal(["postgres://db1:5432 dw.public.orders", "postgres://db1:5432 dw.public.returns"], Told.Names(stage, "outputs"));
        Assert.Equal(("scheduled", "BackgroundService"), (stage.GetProperty("host").GetString(), stage.GetProperty("runner").GetString()));
    }

    [Fact]
    public void Code_that_is_no_pipeline_tells_nothing() =>
        Assert.Empty(Told.By(Code.Of("""public sealed class Shop(NpgsqlConnection db) { public void Rename(int id, string name) => db.Execute("UPDATE customers SET name = @name WHERE id = @id", new { id, name }); }""", Told.Asked)));

    [Fact]
    public async Task A_finding_says_whether_its_rule_has_a_fix()
    {
        var findings = await Run(Load);

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(AllRules.All.First(rule => rule.Id == finding.Id).NoFix is null ? "true" : "false", finding.Properties["dataeng.fix"]));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Run(string code, params (string Key, string Value)[] options) =>
        await Analysis.RunAsync(
            new[] { Prelude.Source, code }.Select((text, index) => Analysis.ParseFile($"Code{index}.cs", text)),
            OutputKind.DynamicallyLinkedLibrary,
            options.ToDictionary(option => option.Key, option => option.Value));

    private static IEnumerable<int> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "at" ? property.Value.EnumerateArray().Select(number => number.GetInt32()) : Numbers(property.Value)),
        _ => [],
    };
}
