using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class RevisedAwayUsedTests() : RuleTests("DEA3023")
{
    private static readonly string[] Sales =
    [
        "file | 1 | versions/0001_sales.py | alembic",
        "file | 2 | versions/0002_rename.py | alembic",
        "dataset | 1 | 1 | 12 | 21 | alembic-table | | raw | sales | known=yes;revision=b2",
        "column | 1 | 13 | 19 | id | sa.Integer() | int | no",
        "column | 1 | 9 | 5 | amount | sa.Numeric() | decimal | yes | 2",
        "removed | 1 | 9 | 5 | amt | b2 | amount | 2",
        "removed | 1 | 11 | 5 | product | b2 | | 2",
    ];

    private void DeclareSales(params string[] further) => Declare([.. Sales, .. further]);

    [Theory]
    [InlineData("INSERT INTO raw.sales (id, [|amt|]) VALUES (@Id, @Amount)")]
    [InlineData("INSERT INTO raw.sales (id, [|product|]) VALUES (@Id, @Product)")]
    [InlineData("INSERT INTO raw.sales (id, [|region|]) VALUES (@Id, 'EU')")]
    [InlineData("UPDATE raw.sales SET [|amt|] = @Amount WHERE id = @Id")]
    [InlineData("UPDATE raw.sales SET amount = @Amount WHERE [|product|] = @Product")]
    [InlineData("DELETE FROM raw.sales WHERE [|product|] = @Product")]
    public Task A_column_that_is_gone_is_reported_where_it_is_named(string sql)
    {
        DeclareSales();
        return Reports($$"""foreach (var sale in sales) db.Execute("{{sql}}", sale);""");
    }

    [Theory]
    [InlineData("SELECT id, [|amt|] FROM raw.sales")]
    [InlineData("SELECT s.id FROM raw.sales s JOIN raw.shops o ON o.id = s.id WHERE s.[|product|] = 'x'")]
    public Task A_column_that_is_read_is_reported_as_well(string sql)
    {
        DeclareSales();
        return Reports($$"""var rows = db.Query<Sale>("{{sql}}").ToList();""");
    }

    [Fact]
    public Task An_expression_over_a_column_that_is_gone_is_reported_at_the_call()
    {
        DeclareSales();
        return Reports("""var total = db.[|ExecuteScalar|]<decimal>("SELECT SUM(amt) FROM raw.sales");""");
    }

    [Theory]
    [InlineData("SELECT id, amount AS amt FROM raw.sales")]
    [InlineData("SELECT id, amt FROM raw.other")]
    [InlineData("SELECT id, amt FROM sales")]
    [InlineData("SELECT * FROM raw.sales")]
    [InlineData("SELECT product FROM raw.sales s, raw.shops")]
    [InlineData("SELECT AMOUNT FROM Raw.Sales")]
    public Task What_is_there_or_may_be_is_not(string sql)
    {
        DeclareSales();
        return StaysQuiet($$"""var rows = db.Query<Sale>("{{sql}}").ToList();""");
    }

    [Theory]
    [InlineData("drop_table", "raw", "")]
    [InlineData("rename_table", "raw", "to=sales_v2")]
    public Task A_table_that_is_gone_is_reported(string kind, string schema, string values)
    {
        Declare("file | 1 | versions/0003_gone.py | alembic", $"op | 1 | 9 | 5 | {kind} | {schema} | sales | | {values} | c3");
        return Reports("""db.Execute("INSERT INTO [|raw.sales|] (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task A_table_that_is_created_again_is_not()
    {
        DeclareSales("op | 1 | 9 | 5 | drop_table | raw | sales | | | a1");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task A_table_on_which_revisions_run_their_own_sql_is_not_known()
    {
        Declare("file | 1 | versions/0001_sales.py | alembic", "dataset | 1 | 1 | 12 | 21 | alembic-table | | raw | sales | known=no");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amt) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task Ddl_of_the_project_says_what_the_table_has()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, amt numeric);";
        DeclareSales();
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amt) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_mapped_column_that_is_gone_is_reported_where_it_is_mapped()
    {
        DeclareSales();
        return Reports("""
            [System.ComponentModel.DataAnnotations.Schema.Table("sales", Schema = "raw")]
            public class Sold
            {
                public int Id { get; set; }
                public decimal [|Amt|] { get; set; }
            }

            public class SoldContext : DbContext
            {
                public DbSet<Sold> Sold => Set<Sold>();
            }

            public class SoldLoader(SoldContext context, CsvReader csv)
            {
                public void Load()
                {
                    context.Sold.AddRange(csv.GetRecords<Sold>().ToList());
                    context.SaveChanges();
                }
            }
            """);
    }

    [Fact]
    public Task A_web_request_fails_as_well()
    {
        DeclareSales();
        return Reports("""
            public class Checkout(NpgsqlConnection db)
            {
                public void Pay(Shop.Sale sale) => db.Execute("INSERT INTO raw.sales (id, [|amt|]) VALUES (@Id, @Amount)", sale);
            }
            """);
    }

    [Fact]
    public Task The_fix_calls_the_column_by_its_new_name()
    {
        DeclareSales();
        return Fixes(
            """
            db.Execute("INSERT INTO raw.sales (id, [|amt|]) /* amounts */ VALUES (@Id, @Amt)", new { sales[0].Id, Amt = 1m });
            var rows = db.Query<Sale>(@"SELECT id, [|amt|] FROM raw.sales WHERE amt > 0").ToList();
            """,
            """
            db.Execute("INSERT INTO raw.sales (id, amount) /* amounts */ VALUES (@Id, @Amt)", new { sales[0].Id, Amt = 1m });
            var rows = db.Query<Sale>(@"SELECT id, amount AS amt FROM raw.sales WHERE amount > 0").ToList();
            """);
    }

    [Theory]
    [InlineData("SELECT id, [|amt|] FROM raw.sales ORDER BY lower(amt)")]
    [InlineData("SELECT id, [|product|] FROM raw.sales")]
    public Task A_statement_that_names_it_elsewhere_and_a_column_that_is_dropped_are_left_to_the_author(string sql)
    {
        DeclareSales();
        return OffersNoFix($$"""var rows = db.Query<Sale>("{{sql}}").ToList();""");
    }

    [Theory]
    [InlineData("WITH x AS (SELECT id, amount AS total FROM raw.sales) SELECT id FROM x WHERE total > 1")]
    [InlineData("SELECT x.id FROM (SELECT id, amount AS total FROM raw.sales) x WHERE total > 1")]
    [InlineData("SELECT id, SUM(amount) AS total FROM raw.sales GROUP BY id HAVING total > 1 ORDER BY total")]
    [InlineData("SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS rn FROM raw.sales QUALIFY rn = 1")]
    [InlineData("SELECT current_user, session_user, user, current_date, sysdate, rownum, level, TRUE, NULL, id FROM raw.sales")]
    [InlineData("SELECT EXTRACT(year FROM id), DATE_TRUNC(month, id), DATEADD(day, 1, id), DATEDIFF(day, id, GETDATE()), CAST(id AS numeric), id::text FROM raw.sales")]
    [InlineData("SELECT id COLLATE nocase, id AT TIME ZONE 'utc', INTERVAL '1' day FROM raw.sales")]
    [InlineData("SELECT id FROM raw.sales WHERE id = ANY(@ids) AND EXISTS (SELECT 1 FROM raw.shops WHERE region = 'EU')")]
    [InlineData("SELECT r.region FROM raw.sales s JOIN raw.shops r ON r.id = s.id WHERE region = 'EU'")]
    [InlineData("SELECT ROW_NUMBER() OVER (PARTITION BY id ORDER BY amount) AS rn, COUNT(*) FROM raw.sales")]
    [InlineData("SELECT s.* FROM raw.sales AS s WHERE s.id > 1 LIMIT 5")]
    [InlineData("SELECT id FROM raw.sales WHERE id IN (SELECT sale_id FROM raw.shops)")]
    [InlineData("SELECT CASE WHEN id > 1 THEN 'a' ELSE 'b' END AS size, id || '-' AS code FROM raw.sales")]
    [InlineData("SELECT TOP 5 id FROM raw.sales WITH (NOLOCK) OPTION (RECOMPILE)")]
    [InlineData("SELECT CONVERT(varchar, id), ISNULL(amount, 0), DATEPART(weekday, id), @@ROWCOUNT FROM raw.sales")]
    [InlineData("SELECT \\\"id\\\", [amount], `id` FROM raw.sales")]
    [InlineData("SELECT LISTAGG(id, ',') WITHIN GROUP (ORDER BY amount), FILTER_X(id) FROM raw.sales")]
    [InlineData("SELECT v FROM raw.sales, LATERAL FLATTEN(input => id) AS f(v)")]
    [InlineData("SELECT unnested FROM raw.sales CROSS JOIN UNNEST(id) AS unnested")]
    [InlineData("SELECT g.n FROM raw.sales, generate_series(1, 3) AS g(n) WHERE n > 1")]
    public Task What_is_no_column_of_the_table_is_not_taken_for_one(string sql)
    {
        DeclareSales();
        return StaysQuiet($$"""var rows = db.Query<Sale>("{{sql}}").ToList();""");
    }

    [Theory]
    [InlineData("MERGE INTO raw.sales AS t USING feed.sales AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET amount = s.region WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (s.id, s.total)")]
    [InlineData("INSERT INTO raw.sales (id, amount) SELECT key, total FROM feed.sales ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount")]
    [InlineData("INSERT INTO raw.sales (id, amount) SELECT key, total FROM feed.sales WHERE region = 'EU'")]
    [InlineData("UPDATE raw.sales SET amount = f.total FROM feed.sales f WHERE f.key = raw.sales.id AND region = 'EU'")]
    [InlineData("DELETE FROM raw.sales USING feed.gone g WHERE g.key = id")]
    [InlineData("UPDATE raw.sales SET amount = (SELECT total FROM feed.sales f WHERE f.key = id)")]
    public Task Columns_of_other_tables_are_not_taken_for_its_own(string sql)
    {
        DeclareSales();
        return StaysQuiet($$"""db.Execute("{{sql}}");""");
    }
}
