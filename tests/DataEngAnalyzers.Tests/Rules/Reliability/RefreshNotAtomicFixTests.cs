using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RefreshNotAtomicFixTests() : RuleTests("DEA1010")
{
    [Fact]
    public Task Fixes_with_one_transaction_around_both() => Fixes("""
        var rows = csv.GetRecords<Sale>().ToList();
        // everything anew
        await db.ExecuteAsync("DELETE FROM dim_product");
        await db.[|ExecuteAsync|](@"INSERT INTO dim_product (id)
            VALUES (@Id)", rows); // all of them
        """, """
        var rows = csv.GetRecords<Sale>().ToList();
        // everything anew
        await using var transaction = await db.BeginTransactionAsync(ct);
        await db.ExecuteAsync("DELETE FROM dim_product", transaction: transaction);
        await db.ExecuteAsync(@"INSERT INTO dim_product (id)
            VALUES (@Id)", rows, transaction: transaction); // all of them
        await transaction.CommitAsync(ct);
        """);

    [Fact]
    public Task Fixes_commands_and_a_bulk_copy() => Fixes("""
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var truncate = new SqlCommand("TRUNCATE TABLE dbo.fact_sales", sqlServer);
        truncate.ExecuteNonQuery();
        using var check = sqlServer.CreateCommand();
        check.CommandText = "SELECT COUNT(*) FROM dbo.fact_sales";
        check.ExecuteScalar();
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales" };
        bulk.[|WriteToServer|](reader);
        """, """
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var transaction = sqlServer.BeginTransaction();
        using var truncate = new SqlCommand("TRUNCATE TABLE dbo.fact_sales", sqlServer, transaction);
        truncate.ExecuteNonQuery();
        using var check = sqlServer.CreateCommand();
        check.Transaction = transaction;
        check.CommandText = "SELECT COUNT(*) FROM dbo.fact_sales";
        check.ExecuteScalar();
        using var bulk = new SqlBulkCopy(sqlServer, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "dbo.fact_sales" };
        bulk.WriteToServer(reader);
        transaction.Commit();
        """);

    [Fact]
    public Task Offers_nothing_when_a_command_comes_from_elsewhere() => OffersNoFix("""
        namespace Shop;

        public sealed class SalesLoader(SqlConnection db, SqlCommand check)
        {
            public void Rebuild()
            {
                db.Execute("DELETE FROM mart_sales");
                check.ExecuteNonQuery();
                db.[|Execute|]("INSERT INTO mart_sales (id) SELECT id FROM fact_sales");
            }
        }
        """);

    [Fact]
    public Task Fixes_a_context_and_two_methods_at_once() => Fixes("""
        namespace Shop;

        public sealed class SalesLoader(ShopContext context, SqliteConnection db, CsvReader csv)
        {
            public async Task RefreshAsync(CancellationToken ct)
            {
                var rows = csv.GetRecords<Sale>().ToList();
                await context.Sales.ExecuteDeleteAsync(ct);
                context.Sales.[|AddRange|](rows);
                await context.SaveChangesAsync(ct);
            }

            public int Rebuild(List<Sale> rows)
            {
                db.Execute("DELETE FROM mart_sales");
                return db.[|Execute|]("INSERT INTO mart_sales (id) SELECT id FROM fact_sales");
            }
        }
        """, """
        namespace Shop;

        public sealed class SalesLoader(ShopContext context, SqliteConnection db, CsvReader csv)
        {
            public async Task RefreshAsync(CancellationToken ct)
            {
                var rows = csv.GetRecords<Sale>().ToList();
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                await context.Sales.ExecuteDeleteAsync(ct);
                context.Sales.AddRange(rows);
                await context.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
            }

            public int Rebuild(List<Sale> rows)
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM mart_sales", transaction: transaction);
                var result = db.Execute("INSERT INTO mart_sales (id) SELECT id FROM fact_sales", transaction: transaction);
                transaction.Commit();
                return result;
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_when_delete_and_load_use_different_connections() => OffersNoFix("""
        var rows = csv.GetRecords<Sale>().ToList();
        db.Execute("DELETE FROM dim_product");
        sqlite.[|Execute|]("INSERT INTO dim_product (id) VALUES (@Id)", rows);
        """);
}
