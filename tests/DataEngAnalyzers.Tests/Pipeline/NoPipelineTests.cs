using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Code that stores data and is no pipeline, with the reason that the note gives.</summary>
public sealed class NoPipelineTests
{
    private const string Insert = """db.Execute("INSERT INTO dw.orders (id) VALUES (@id)", new { id = 1 });""";

    [Theory]
    [InlineData("Microsoft.AspNetCore.Mvc.ControllerBase", "it serves a web request")]
    [InlineData("Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "it serves a web request")]
    [InlineData("Microsoft.AspNetCore.SignalR.Hub", "it serves a web request")]
    [InlineData("Microsoft.AspNetCore.Components.ComponentBase", "it serves a web request")]
    [InlineData("Microsoft.AspNetCore.Mvc.ViewComponent", "it serves a web request")]
    [InlineData("System.Web.Http.ApiController", "it serves a web request")]
    [InlineData("System.Windows.Window", "it serves a screen")]
    [InlineData("System.Windows.Forms.Form", "it serves a screen")]
    [InlineData("Avalonia.Controls.UserControl", "it serves a screen")]
    public void Web_and_desktop_screens_store_what_a_user_entered(string host, string why) => ScopeText.Says(
        $"public class Orders(NpgsqlConnection db) : {host} {{ public void Save() {{ {Insert} }} }}",
        $"Orders.Save does not count as pipeline code: {why} ({host})");

    [Fact]
    public void A_base_class_of_a_screen_counts_for_all_below_it() => ScopeText.Says(
        $"public abstract class ShopPage : Microsoft.Maui.Controls.ContentPage; public class OrderPage(NpgsqlConnection db) : ShopPage {{ public void Save() {{ {Insert} }} }}",
        "OrderPage.Save does not count as pipeline code: it serves a screen (Microsoft.Maui.Controls.ContentPage)");

    [Fact]
    public void A_window_whose_framework_is_not_restored_is_still_a_window() => Assert.Equal(
        ["Orders.Save does not count as pipeline code: it serves a screen (Window)"],
        ScopeText.OfBroken($"namespace Shop; public class Orders(NpgsqlConnection db) : Window {{ public void Save() {{ {Insert} }} }}"));

    [Fact]
    public void A_minimal_api_stores_an_order() => ScopeText.Says(
        $$"""
        public static class Endpoints
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, "/orders", (NpgsqlConnection db) => { {{Insert}} });
        }
        """,
        "Endpoints.Map does not count as pipeline code: it serves a web request (EndpointRouteBuilderExtensions.MapPost)");

    [Fact]
    public void A_minimal_api_stores_through_a_repository() => ScopeText.Says(
        $$"""
        public sealed class OrderStore(NpgsqlConnection db) { public void Add(IEnumerable<Sale> sales) => db.Execute("INSERT INTO dw.orders (id) VALUES (@Id)", sales); }
        public static class Endpoints
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, "/orders", (List<Sale> sales, OrderStore store) => store.Add(sales));
        }
        """,
        "OrderStore.Add does not count as pipeline code: it serves a web request (EndpointRouteBuilderExtensions.MapPost) and is called (Endpoints.Map)");

    [Fact]
    public void A_grpc_service_stores_a_call() => ScopeText.Says(
        $$"""
        [Grpc.Core.BindServiceMethod(typeof(OrdersBase), "BindService")]
        public abstract class OrdersBase { public static void BindService() { } }
        public sealed class OrdersService(NpgsqlConnection db) : OrdersBase { public void Add() { {{Insert}} } }
        """,
        "OrdersService.Add does not count as pipeline code: it serves a web request (Grpc.Core.BindServiceMethodAttribute)");

    [Theory]
    [InlineData("[HotChocolate.Types.MutationType] public class Mutation { public void Add(NpgsqlConnection db)", "HotChocolate.Types.MutationTypeAttribute")]
    [InlineData("public class Mutation { public void Add([HotChocolate.Service] NpgsqlConnection db)", "HotChocolate.ServiceAttribute")]
    public void A_resolver_stores_a_mutation(string start, string shown) => ScopeText.Says(
        $"{start} {{ {Insert} }} }}",
        $"Mutation.Add does not count as pipeline code: it serves a web request ({shown})");

    [Theory]
    [InlineData("[Microsoft.Azure.Functions.Worker.HttpTrigger(\"post\")] string request", "Microsoft.Azure.Functions.Worker.HttpTriggerAttribute")]
    [InlineData("Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest request", "Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest")]
    public void A_cloud_function_behind_a_url_serves_a_request(string parameter, string shown) => ScopeText.Says(
        $"public sealed class Orders(NpgsqlConnection db) {{ public void Run({parameter}) {{ {Insert} }} }}",
        $"Orders.Run does not count as pipeline code: it serves a web request ({shown})");

    [Theory]
    [InlineData("Xunit.Fact")]
    [InlineData("NUnit.Framework.Test")]
    [InlineData("Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod")]
    [InlineData("TUnit.Core.Test")]
    [InlineData("BenchmarkDotNet.Attributes.Benchmark")]
    public void A_test_or_benchmark_fills_its_own_tables(string attribute) => ScopeText.Says(
        $"public class OrderImport(NpgsqlConnection db) {{ [{attribute}] public void Imports() {{ {Insert} }} }}",
        "OrderImport.Imports does not count as pipeline code: it is test code (Shop.OrderImport)");

    [Theory]
    [InlineData("public class DemoSeeder(NpgsqlConnection db) { public void Run()", "DemoSeeder.Run", "Shop.DemoSeeder")]
    [InlineData("public class Demo(NpgsqlConnection db) { public void SeedOrders()", "Demo.SeedOrders", "Demo.SeedOrders")]
    [InlineData("public class DbInitializer(NpgsqlConnection db) { public void Initialize()", "DbInitializer.Initialize", "Shop.DbInitializer")]
    public void A_seeder_fills_tables_once(string start, string method, string shown) => ScopeText.Says(
        $"{start} {{ foreach (var line in File.ReadLines(\"orders.csv\")) db.Execute(\"INSERT INTO dw.orders (line) VALUES (@line)\", new {{ line }}); }} }}",
        $"{method} does not count as pipeline code: it is seed code ({shown})");

    [Fact]
    public void A_hosted_service_that_stores_what_stands_in_the_code_is_a_seeder() => ScopeText.Says(
        """
        public sealed class Setup(ShopContext context) : Microsoft.Extensions.Hosting.IHostedService
        {
            public Task StartAsync(CancellationToken ct)
            {
                if (!context.Sales.Any())
                {
                    context.Sales.AddRange(new Sale { Id = 1, Product = "tea" }, new Sale { Id = 2, Product = "milk" });
                    context.SaveChanges();
                }
                return Task.CompletedTask;
            }
            public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
        }
        """,
        "Setup.StartAsync does not count as pipeline code: nothing shows that rows move from a source to a sink");

    [Fact]
    public void A_migration_moves_rows_where_its_tool_runs_it() => ScopeText.Says(
        """
        public sealed class CopyOrders : Microsoft.EntityFrameworkCore.Migrations.Migration
        {
            protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder) =>
                migrationBuilder.Sql("INSERT INTO dw.orders (id) SELECT id FROM orders");
        }
        """,
        "CopyOrders.Up does not count as pipeline code: it is migration code (Microsoft.EntityFrameworkCore.Migrations.Migration)");

    [Fact]
    public void Code_that_only_reads_moves_nothing() => ScopeText.Says(
        "public sealed class Report(NpgsqlConnection db) { public object Run() => db.Query(\"SELECT id FROM dw.orders\"); }",
        "Report.Run does not count as pipeline code: it only reads");

    [Fact]
    public void One_row_that_nothing_schedules_is_no_pipeline() => ScopeText.Says(
        $"public sealed class Orders(NpgsqlConnection db) {{ public void Add() {{ {Insert} }} }}",
        "Orders.Add does not count as pipeline code: nothing shows that rows move from a source to a sink");

    [Fact]
    public void With_marked_stages_only_a_job_does_not_count() => Assert.Equal(
        ["ImportJob.Invoke does not count as pipeline code: only marked stages count here"],
        ScopeText.Of($"namespace Shop; public sealed class ImportJob(NpgsqlConnection db) : Coravel.Invocable.IInvocable {{ public async Task Invoke() {{ {Insert} await Task.Yield(); }} }}", ("dataeng.pipeline_scope", "annotated")));

    [Fact]
    public void With_every_method_in_scope_a_web_request_counts() => Assert.Equal(
        ["Orders.Add counts as pipeline code: every method counts here"],
        ScopeText.Of($"namespace Shop; public sealed class Orders(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase {{ public void Add() {{ {Insert} }} }}", ("dataeng.pipeline_scope", "all")));

    [Fact]
    public void A_person_who_types_rows_is_no_schedule() => ScopeText.Says(
        """
        public static class Program
        {
            public static void Main(string[] args)
            {
                using var db = new NpgsqlConnection(args[0]);
                while (Console.ReadLine() is { } line)
                    db.Execute("INSERT INTO dw.orders (line) VALUES (@line)", new { line });
            }
        }
        """,
        "Program.Main does not count as pipeline code: nothing shows that rows move from a source to a sink");

    [Theory]
    [InlineData("RemoveRange")]
    [InlineData("UpdateRange")]
    [InlineData("AddRange")]
    public void A_handler_changes_the_rows_that_belong_to_what_it_has_read(string change) => ScopeText.Says(
        $$"""
        public sealed class EditArticle(ShopContext context)
        {
            public async Task Handle(int id, IReadOnlyList<Sale> lines, CancellationToken ct)
            {
                var sale = await context.Sales.FirstOrDefaultAsync(sale => sale.Id == id, ct);
                context.Sales.{{change}}(lines);
                await context.SaveChangesAsync(ct);
            }
        }
        """,
        "EditArticle.Handle does not count as pipeline code: nothing shows that rows move from a source to a sink");
}
