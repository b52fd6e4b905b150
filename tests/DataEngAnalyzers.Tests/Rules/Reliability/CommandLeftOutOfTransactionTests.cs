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

    private static string OnMySql(string code) => $$"""
        using System.Data;
        using MySqlConnector;

        namespace Shop;

        public sealed class SalesLoader(MySqlConnection db)
        {
            public void Load(DataTable rows)
            {
                using var transaction = db.BeginTransaction();
                {{code}}
                transaction.Commit();
            }
        }
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
    public Task Reports_commands_of_MySqlConnector_however_they_are_made() => Reports(OnMySql("""
        using var first = new [|MySqlCommand|]("DELETE FROM sales WHERE id = 1", db);
        first.ExecuteNonQuery();
        using var second = db.[|CreateCommand|]();
        second.CommandText = "DELETE FROM sales WHERE id = 2";
        second.ExecuteNonQuery();
        db.[|Execute|]("DELETE FROM sales WHERE id = 3");
        var bulk = new [|MySqlBulkCopy|](db) { DestinationTableName = "sales" };
        bulk.WriteToServer(rows);
        """));

    [Theory]
    [InlineData("\"Server=db; Ignore Command Transaction = True;\"")]
    [InlineData("\"Server=\" + Environment.GetEnvironmentVariable(\"DB\") + \";IgnoreCommandTransaction=yes\"")]
    [InlineData("new MySqlConnectionStringBuilder { Server = \"db\", IgnoreCommandTransaction = true }.ConnectionString")]
    public Task Stays_quiet_where_the_connection_asks_for_no_transaction(string text) => StaysQuiet(ConnectedBy(text, "MySqlCommand"));

    [Theory]
    [InlineData("\"Server=db;Ignore Command Transaction=false\"")]
    [InlineData("\"Server=db;User ID=IgnoreCommandTransaction\"")]
    [InlineData("new MySqlConnectionStringBuilder { Server = \"db\", IgnoreCommandTransaction = false }.ConnectionString")]
    public Task Reports_commands_of_connections_that_ask_for_it(string text) => Reports(ConnectedBy(text, "[|MySqlCommand|]"));

    private static string ConnectedBy(string text, string command) => $$"""
        using MySqlConnector;

        namespace Shop;

        public sealed class SalesLoader
        {
            public void Load()
            {
                using var db = new MySqlConnection({{text}});
                db.Open();
                using var transaction = db.BeginTransaction();
                using var clear = new {{command}}("DELETE FROM sales WHERE id = 1", db);
                clear.ExecuteNonQuery();
                transaction.Commit();
            }
        }
        """;

    [Fact]
    public Task Stays_quiet_on_a_loader_that_takes_no_transaction() => StaysQuiet(OnMySql("""
        var loader = new MySqlBulkLoader(db) { TableName = "sales", FileName = "sales.csv", Local = true };
        loader.Load();
        """));

    [Fact]
    public Task Reports_only_constructed_commands_of_SQLite() => Reports("""
        using var transaction = sqlite.BeginTransaction();
        using var first = new [|SqliteCommand|]("DELETE FROM sales WHERE id = 1", sqlite);
        first.ExecuteNonQuery();
        using var second = sqlite.CreateCommand();
        second.CommandText = "DELETE FROM sales WHERE id = 2";
        second.ExecuteNonQuery();
        sqlite.Execute("DELETE FROM sales WHERE id = 3");
        transaction.Commit();
        """);

    [Fact]
    public Task Stays_quiet_on_providers_that_attach_every_command() => StaysQuiet("""
        using var transaction = db.BeginTransaction();
        using var command = new NpgsqlCommand("DELETE FROM sales WHERE id = 1", db);
        command.ExecuteNonQuery();
        transaction.Commit();
        """);

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
