using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RefreshNotAtomicTests() : RuleTests("DEA1010")
{
    [Fact]
    public Task Reports_the_load_behind_a_delete_of_everything() => Reports("""
        var rows = csv.GetRecords<Sale>().ToList();
        db.Execute("DELETE FROM dim_product");
        db.[|Execute|]("INSERT INTO dim_product (id) VALUES (@Id)", rows);
        """);

    [Fact]
    public Task Reports_a_bulk_copy_behind_a_truncate() => Reports("""
        using var reader = await db.ExecuteReaderAsync("SELECT id, amount FROM sales");
        using var truncate = new SqlCommand("TRUNCATE TABLE dbo.fact_sales", sqlServer);
        await truncate.ExecuteNonQueryAsync(ct);
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales" };
        await bulk.[|WriteToServerAsync|](reader, ct);
        """);

    [Fact]
    public Task Reports_a_window_that_is_deleted_and_inserted_again() => Reports(""""
        var rows = csv.GetRecords<Sale>().ToList();
        await db.ExecuteAsync("DELETE FROM fact_sales WHERE sold_on = @day", new { day = rows[0].SoldAt });
        await db.[|ExecuteAsync|]("""
            INSERT INTO fact_sales (id, sold_on)
            VALUES (@Id, @SoldAt)
            """, rows);
        """");

    [Fact]
    public Task Reports_a_set_that_is_deleted_and_added_again() => Reports("""
        var rows = csv.GetRecords<Sale>().ToList();
        await context.Sales.ExecuteDeleteAsync(ct);
        context.Sales.[|AddRange|](rows);
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Reports_across_private_methods() => Reports("""
        namespace Shop;

        public sealed class ProductLoader(SqliteConnection db, CsvReader csv)
        {
            public void Refresh()
            {
                Clear();
                Fill(csv.GetRecords<Sale>());
            }

            private void Clear() => db.Execute("DELETE FROM dim_product");

            private void Fill(IEnumerable<Sale> rows)
            {
                foreach (var row in rows)
                    db.[|Execute|]("INSERT INTO dim_product (id) VALUES (@Id)", row);
            }
        }
        """);

    [Fact]
    public Task Reports_when_only_the_load_runs_in_the_transaction() => Reports("""
        var rows = csv.GetRecords<Sale>().ToList();
        db.Execute("DELETE FROM dim_product");
        using var transaction = db.BeginTransaction();
        db.[|Execute|]("INSERT INTO dim_product (id) VALUES (@Id)", rows, transaction);
        transaction.Commit();
        """);

    [Fact]
    public Task Reports_two_statements_of_one_text_where_each_commits_itself() => Reports("""
        sqlServer.[|Execute|]("DELETE FROM dbo.mart_sales; INSERT INTO dbo.mart_sales (id) SELECT id FROM dbo.fact_sales");
        """);

    [Fact]
    public Task Stays_quiet_when_one_transaction_holds_both() => StaysQuiet("""
        var rows = csv.GetRecords<Sale>().ToList();
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM dim_product", transaction: transaction);
        db.Execute("INSERT INTO dim_product (id) VALUES (@Id)", rows, transaction);
        transaction.Commit();
        sqlServer.Execute("BEGIN TRAN; DELETE FROM dbo.mart_sales; INSERT INTO dbo.mart_sales (id) SELECT id FROM dbo.fact_sales; COMMIT;");
        db.Execute("DELETE FROM mart_sales; INSERT INTO mart_sales (id) SELECT id FROM fact_sales");
        """);

    [Fact]
    public Task Stays_quiet_inside_an_ambient_transaction() => StaysQuiet("""
        var rows = csv.GetRecords<Sale>().ToList();
        using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
        await db.ExecuteAsync("DELETE FROM dim_product");
        await db.ExecuteAsync("INSERT INTO dim_product (id) VALUES (@Id)", rows);
        scope.Complete();
        """);

    [Fact]
    public Task Stays_quiet_when_one_save_does_both() => StaysQuiet("""
        var rows = csv.GetRecords<Sale>().ToList();
        context.Sales.RemoveRange(context.Sales);
        context.Sales.AddRange(rows);
        context.SaveChanges();
        """);

    [Fact]
    public Task Stays_quiet_when_the_caller_hands_in_the_transaction() => StaysQuiet("""
        namespace Shop;

        public sealed class ProductLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Refresh(NpgsqlTransaction transaction)
            {
                db.Execute("DELETE FROM dim_product", transaction: transaction);
                db.Execute("INSERT INTO dim_product (id) VALUES (@Id)", csv.GetRecords<Sale>(), transaction);
            }

            public Task RefreshAllAsync(TransactionRunner runner) => runner.RunInTransactionAsync(async () =>
            {
                await db.ExecuteAsync("DELETE FROM dim_product");
                await db.ExecuteAsync("INSERT INTO dim_product (id) VALUES (@Id)", csv.GetRecords<Sale>());
            });
        }

        public abstract class TransactionRunner
        {
            public abstract Task RunInTransactionAsync(Func<Task> work);
        }
        """);

    [Fact]
    public Task Stays_quiet_for_staging_housekeeping_and_other_branches() => StaysQuiet("""
        var rows = csv.GetRecords<Sale>().ToList();
        db.Execute("TRUNCATE TABLE stg_sales");
        db.Execute("INSERT INTO stg_sales (id) VALUES (@Id)", rows);
        db.Execute("DELETE FROM fact_sales WHERE sold_on < @limit", new { limit = rows[0].SoldAt });
        db.Execute("DELETE FROM fact_sales WHERE is_deleted = 1");
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", rows);
        if (rows.Count == 0)
            db.Execute("DELETE FROM dim_product");
        else
            db.Execute("INSERT INTO dim_product (id) VALUES (@Id)", rows);
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;

        public sealed class BasketService(NpgsqlConnection db)
        {
            public void Save(int basket, Sale item)
            {
                db.Execute("DELETE FROM basket_items WHERE basket_id = @basket", new { basket });
                db.Execute("INSERT INTO basket_items (id) VALUES (@Id)", item);
            }
        }
        """);
}
