using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>Where datasets are kept, as the code shows it; and that stages of many projects meet on their names.</summary>
public sealed class DatasetPlaceTests
{
    [Theory]
    [InlineData("""new NpgsqlConnection("Host=db1;Database=dw")""", "postgres://db1:5432 dw.public.orders")]
    [InlineData("""new NpgsqlConnection($"Host=db1;Database=dw;Password={password}")""", "postgres://db1:5432 dw.public.orders")]
    [InlineData("""new NpgsqlConnection(configuration.GetConnectionString("Dw"))""", "postgres://{ConnectionStrings:Dw} public.orders")]
    [InlineData("""new NpgsqlConnection(configuration["ConnectionStrings:Dw"])""", "postgres://{ConnectionStrings:Dw} public.orders")]
    [InlineData("""new NpgsqlConnection(configuration.GetSection("ConnectionStrings")["Dw"])""", "postgres://{ConnectionStrings:Dw} public.orders")]
    [InlineData("""new NpgsqlConnection(Environment.GetEnvironmentVariable("ConnectionStrings__Dw"))""", "postgres://{ConnectionStrings:Dw} public.orders")]
    [InlineData("""new NpgsqlConnection(password)""", "postgres://{postgres} public.orders")]
    [InlineData("""new SqlConnection(password)""", "mssql://{sqlserver} dbo.orders")]
    [InlineData("""new SqliteConnection("Data Source=data/shop.db")""", "sqlite://data/shop.db main.orders")]
    [InlineData("""Open(password)""", "postgres://db2:6432 shop.public.orders")]
    [InlineData("""NpgsqlDataSource.Create("Host=db1;Database=dw").OpenConnection()""", "postgres://db1:5432 dw.public.orders")]
    public void The_host_is_what_the_connection_string_says_else_the_setting_else_the_kind(string connection, string name) => Assert.Equal([name], Told.Names(
        Told.By($$"""
            using Microsoft.Extensions.Configuration;
            public sealed class Load(IConfiguration configuration)
            {
                public void Run(string password)
                {
                    using var db = {{connection}};
                    db.Execute("INSERT INTO Orders (line) VALUES (@line)", File.ReadLines("orders.txt").Select(line => new { line }));
                }
                private static NpgsqlConnection Open(string password) => new NpgsqlConnection("Server=db2;Port=6432;Database=shop;Password=" + password);
            }
            """),
        "outputs"));

