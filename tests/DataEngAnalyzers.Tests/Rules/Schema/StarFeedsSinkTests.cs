using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class StarFeedsSinkTests() : RuleTests("DEA3022")
{
    [Theory]
    [InlineData("db.Execute(\"INSERT INTO fact_sales SELECT [|*|] FROM stg_sales\");")]
    [InlineData("await db.ExecuteAsync(@\"INSERT INTO fact_sales (id, amount) SELECT [|s.*|] FROM stg_sales AS s\");")]
    [InlineData("db.Execute(\"\"\"\n    INSERT INTO fact_sales\n    SELECT [|*|]\n    FROM stg_sales\n    \"\"\");")]
    [InlineData("db.Execute($\"INSERT INTO fact_sales SELECT [|*|] FROM stg_sales WHERE day = {sales.Count}\");")]
    [InlineData("context.Database.ExecuteSqlRaw(\"INSERT INTO fact_sales SELECT [|*|] FROM stg_sales\");")]
    [InlineData("using var command = new SqlCommand(\"INSERT INTO fact_sales SELECT [|*|] FROM stg_sales\", sqlServer);\ncommand.ExecuteNonQuery();")]
    public Task Reports_an_insert_of_a_star(string code) => Reports(code);

    [Fact]
    public Task Reports_a_star_whose_reader_is_bulk_copied() => Reports("""
        using var reader = db.ExecuteReader("SELECT [|*|] FROM sales");
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
        await bulk.WriteToServerAsync(reader, ct);
        """);

    [Fact]
    public Task Reports_at_the_call_when_the_literal_is_in_another_file()
    {
        Sources["Statements.cs"] = "namespace Shop; public static class Statements { public const string Load = \"INSERT INTO fact_sales SELECT * FROM stg_sales\"; }";
        return Reports("db.[|Execute|](Statements.Load);");
    }

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id, n) SELECT id, COUNT(*) FROM stg_sales GROUP BY id\");")]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id) SELECT id FROM s WHERE EXISTS (SELECT * FROM t)\");")]
    [InlineData("db.Execute(\"CREATE TEMP TABLE t AS SELECT 1 AS id; INSERT INTO fact_sales SELECT * FROM t\");")]
    [InlineData("sqlServer.Execute(\"INSERT INTO #work SELECT * FROM sales\");")]
    [InlineData("_ = db.Query<Sale>(\"SELECT * FROM sales\").ToList();")]
    public Task Stays_quiet_when_no_position_decides(string code) => StaysQuiet(code);

    [Fact]
    public Task Stays_quiet_when_the_bulk_copy_maps_by_name() => StaysQuiet("""
        using var reader = db.ExecuteReader("SELECT * FROM sales");
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
        bulk.ColumnMappings.Add("id", "id");
        await bulk.WriteToServerAsync(reader, ct);
        """);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix("db.Execute(\"INSERT INTO fact_sales SELECT [|*|] FROM stg_sales\");");
}
