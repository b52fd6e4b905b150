using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class CommandLeftOutOfTransactionTests() : RuleTests("DEA1015")
{
    private static string InTransaction(string code) => $$"""
        using var transaction = sqlServer.BeginTransaction();
        {{code}}
        transaction.Commit();
        """;

    [Fact]
    public Task Reports_a_command_made_without_the_pending_transaction() => Reports(InTransaction("""
        using var command = new [|SqlCommand|]("DELETE FROM dbo.sales WHERE id = 1", sqlServer);
        command.ExecuteNonQuery();
        """));

    [Fact]
    public Task Reports_a_created_command_a_query_and_a_bulk_copy() => Reports(InTransaction("""
        using var reader = db.ExecuteReader("SELECT id FROM sales");
        using var command = sqlServer.[|CreateCommand|]();
        command.CommandText = "DELETE FROM dbo.sales WHERE id = 1";
        command.ExecuteNonQuery();
        sqlServer.[|Execute|]("DELETE FROM dbo.sales WHERE id = 2");
        using var bulk = new [|SqlBulkCopy|](sqlServer) { DestinationTableName = "dbo.sales" };
        bulk.WriteToServer(reader);
        """));

    [Fact]
    public Task Stays_quiet_when_the_command_is_attached() => StaysQuiet(InTransaction("""
        using var first = new SqlCommand("DELETE FROM dbo.sales WHERE id = 1", sqlServer, transaction);
        first.ExecuteNonQuery();
        using var second = sqlServer.CreateCommand();
        second.Transaction = transaction;
        second.CommandText = "DELETE FROM dbo.sales WHERE id = 2";
        second.ExecuteNonQuery();
        using var third = new SqlCommand("DELETE FROM dbo.sales WHERE id = 3", sqlServer) { Transaction = transaction };
        third.ExecuteNonQuery();
        sqlServer.Execute("DELETE FROM dbo.sales WHERE id = 4", transaction: transaction);
        sqlServer.Execute(new CommandDefinition("DELETE FROM dbo.sales WHERE id = 5", transaction: transaction));
        """));

    [Fact]
    public Task Stays_quiet_on_other_connections_and_after_the_commit() => StaysQuiet(InTransaction("""
        db.Execute("DELETE FROM sales WHERE id = 1");
        """) + """

        sqlServer.Execute("DELETE FROM dbo.sales WHERE id = 2");
        using var lite = sqlite.BeginTransaction();
        sqlite.Execute("DELETE FROM sales WHERE id = 3");
        lite.Commit();
        """);

    [Fact]
    public Task Stays_quiet_when_other_code_may_attach_it() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesLoader(SqlConnection db)
        {
            public void Load()
            {
                using var transaction = db.BeginTransaction();
                using var command = new SqlCommand("DELETE FROM dbo.sales WHERE id = 1", db);
                Attacher.Attach(command, transaction);
                command.ExecuteNonQuery();
                transaction.Commit();
            }
        }

        public static class Attacher
        {
            public static void Attach(SqlCommand command, SqlTransaction transaction) => command.Transaction = transaction;
        }
        """);

    [Fact]
    public Task Fixes_by_attaching_each_kind() => Fixes(InTransaction("""
        using var reader = db.ExecuteReader("SELECT id FROM sales");
        using var first = new [|SqlCommand|]("DELETE FROM dbo.sales WHERE id = 1", sqlServer);
        first.ExecuteNonQuery();
        using var second = sqlServer.[|CreateCommand|](); // the second
        second.CommandText = "DELETE FROM dbo.sales WHERE id = 2";
        second.ExecuteNonQuery();
        await sqlServer.[|ExecuteAsync|]("DELETE FROM dbo.sales WHERE id = 3");
        using var bulk = new [|SqlBulkCopy|](sqlServer) { DestinationTableName = "dbo.sales" };
        bulk.WriteToServer(reader);
        """), InTransaction("""
        using var reader = db.ExecuteReader("SELECT id FROM sales");
        using var first = new SqlCommand("DELETE FROM dbo.sales WHERE id = 1", sqlServer, transaction);
        first.ExecuteNonQuery();
        using var second = sqlServer.CreateCommand(); // the second
        second.Transaction = transaction;
        second.CommandText = "DELETE FROM dbo.sales WHERE id = 2";
        second.ExecuteNonQuery();
        await sqlServer.ExecuteAsync("DELETE FROM dbo.sales WHERE id = 3", transaction: transaction);
        using var bulk = new SqlBulkCopy(sqlServer, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "dbo.sales" };
        bulk.WriteToServer(reader);
        """));
}
