using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class ColumnsWithoutMemberTests() : RuleTests("DEA2017")
{
    private const string Land = "db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", rows);";

    [Theory]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, [|amt|] FROM orders\");")]
    [InlineData("var rows = (await db.QueryAsync<Sale>(@\"SELECT o.id, [|o.amt|] FROM orders AS o\")).ToList();")]
    [InlineData("const string Columns = \"id, price AS [|sale_amount|]\";\nvar rows = db.Query<Sale>($\"SELECT {Columns} FROM orders WHERE id > {sales.Count}\");")]
    [InlineData("var rows = new[] { db.QuerySingle<Sale>(\"SELECT id, [|product_name|] FROM orders WHERE id = 1\") };")]
    [InlineData("var rows = db.Query<Sale>(\"\"\"\n    SELECT id,\n        [|amt|]\n    FROM orders\n    \"\"\");")]
    public Task Reports_a_column_that_no_member_takes(string read) => Reports(read + "\n" + Land);

    [Theory]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, amt AS amount FROM orders\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT ID, PRODUCT, sold_at AS SoldAt, Amount FROM orders\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, product, soldat, amount, amt FROM orders\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, region FROM orders\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT * FROM orders\");")]
    [InlineData("var column = Environment.GetEnvironmentVariable(\"COLUMN\");\nvar rows = db.Query<Sale>($\"SELECT id, {column} FROM orders\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, sold_at FROM orders\");")]
    [InlineData("var rows = db.Query(\"SELECT id, amt FROM orders\");")]
    [InlineData("var rows = db.Query<(int Id, decimal Amount)>(\"SELECT id, amt FROM orders\");")]
    [InlineData("var rows = db.Query<Sale, Sale, Sale>(\"SELECT id, amt FROM orders\", (one, other) => one, splitOn: \"amt\");")]
    public Task Stays_quiet_when_columns_fit_or_nobody_can_tell(string read) => StaysQuiet(read + "\n" + Land);

    [Fact]
    public Task Reports_names_that_differ_by_underscores_in_a_program_without_the_setting() => Reports(Program(""));

    [Fact]
    public Task Stays_quiet_about_underscores_where_the_setting_is_used() =>
        StaysQuiet(Program("DefaultTypeMap.MatchNamesWithUnderscores = true;").Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal));

    [Fact]
    public Task Stays_quiet_where_the_project_maps_columns_itself()
    {
        Sources["Maps.cs"] = "namespace Shop; public static class Maps { public static void Set(SqlMapper.ITypeMap map) => SqlMapper.SetTypeMap(typeof(Sale), map); }";
        return StaysQuiet("var rows = db.Query<Sale>(\"SELECT id, amt FROM orders\");\n" + Land);
    }

    [Fact]
    public Task Stays_quiet_where_no_row_moves() => StaysQuiet("foreach (var row in db.Query<Sale>(\"SELECT id, amt FROM orders\"))\n    log(row.Product);");

    [Theory]
    [InlineData("\"SELECT id, [|amt|] FROM orders\"", "\"SELECT id, amt AS Amount FROM orders\"")]
    [InlineData("@\"SELECT id, [|o.amt|] FROM orders o\"", "@\"SELECT id, o.amt AS Amount FROM orders o\"")]
    [InlineData("$\"SELECT id, price * 2 AS [|amt|] FROM orders WHERE id > {sales.Count}\"", "$\"SELECT id, price * 2 AS Amount FROM orders WHERE id > {sales.Count}\"")]
    public Task Names_the_column_after_the_member(string before, string after) => Fixes(
        $"// What was sold.\nvar rows = db.Query<Sale>({before});\n{Land}",
        $"// What was sold.\nvar rows = db.Query<Sale>({after});\n{Land}");

    [Fact]
    public Task Names_two_columns_at_once() => Fixes(
        $"var rows = db.Query<Sale>(\"SELECT [|amt|], [|prod|] FROM orders\");\n{Land}",
        $"var rows = db.Query<Sale>(\"SELECT amt AS Amount, prod AS Product FROM orders\");\n{Land}");

    private static string Program(string setting) => $$"""
        // top-level
        using Dapper;
        using Npgsql;

        {{setting}}
        using var db = new NpgsqlConnection(args[0]);
        var rows = db.Query<Order>("SELECT id, [|customer_id|] FROM orders");
        db.Execute("INSERT INTO fact_orders (id, customer_id) VALUES (@Id, @CustomerId) ON CONFLICT (id) DO NOTHING", rows);

        public sealed class Order
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
        }
        """;
}