    [Theory]
    [InlineData("""services.AddDbContext<OrderContext>(options => options.UseNpgsql(configuration.GetConnectionString("Dw")));""", "postgres://{ConnectionStrings:Dw} public.Orders")]
    [InlineData("""services.AddDbContext<OrderContext>(options => options.UseSqlServer("Server=sql1;Database=dw"));""", "mssql://sql1:1433 dw.dbo.orders")]
    public void A_context_is_kept_where_its_registration_says(string register, string name) => Assert.Equal([name], Told.Names(
        Told.By($$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            public sealed class Order { public int Id { get; set; } public string Line { get; set; } = ""; }
            public sealed class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
            public static class Setup { public static void Register(IServiceCollection services, IConfiguration configuration) { {{register}} } }
            public sealed class Load(OrderContext context)
            {
                public void Run()
                {
                    context.Orders.AddRange(File.ReadLines("orders.txt").Select(line => new Order { Line = line }));
                    context.SaveChanges();
                }
            }
            """),
        "outputs"));

    [Fact]
    public void Two_unknown_databases_of_one_kind_are_told_apart()
    {
        var stage = Told.By("""
            public sealed class Copy(NpgsqlConnection shop, NpgsqlConnection warehouse)
            {
                public void Run() => warehouse.Execute("INSERT INTO orders (id) VALUES (@Id)", shop.Query<Row>("SELECT id AS Id FROM orders").ToList());
                private sealed record Row(int Id);
            }
            """);

        Assert.Equal(["postgres://{shop} public.orders"], Told.Names(stage, "inputs"));
        Assert.Equal(["postgres://{warehouse} public.orders"], Told.Names(stage, "outputs"));
    }

    [Fact]
    public void A_temporary_table_and_a_table_without_a_known_name_belong_to_their_stage()
    {
        var stage = Told.By("""
            public sealed class Load(NpgsqlConnection db)
            {
                public void Run(string table)
                {
                    db.Execute("CREATE TEMP TABLE incoming (line text)");
                    db.Execute("INSERT INTO incoming (line) VALUES (@line)", File.ReadLines("in.txt").Select(line => new { line }));
                    db.Execute($"INSERT INTO {table} (line) SELECT line FROM incoming");
                }
            }
            """);

        Assert.Equal(["inmemory:// Subject.Load.Run/public.incoming", "inmemory:// Subject.Load.Run/public.{table}"], Told.Names(stage, "outputs"));
    }

    [Fact]
    public async Task Stages_of_several_projects_meet_on_the_names_of_datasets()
    {
        var writes = await Stages(Projects.Of(("Loads", """
            public sealed class OrderLoad
            {
                public void Run()
                {
                    using var db = new SqlConnection(Environment.GetEnvironmentVariable("ConnectionStrings__Dw"));
                    db.Execute("INSERT INTO Orders (line) VALUES (@line)", File.ReadLines("orders.txt").Select(line => new { line }));
                }
            }
            """)));
        var reads = await Stages(Projects.Of(("Marts", """
            using Microsoft.Extensions.Configuration;
            public sealed class OrderMart(IConfiguration configuration)
            {
                public void Run()
                {
                    using var db = new SqlConnection(configuration.GetConnectionString("Dw"));
                    db.Execute("INSERT INTO [DBO].[Mart] (Line) SELECT Line FROM [dbo].[ORDERS]");
                }
            }
            """)));

        Assert.Equal(writes.SelectMany(stage => Told.Names(stage, "outputs")), reads.SelectMany(stage => Told.Names(stage, "inputs")));
    }

    [Fact]
    public async Task Both_hosts_tell_the_same_of_a_stage_that_spans_projects()
    {
        var stage = Assert.Single(await Stages(Projects.Of(
            ("Store", """
                namespace Store;
                public static class OrderStore
                {
                    public static void Save(NpgsqlConnection db, int id, decimal amount) => db.Execute("INSERT INTO orders (id, amount) VALUES (@id, @amount) ON CONFLICT (id) DO NOTHING", new { id, amount });
                }
                """),
            ("Jobs", """
                using Store;
                public sealed class OrderJob
                {
                    public void Run()
                    {
                        using var db = new NpgsqlConnection("Host=db1;Database=dw");
                        using var csv = new CsvReader(new StreamReader("orders.csv"), CultureInfo.InvariantCulture);
                        foreach (var order in csv.GetRecords<Order>())
                            OrderStore.Save(db, order.Id, order.Amount);
                    }
                    public sealed class Order { public int Id { get; set; } public decimal Amount { get; set; } }
                }
                """))));

        Assert.Equal(["file orders.csv"], Told.Names(stage, "inputs"));
        Assert.Equal(["postgres://db1:5432 dw.public.orders"], Told.Names(stage, "outputs"));
    }

    [Fact]
    public async Task Both_hosts_tell_the_same_of_rows_whose_type_another_project_has()
    {
        var stage = Assert.Single(await Stages(Projects.Of(
            ("Store", """
                namespace Store;
                public sealed class Order { public int Id { get; set; } public decimal Amount { get; set; } }
                public sealed class OrderStore(NpgsqlConnection db)
                {
                    public void Save(IEnumerable<Order> orders) => db.Execute("INSERT INTO orders (id, amount) VALUES (@Id, @Amount)", orders);
                }
                """),
            ("Jobs", """
                using Store;
                public sealed class OrderJob(NpgsqlConnection db)
                {
                    public void Run()
                    {
                        using var csv = new CsvReader(new StreamReader("orders.csv"), CultureInfo.InvariantCulture);
                        new OrderStore(db).Save(csv.GetRecords<Order>().ToList());
                    }
                }
                """))));

        Assert.Equal(["postgres://{postgres} public.orders"], Told.Names(stage, "outputs"));
    }

    private static async Task<JsonElement[]> Stages(Projects projects)
    {
        projects.Options.Add(Told.Asked.Key, Told.Asked.Value);
        return [.. (await projects.Tells(PropertyKeys.FactsStage)).Select(json => JsonDocument.Parse(json).RootElement)];
    }
}
