using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class HardCodedEnvironmentTests() : RuleTests("DEA4004")
{
    private static string Import(string lines) =>
        $"foreach (var line in {lines})\n    db.Execute(\"INSERT INTO orders (line) VALUES (@line) ON CONFLICT (line) DO NOTHING\", new {{ line }});";

    [Theory]
    [InlineData("File.[|ReadLines|](@\"D:\\exports\\orders.csv\")")]
    [InlineData("File.[|ReadAllLines|](\"C:/data/orders.csv\")")]
    [InlineData("await File.[|ReadAllLinesAsync|](\"/mnt/shop/orders.csv\")")]
    [InlineData("File.[|ReadLines|](\"\\\\\\\\files01\\\\exports\\\\orders.csv\")")]
    public Task Reports_a_path_of_one_machine(string lines) => Reports(Import(lines));

    [Theory]
    [InlineData("using var target = new [|SqlConnection|](\"Server=sql01.corp.example,1433;Database=dw;Integrated Security=true\");")]
    [InlineData("const string Dw = \"Data Source=tcp:dw-prod.database.windows.net;Initial Catalog=dw\";\nusing var target = new [|SqlConnection|](Dw);")]
    [InlineData("using var target = new [|NpgsqlConnection|](\"Host=10.1.2.3;Database=dw\");")]
    public Task Reports_a_server_in_a_connection_string(string code) =>
        Reports(code + "\nforeach (var sale in csv.GetRecords<Sale>())\n    target.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", sale);");

    [Fact]
    public Task Reports_one_place_once() => Reports("""
        sqlServer.[|Execute|]("INSERT INTO dbo.orders (id) SELECT id FROM ProdDw.dbo.orders");
        sqlServer.Execute("INSERT INTO dbo.order_copy (id) SELECT id FROM ProdDw.dbo.orders");
        """);

    [Theory]
    [InlineData("sqlServer.[|Execute|](\"INSERT INTO dbo.orders (id) SELECT id FROM ProdDw.dbo.orders\");")]
    [InlineData("sqlServer.[|Execute|](\"INSERT INTO dw_test.dbo.orders (id) SELECT id FROM dbo.orders\");")]
    [InlineData("sqlServer.[|Execute|](\"INSERT INTO dbo.orders (id) SELECT id FROM SHOP01.sales.dbo.orders\");")]
    public Task Reports_a_database_or_server_in_front_of_a_table(string code) => Reports(code);

    [Theory]
    [InlineData("File.ReadLines(\"data/orders.csv\")")]
    [InlineData("File.ReadLines(Path.Combine(Environment.CurrentDirectory, \"orders.csv\"))")]
    [InlineData("File.ReadLines($@\"{Environment.GetEnvironmentVariable(\"DRIVE\")}\\orders.csv\")")]
    [InlineData("File.ReadLines(Environment.GetEnvironmentVariable(\"ORDERS\") ?? @\"D:\\exports\\orders.csv\")")]
    [InlineData("File.ReadLines(\"/tmp/orders/orders.csv\")")]
    public Task Stays_quiet_about_paths_that_settings_decide(string lines) => StaysQuiet(Import(lines));

    [Theory]
    [InlineData("new SqlConnection(\"Server=localhost;Database=dw\")")]
    [InlineData("new SqlConnection(@\"Server=(localdb)\\MSSQLLocalDB;Database=dw\")")]
    [InlineData("new SqlConnection(\"Server=.;Database=dw\")")]
    [InlineData("new NpgsqlConnection(Environment.GetEnvironmentVariable(\"DW\"))")]
    [InlineData("new NpgsqlConnection($\"Host={Environment.MachineName};Database=dw\")")]
    [InlineData("new SqliteConnection(\"Data Source=dw.db\")")]
    public Task Stays_quiet_about_connections_of_the_own_machine_or_of_settings(string connection) =>
        StaysQuiet($"using var target = {connection};\nforeach (var sale in csv.GetRecords<Sale>())\n    target.Execute(\"INSERT INTO sales (id) VALUES (@Id)\", sale);");

    [Theory]
    [InlineData("sqlServer.Execute(\"INSERT INTO dw.dbo.orders (id) SELECT id FROM staging.dbo.orders\");")]
    [InlineData("sqlServer.Execute($\"INSERT INTO dbo.orders (id) SELECT id FROM {sqlServer.Database}_prod.dbo.orders\");")]
    [InlineData("log(File.ReadAllText(@\"D:\\exports\\readme.txt\"));")]
    public Task Stays_quiet_about_databases_that_are_no_environment_and_about_files_that_no_rows_come_from(string code) => StaysQuiet(code);

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;

        public sealed class ImportTests
        {
            [Xunit.Fact]
            public void Imports()
            {
                foreach (var line in File.ReadLines(@"D:\exports\orders.csv"))
                    new NpgsqlConnection("Host=db01").Execute("INSERT INTO orders (line) VALUES (@line)", new { line });
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(Import("File.[|ReadLines|](@\"D:\\exports\\orders.csv\")"));
}
