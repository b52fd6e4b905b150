using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>What another project declares is source in an editor and metadata in a build: no rule may hear the difference, none may fail on it.</summary>
public sealed class HostEqualityTests
{
    private const string Shared = """
        namespace Shop;
        public sealed class Sale { public int Id { get; set; } public decimal Amount { get; set; } public string Text { get; set; } = ""; public void Check() { if (Amount < 0) throw new InvalidDataException(); } }
        public sealed class SaleMap : ClassMap<Sale> { public SaleMap() { Map(sale => sale.Id).Validate(field => field.Field != ""); } }
        public static class Names { public const string Sales = "sales"; public static readonly string Insert = "INSERT INTO " + Sales + " (id) VALUES (@Id)"; public static string Of(string table) => "INSERT INTO " + table + " (id) VALUES (@Id)"; }
        public static class Guard { public static void Positive(Sale sale) { if (sale.Amount < 0) throw new InvalidDataException(); } public static Sale Known(Sale sale) => sale; }
        public sealed class Client(HttpClient http) { public Task Post() => http.PostAsync("x", null); }
        public class ShopData : DbContext { public DbSet<Sale> Sales => Set<Sale>(); }
        [DataEngAnalyzers.PipelineStage] public class Marked { public virtual void Run(NpgsqlConnection db) => db.Execute("INSERT INTO marks (id) VALUES (1)"); }
        """;

    [Theory]
    [InlineData("db.Execute($\"INSERT INTO {Names.Sales} (id) VALUES (@Id)\", sale);")]
    [InlineData("db.Execute(Names.Insert, sale);")]
    [InlineData("db.Execute(Names.Of(\"sales\"), sale);")]
    [InlineData("sale.Check(); db.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", sale);")]
    [InlineData("Guard.Positive(sale); db.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", sale);")]
    [InlineData("db.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", Guard.Known(sale));")]
    [InlineData("if (sale.Amount < 0) continue; db.Execute(\"INSERT INTO sales (id, amount) VALUES (@Id, @Amount)\", new { sale.Id, Amount = decimal.Parse(sale.Text) });")]
    [InlineData("csv.Context.RegisterClassMap<SaleMap>(); db.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", sale);")]
    [InlineData("using var data = new ShopData(); data.Sales.Add(sale); data.SaveChanges();")]
    [InlineData("foreach (var other in db.Query<Sale>(\"SELECT id, total FROM orders\")) db.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", other);")]
    [InlineData("new Marked().Run(db);")]
    [InlineData("new Client(new HttpClient()).Post().Wait();")]
    public async Task Both_hosts_say_the_same(string statements)
    {
        var solution = Projects.Of(("Shop.Shared", "using System.Net.Http;\n" + Shared), ("Shop.Jobs", "using System.Net.Http;\n" + Shop.JobOver(statements, "NpgsqlConnection db, string").Replace("using Shop.Data;", "", System.StringComparison.Ordinal)));

        Assert.Equal(await solution.SaysInBuild(), await solution.SaysInEditor());
    }

    [Fact]
    public void A_place_in_the_source_of_another_project_is_none_of_this_one()
    {
        var foreign = Code.Of("class Other;").Root.GetLocation();
        var project = Code.Of("class Own;").Context.Compilation;

        Assert.Equal(Location.None, foreign.SeenFrom(project));
        Assert.Equal(project.SyntaxTrees.First().GetRoot().GetLocation(), project.SyntaxTrees.First().GetRoot().GetLocation().SeenFrom(project));
    }

    [Fact]
    public async Task A_library_that_was_built_against_another_version_of_a_third_is_followed()
    {
        var solution = Projects.Of(("Shop.Rows", Shop.Rows), ("Shop.Data", Shop.Append), ("Shop.Jobs", Shop.JobOver("repository.InsertSale(sale);")));
        solution.Replace("Shop.Rows", Shop.Rows + " public sealed class Added { }", seenBy: "Shop.Jobs");

        Assert.Equal(["DEA1001 11: 'sales' gets every row again when RunAsync runs twice: the INSERT recognises no key"], await solution.SaysInEditor("DEA1001"));
    }
}
