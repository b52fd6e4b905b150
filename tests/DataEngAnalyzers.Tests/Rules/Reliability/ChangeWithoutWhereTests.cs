using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class ChangeWithoutWhereTests() : RuleTests("DEA1011")
{
    // A library that no model knows.
    private const string Outside = """
        namespace Outside;

        public static class Bulk
        {
            public static void Fill<T>(this System.Data.IDbConnection connection, System.Collections.Generic.IEnumerable<T> rows, string table) { }

            public static void Synchronize<T>(this System.IDisposable context, System.Collections.Generic.IEnumerable<T> rows) { }
        }
        """;

    [Fact]
    public Task Reports_an_update_of_every_row_in_its_literal() => Reports("""
        db.Execute("[|UPDATE dim_product|] SET price = price * @rate", new { rate = 1.1m });
        """);

    [Fact]
    public Task Reports_every_form_of_literal() => Reports("""""
        const string sql = "[|DELETE FROM orders|]";
        await db.ExecuteAsync(sql);
        db.Execute(@"
            [|DELETE FROM customers|]");
        db.Execute("""
            [|DELETE FROM products|]
            """);
        db.Execute($"[|UPDATE dim_country|] SET loaded_by = '{sales.Count}'");
        using var command = new NpgsqlCommand("[|UPDATE dim_city|] " + "SET name = upper(name)", db);
        command.ExecuteNonQuery();
        """"");

    [Fact]
    public Task Reports_a_set_that_nothing_filters() => Reports("""
        await context.Sales.[|ExecuteDeleteAsync|](ct);
        """);

    [Fact]
    public Task Stays_quiet_with_a_condition_a_join_or_a_hole() => StaysQuiet("""
        db.Execute("DELETE FROM orders WHERE id = @id", new { id = 1 });
        sqlServer.Execute("UPDATE o SET total = s.total FROM orders o JOIN stage s ON s.id = o.id");
        db.Execute($"DELETE FROM {sales[0].Product}");
        db.Execute("DELETE FROM customers " + sales[0].Product);
        context.Sales.Where(sale => sale.Id == 1).ExecuteDelete();
        """);

    [Fact]
    public Task Stays_quiet_for_temporary_staging_and_single_row_tables() => StaysQuiet("""
        sqlServer.Execute("DELETE FROM #sales");
        db.Execute("DELETE FROM stg_sales");
        db.Execute("UPDATE load_watermark SET loaded_until = now()");
        """);

    [Fact]
    public Task Stays_quiet_when_the_load_follows() => StaysQuiet("""
        db.Execute("DELETE FROM dim_product");
        db.Execute("INSERT INTO dim_product (id) VALUES (@Id)", sales);
        db.Execute("UPDATE dim_city SET is_current = false");
        db.Execute("UPDATE dim_city SET is_current = true WHERE id = 1");
        """);

    [Fact]
    public Task Stays_quiet_when_the_column_is_new() => StaysQuiet("""
        db.Execute("ALTER TABLE dim_product ADD COLUMN currency text");
        db.Execute("UPDATE dim_product SET currency = 'EUR'");
        """);

    [Fact]
    public Task Stays_quiet_when_the_author_says_so() => StaysQuiet("""
        namespace Shop;

        public sealed class Maintenance(NpgsqlConnection db)
        {
            public void ClearOrders() => db.Execute("DELETE FROM orders");

            public void DeleteAll() => db.Execute("DELETE FROM orders");

            public void Truncate() => db.Execute("TRUNCATE TABLE orders");

            public void Run(string mode)
            {
                if (mode == "empty")
                {
                    db.Execute("DELETE FROM orders");
                    return;
                }

                db.Execute("DELETE FROM orders WHERE id = 1");
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_a_method_on_the_way_says_so() => StaysQuiet("""
        namespace Shop;

        public sealed class ChargesGateway(NpgsqlConnection db)
        {
            public void Load() => TruncateCharges();

            private void TruncateCharges() => Run("DELETE FROM charges");

            private void Run(string sql) => db.Execute(sql);
        }
        """);

    [Theory]
    [InlineData("db.Execute(\"DELETE FROM donors\"); db.Fill(sales, \"donors\");")]
    [InlineData("db.Execute(\"DELETE FROM sales.donors\"); Outside.Bulk.Fill(db, sales, \"Donors\");")]
    [InlineData("context.Sales.ExecuteDelete(); context.Synchronize(sales);")]
    [InlineData("context.Set<Sale>().ExecuteDelete(); context.{|CS1061:SynchronizeFaster|}(sales);")]
    public Task Stays_quiet_when_a_call_out_of_sight_may_fill_the_table_again(string code)
    {
        Libraries["Outside"] = Outside;
        return StaysQuiet("using Outside;\n" + Prelude.Complete(code));
    }

    [Theory]
    [InlineData("db.Execute(\"[|DELETE FROM donors|]\"); db.Fill(sales, \"orders\");")]
    [InlineData("db.Fill(sales, \"donors\"); db.Execute(\"[|DELETE FROM donors|]\");")]
    [InlineData("db.Execute(\"[|DELETE FROM donors|]\"); log(\"donors\");")]
    [InlineData("db.Execute(\"[|DELETE FROM donors|]\"); sqlServer.Fill(sales, \"donors\");")]
    [InlineData("context.Sales.[|ExecuteDelete|](); context.Synchronize(new[] { 1, 2 });")]
    public Task Reports_a_table_that_no_call_fills_again(string code)
    {
        Libraries["Outside"] = Outside;
        return Reports("using Outside;\n" + Prelude.Complete(code));
    }

    [Fact]
    public Task Stays_quiet_in_a_test_class() => StaysQuiet("""
        namespace Shop;

        public sealed class OrderTests(NpgsqlConnection db)
        {
            [Xunit.Fact]
            public void Starts() => db.Execute("DELETE FROM orders");
        }
        """);
}
