using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class CheckRacesTests : RuleTests
{
    public CheckRacesTests()
        : base("DEA1012") => Sources["Hosts.cs"] = HostStubs.Source;

    private static string Handler(string body, string trigger = "[QueueTrigger(\"sales\")] ", string attribute = "") => $$"""
        using Microsoft.Azure.WebJobs;

        namespace Shop;

        {{attribute}}
        public sealed class Product
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }

        public sealed class CatalogContext : DbContext
        {
            public DbSet<Product> Products => Set<Product>();
        }

        public sealed class ProductHandler(CatalogContext context, SqlConnection sqlServer)
        {
            public async Task Run({{trigger}}string name)
            {
                {{body}}
                await Task.CompletedTask;
                _ = sqlServer;
            }
        }
        """;

    [Theory]
    [InlineData("if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.[|Add|](new Product { Name = name }); await context.SaveChangesAsync(); }")]
    [InlineData("if (context.Products.Any(product => product.Name == name)) return; context.[|Add|](new Product { Name = name }); context.SaveChanges();")]
    [InlineData("var known = await context.Products.FirstOrDefaultAsync(product => product.Name == name); if (known is null) { context.Products.[|Add|](new Product { Name = name }); await context.SaveChangesAsync(); }")]
    public Task Reports_a_consumer_that_looks_and_then_inserts(string body) => Reports(Handler(body));

    private const string Racing = "if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.Add(new Product { Name = name }); await context.SaveChangesAsync(); }";

    [Fact]
    public Task Quiet_when_one_run_at_a_time_looks() => StaysQuiet(Handler(Racing, "[TimerTrigger(\"0 * * * * *\")] "));

    [Fact]
    public Task Quiet_when_a_unique_index_stops_the_second() => StaysQuiet(Handler(Racing, attribute: "[Index(nameof(Name), IsUnique = true)]"));

    [Theory]
    [InlineData("if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.Add(new Product { Name = name }); try { await context.SaveChangesAsync(); } catch (DbUpdateException error) when (error.InnerException is SqlException { Number: 2627 }) { } }")]
    [InlineData("using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable); if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.Add(new Product { Name = name }); await context.SaveChangesAsync(); } await transaction.CommitAsync();")]
    [InlineData("await context.Database.ExecuteSqlRawAsync(\"EXEC sp_getapplock 'products', 'Exclusive'\"); if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.Add(new Product { Name = name }); await context.SaveChangesAsync(); }")]
    [InlineData("if (!await context.Products.AnyAsync(product => product.Name == name)) { context.Products.Add(new Product { Id = int.Parse(name), Name = name }); await context.SaveChangesAsync(); }")]
    [InlineData("await sqlServer.ExecuteAsync(\"IF NOT EXISTS (SELECT 1 FROM unknown WHERE name = @name) INSERT INTO unknown (name) VALUES (@name)\", new { name });")]
    public Task Quiet_when_something_keeps_the_two_apart_or_nothing_is_known(string body) => StaysQuiet(Handler(body));

    [Fact]
    public async Task Names_the_job_and_not_the_method_that_asks_for_it()
    {
        var findings = await Analysis.RunAsync(Prelude.Source, """
            namespace Shop;

            public sealed class CatalogContext : DbContext { public DbSet<Product> Products => Set<Product>(); }
            public sealed class Product { public int Id { get; set; } public string Name { get; set; } = ""; }

            public sealed class Catalog(CatalogContext context)
            {
                public void Upload(string name) => Hangfire.BackgroundJob.Enqueue(() => ImportAsync(name));

                public async Task ImportAsync(string name)
                {
                    if (await context.Products.AnyAsync(product => product.Name == name))
                        return;
                    context.Products.Add(new Product { Name = name });
                    await context.SaveChangesAsync();
                }
            }
            """);

        Assert.Equal(
            "'Products' gets a row twice when two runs of ImportAsync meet: both look, both find it missing, both insert it",
            Assert.Single(findings, finding => finding.Id == "DEA1012").GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
