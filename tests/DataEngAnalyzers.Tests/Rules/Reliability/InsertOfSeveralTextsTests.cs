using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>One call, several statements it may run: each is judged on the way that leads to it.</summary>
public sealed class InsertOfSeveralTextsTests : RuleTests
{
    public InsertOfSeveralTextsTests()
        : base("DEA1001") => Options.Add("dataeng.key.fact_sales = id");

    [Theory]
    [InlineData("""var sql = sales.Count > 9 ? "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING" : "INSERT INTO fact_sales (id) VALUES (@Id)";""")]
    [InlineData("""var sql = "INSERT INTO fact_sales (id) VALUES (@Id)"; if (sales.Count > 9) sql += " ON CONFLICT (id) DO NOTHING";""")]
    [InlineData("""var text = new System.Text.StringBuilder("INSERT INTO fact_sales (id) ").Append("VALUES (@Id)"); if (sales.Count > 9) text.Append(" ON CONFLICT (id) DO NOTHING"); var sql = text.ToString();""")]
    [InlineData("""var sql = string.Format("INSERT INTO {0} (id) VALUES (@Id)", "fact_sales");""")]
    [InlineData("""var sql = "INSERT INTO {table} (id) VALUES (@Id)".Replace("{table}", "fact_sales");""")]
    [InlineData("""var sql = Sql(); static string Sql() => "INSERT INTO fact_sales (id) VALUES (@Id)";""")]
    public Task Reports_when_one_of_them_recognises_no_key(string sql) => Reports($$"""
        {{sql}}
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|](sql, sale);
        """);

    [Theory]
    [InlineData("""var sql = sales.Count > 9 ? "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING" : "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id";""")]
    [InlineData("""var sql = "INSERT INTO fact_sales (id) VALUES (@Id)"; sql += " ON CONFLICT (id) DO NOTHING";""")]
    [InlineData("""var sql = new System.Text.StringBuilder("INSERT INTO fact_sales (id) ").Append("VALUES (@Id)").AppendLine(" ON CONFLICT (id) DO NOTHING").ToString();""")]
    [InlineData("""var sql = sales.Count > 9 ? Upsert() : throw new Exception(); static string Upsert() => "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING";""")]
    public Task Stays_quiet_when_all_of_them_do(string sql) => StaysQuiet($$"""
        {{sql}}
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute(sql, sale);
        """);

    [Fact]
    public Task Reports_a_table_that_only_the_other_text_clears() => Reports("""
        var sql = sales.Count > 9
            ? "TRUNCATE TABLE fact_sales; INSERT INTO fact_sales (id) SELECT id FROM orders"
            : "INSERT INTO fact_sales (id) SELECT id FROM orders WHERE sold_at >= now()";
        db.[|Execute|](sql);
        """);

    [Fact]
    public Task Reports_a_load_whose_clearing_goes_with_the_other_way() => Reports("""
        string clear, load;
        if (sales.Count > 9)
        {
            clear = "TRUNCATE TABLE fact_sales";
            load = "INSERT INTO fact_sales (id) SELECT id FROM orders";
        }
        else
        {
            clear = "SELECT 1";
            load = "INSERT INTO fact_sales (id) SELECT id FROM new_orders";
        }

        db.Execute(clear);
        db.[|Execute|](load);
        """);

    [Fact]
    public Task Stays_quiet_where_each_way_is_safe() => StaysQuiet("""
        string clear, load;
        if (sales.Count > 9)
        {
            clear = "TRUNCATE TABLE fact_sales";
            load = "INSERT INTO fact_sales (id) SELECT id FROM orders";
        }
        else
        {
            clear = "SELECT 1";
            load = "INSERT INTO fact_sales (id) SELECT id FROM new_orders ON CONFLICT (id) DO NOTHING";
        }

        db.Execute(clear);
        db.Execute(load);
        """);

    [Theory]
    [InlineData("""foreach (var sql in new[] { "TRUNCATE TABLE fact_sales", "INSERT INTO fact_sales (id) SELECT id FROM orders" }) db.Execute(sql);""")]
    [InlineData("""foreach (var table in new[] { "fact_sales", "fact_orders" }) { db.Execute($"DELETE FROM {table}"); db.Execute($"INSERT INTO {table} (id) SELECT id FROM orders"); }""")]
    public Task Stays_quiet_when_one_turn_of_a_loop_clears_what_the_next_fills(string loop) => StaysQuiet(loop);

    [Theory]
    [InlineData("""foreach (var sql in new[] { "DELETE FROM fact_orders", "INSERT INTO fact_sales (id) SELECT id FROM orders" }) db.[|Execute|](sql);""")]
    [InlineData("""foreach (var table in new[] { "fact_sales", "fact_orders" }) { db.Execute($"DELETE FROM old_{table}"); db.[|Execute|]($"INSERT INTO {table} (id) SELECT id FROM orders"); }""")]
    public Task Reports_a_turn_that_only_adds(string loop) => Reports(loop);

    [Theory]
    [InlineData("fact_sales (id) VALUES ($id) ON CONFLICT (id) DO NOTHING", "[|fact_sales|] (id) VALUES ($id)")]
    [InlineData("[|fact_sales|] (id) VALUES ($id)", "fact_sales (id) VALUES ($id) ON CONFLICT (id) DO NOTHING")]
    public Task Reports_a_command_whose_text_is_set_on_either_way(string one, string other) => Reports($$"""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var command = sqlite.CreateCommand();
            if (sale.Amount > 0)
                command.CommandText = "INSERT INTO {{one}}";
            else
                command.CommandText = "INSERT INTO {{other}}";
            command.Parameters.AddWithValue("$id", sale.Id);
            command.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Stays_quiet_when_more_is_added_to_the_text_of_a_command() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var command = new SqliteCommand("INSERT INTO fact_sales (id) VALUES ($id)", sqlite);
            command.CommandText += " ON CONFLICT (id) DO NOTHING";
            command.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Reports_rows_that_are_written_into_one_statement() => Reports("""
        var sql = new System.Text.StringBuilder("INSERT INTO fact_sales (id, amount) VALUES ");
        foreach (var sale in csv.GetRecords<Sale>())
            sql.Append($"({sale.Id}, 1),");
        sql.Length--;
        db.[|Execute|](sql.ToString());
        """);

    [Fact]
    public Task Fixes_the_one_that_needs_it_in_its_own_literal() => Fixes(
        """
        var sql = sales.Count > 9 ? "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING" : "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)";
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|](sql, sale);
        """,
        """
        var sql = sales.Count > 9 ? "INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING" : "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount";
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute(sql, sale);
        """);

    [Fact]
    public Task Does_not_upsert_in_a_text_that_serves_other_tables_too() => OffersNoFix("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|](InsertInto("fact_sales"), sale);
        db.Execute(InsertInto("audit_log"), new Sale());
        static string InsertInto(string table) => $"INSERT INTO {table} (id, amount) VALUES (@Id, @Amount)";
        """);

    [Fact]
    public Task Does_not_upsert_in_a_literal_that_another_text_goes_on_from() => OffersNoFix("""
        var sql = "INSERT INTO fact_sales (id, amount) SELECT id, amount FROM orders";
        if (sales.Count > 9)
            sql += " ON CONFLICT (id) DO NOTHING";
        db.[|Execute|](sql);
        """);
}
