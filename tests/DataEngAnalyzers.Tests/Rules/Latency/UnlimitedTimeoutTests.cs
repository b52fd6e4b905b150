using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class UnlimitedTimeoutTests() : RuleTests("DEA6001")
{
    [Fact]
    public Task Reports_a_command_without_limit() => Reports("""
        using var command = sqlServer.CreateCommand();
        command.CommandText = "INSERT INTO mart_sales (id) SELECT id FROM sales";
        command.[|CommandTimeout|] = 0;
        command.ExecuteNonQuery();
        """);

    [Fact]
    public Task Reports_a_command_whose_initializer_takes_the_limit_away() => Reports("""
        using var command = new SqlCommand("DELETE FROM sales WHERE id = 1", sqlServer) { [|CommandTimeout|] = 0 };
        await command.ExecuteNonQueryAsync(ct);
        """);

    [Fact]
    public Task Reports_a_bulk_copy_without_limit() => Reports("""
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "sales", [|BulkCopyTimeout|] = 0 };
        bulk.WriteToServer(new DataTable());
        """);

    [Fact]
    public Task Reports_a_named_constant_of_zero() => Reports("""
        const int noLimit = 0;
        using var bulk = new SqlBulkCopy(sqlServer);
        bulk.[|BulkCopyTimeout|] = noLimit;
        """);

    [Fact]
    public Task Reports_a_dapper_call_and_its_async_twin() => Reports("""
        db.[|Execute|]("DELETE FROM sales WHERE id = 1", commandTimeout: 0);
        await db.[|QueryAsync|]<Sale>("SELECT id FROM sales", commandTimeout: 0);
        """);

    [Fact]
    public Task Reports_a_procedure_by_its_name() => Reports("""
        await SqlMapper.[|ExecuteAsync|](db, "Import.InstallNextFile", commandType: System.Data.CommandType.StoredProcedure, commandTimeout: 0);
        """);

    [Fact]
    public Task Reports_the_context_of_a_loader() => Reports("""
        context.Database.[|SetCommandTimeout|](0);
        context.AddRange(csv.GetRecords<Sale>());
        context.SaveChanges();
        """);

    [Theory]
    [InlineData("new [|NpgsqlConnection|]", "Host=dw;Command Timeout=0")]
    [InlineData("new [|SqlConnection|]", "Server=dw;Command Timeout = 0;Database=dw")]
    [InlineData("new [|SqlConnection|]", "Server=dw;Connect Timeout=0")]
    [InlineData("new [|SqliteConnection|]", "Data Source=dw.db;Default Timeout=0")]
    [InlineData("new [|MySqlConnector.MySqlConnection|]", "Server=dw;default command timeout=0")]
    public Task Reports_a_connection_string(string connection, string text) => Reports($"using var dw = {connection}(\"{text}\");");

    [Fact]
    public Task Reports_an_import_over_http_that_waits_for_ever() => Reports("""
        var http = new System.Net.Http.HttpClient();
        http.[|Timeout|] = Timeout.InfiniteTimeSpan;
        File.WriteAllText("sales.csv", await http.GetStringAsync("https://shop/sales"));
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
        """);

    [Fact]
    public Task Reports_top_level_statements() => Reports("""
        // top-level
        using var dw = new [|NpgsqlConnection|]("Host=dw;Command Timeout=0");
        """);

    [Theory]
    [InlineData("30")]
    [InlineData("int.Parse(Environment.GetCommandLineArgs()[1], CultureInfo.InvariantCulture)")]
    public Task Stays_quiet_with_a_limit_or_one_that_the_code_does_not_show(string limit) => StaysQuiet($"""
        using var bulk = new SqlBulkCopy(sqlServer);
        bulk.BulkCopyTimeout = {limit};
        """);

    [Theory]
    [InlineData("if (seconds != 0)\n    command.CommandTimeout = seconds;")]
    [InlineData("if (seconds == 0)\n    return;\ncommand.CommandTimeout = seconds;")]
    [InlineData("if (seconds > 0 && sales.Count > 0)\n    db.Execute(\"DELETE FROM sales WHERE id = 1\", commandTimeout: seconds);")]
    public Task Stays_quiet_where_a_condition_has_asked_for_the_limit(string code) => StaysQuiet($"""
        var seconds = 0;
        using var command = new SqlCommand("DELETE FROM sales WHERE id = 1", sqlServer);
        {code}
        await command.ExecuteNonQueryAsync(ct);
        """);

    [Fact]
    public Task Stays_quiet_where_a_parameter_is_zero_unless_somebody_sets_a_limit() => StaysQuiet("""
        namespace Shop;

        public sealed class Gateway(ShopContext context)
        {
            public void Load(CsvReader csv) => Save(csv.GetRecords<Sale>());

            private void Save(IEnumerable<Sale> sales, int timeout = 0)
            {
                if (timeout != 0)
                    context.Database.SetCommandTimeout(timeout);
                context.AddRange(sales);
                context.SaveChanges();
            }
        }
        """);

    [Fact]
    public Task Reports_no_limit_under_a_condition_that_asks_something_else() => Reports("""
        var seconds = 0;
        using var command = new SqlCommand("DELETE FROM sales WHERE id = 1", sqlServer);
        if (sales.Count > 1000)
            command.[|CommandTimeout|] = seconds;
        await command.ExecuteNonQueryAsync(ct);
        """);

    [Theory]
    [InlineData("CREATE INDEX ix ON sales (id)")]
    [InlineData("ALTER TABLE sales ADD note text")]
    public Task Stays_quiet_where_the_schema_is_changed(string sql) => StaysQuiet($"""
        using var command = sqlServer.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "{sql}";
        command.ExecuteNonQuery();
        """);

    [Fact]
    public Task Stays_quiet_on_a_long_poll_that_moves_no_data() => StaysQuiet("""
        var http = new System.Net.Http.HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        log(await http.GetStringAsync("https://shop/events"));
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale, commandTimeout: 0);
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;
        public sealed class LoaderSpecs(NpgsqlConnection db)
        {
            [Xunit.Fact]
            public void Loads() => db.Execute("DELETE FROM sales WHERE id = 1", commandTimeout: 0);
        }
        """);

    [Fact]
    public Task Fixes_the_seconds_and_keeps_the_comment() => Fixes(
        """
        using var bulk = new SqlBulkCopy(sqlServer)
        {
            DestinationTableName = "sales",
            [|BulkCopyTimeout|] = /* never */ 0, // large
        };
        """,
        """
        using var bulk = new SqlBulkCopy(sqlServer)
        {
            DestinationTableName = "sales",
            BulkCopyTimeout = /* never */ 600, // large
        };
        """);

    [Fact]
    public Task Fixes_every_call_of_a_document() => Fixes(
        """
        db.[|Execute|]("DELETE FROM sales WHERE id = 1", commandTimeout: 0);
        db.[|Execute|]("DELETE FROM sales WHERE id = 2", commandTimeout: 0);
        """,
        """
        db.Execute("DELETE FROM sales WHERE id = 1", commandTimeout: 600);
        db.Execute("DELETE FROM sales WHERE id = 2", commandTimeout: 600);
        """);

    [Theory]
    [InlineData("\"Host=dw;Command Timeout=0;Database=x\"", "\"Host=dw;Command Timeout=600;Database=x\"")]
    [InlineData("@\"Host=dw;Command Timeout=0\"", "@\"Host=dw;Command Timeout=600\"")]
    [InlineData("$\"Host={ct};Command Timeout=0\"", "$\"Host={ct};Command Timeout=600\"")]
    [InlineData("\"\"\"Host=dw;Command Timeout=0\"\"\"", "\"\"\"Host=dw;Command Timeout=600\"\"\"")]
    public Task Fixes_the_number_inside_a_connection_string(string before, string after) => Fixes(
        $"using var dw = new [|NpgsqlConnection|]({before});",
        $"using var dw = new NpgsqlConnection({after});");

    [Fact]
    public Task Fixes_a_time_span() => Fixes(
        """
        using var writer = db.BeginBinaryImport("COPY sales (id) FROM STDIN (FORMAT BINARY)");
        writer.[|Timeout|] = TimeSpan.Zero;
        writer.WriteRow(1);
        writer.Complete();
        """,
        """
        using var writer = db.BeginBinaryImport("COPY sales (id) FROM STDIN (FORMAT BINARY)");
        writer.Timeout = TimeSpan.FromMinutes(10);
        writer.WriteRow(1);
        writer.Complete();
        """);
}
