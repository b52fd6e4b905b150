using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class BulkLoadAppendsOnRerunTests() : RuleTests("DEA1020")
{
    [Theory]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\" }; copy.[|WriteToServer|](new DataTable());")]
    [InlineData("var copy = new SqlBulkCopy(sqlServer); copy.DestinationTableName = \"fact_sales\"; await copy.[|WriteToServerAsync|](new DataTable(), ct);")]
    [InlineData("var copy = new MySqlConnector.MySqlBulkCopy(null!) { DestinationTableName = \"fact_sales\" }; copy.[|WriteToServer|](new DataTable());")]
    [InlineData("using var duck = new DuckDB.NET.Data.DuckDBConnection(\"\"); using var to = duck.[|CreateAppender|](\"fact_sales\"); foreach (var sale in sales) to.CreateRow().AppendValue(sale.Id).EndRow();")]
    [InlineData("using var to = db.[|BeginTextImport|](\"COPY fact_sales (id) FROM STDIN\"); foreach (var sale in sales) to.WriteLine(sale.Id);")]
    [InlineData("await using var to = await db.[|BeginBinaryImportAsync|](\"COPY fact_sales (id) FROM STDIN (FORMAT BINARY)\"); foreach (var sale in sales) await to.WriteRowAsync(ct, sale.Id);")]
    public Task Reports_a_bulk_load_straight_into_the_target(string load) => Reports(load);

    [Theory]
    [InlineData("var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"#sales\" }; copy.WriteToServer(new DataTable());")]
    [InlineData("var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"stg_sales\" }; copy.WriteToServer(new DataTable());")]
    [InlineData("sqlServer.Execute(\"TRUNCATE TABLE dbo.fact_sales\"); var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"fact_sales\" }; copy.WriteToServer(new DataTable());")]
    [InlineData("var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"sales_in\" }; copy.WriteToServer(new DataTable()); sqlServer.Execute(\"MERGE INTO fact_sales t USING sales_in s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);\");")]
    [InlineData("var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"sales_in\" }; copy.WriteToServer(new DataTable()); sqlServer.Execute(\"EXEC dbo.MergeSales\");")]
    [InlineData("if (sqlServer.ExecuteScalar<int>(\"SELECT COUNT(*) FROM load_files WHERE name = 'a'\") > 0) return; var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"fact_sales\" }; copy.WriteToServer(new DataTable());")]
    [InlineData("var table = csv.GetField(0)!; var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = table }; copy.WriteToServer(new DataTable());")]
    public Task Quiet_for_staging_cleared_and_checked_targets(string load) => StaysQuiet(load);

    [Fact]
    public Task Reports_a_load_whose_rows_only_another_choice_merges() => Reports("""
        switch (sales.Count.ToString())
        {
            case "load":
                var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
                copy.[|WriteToServer|](new DataTable());
                break;
            case "merge":
                sqlServer.Execute("EXEC dbo.MergeSales");
                break;
        }
        """);

    [Fact]
    public Task Reports_a_copy_from_a_table_of_the_same_name_in_another_database() => Reports("""
        using var reader = sqlite.ExecuteReader("SELECT id FROM fact_sales");
        using var importer = db.[|BeginBinaryImport|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        while (reader.Read())
        {
            importer.StartRow();
            importer.Write(reader.GetInt32(0));
        }

        importer.Complete();
        """);

    [Fact]
    public Task Quiet_in_a_test_class() => StaysQuiet("""
        namespace Shop;
        public sealed class CopyTests
        {
            [Xunit.Fact]
            public void Copies() => new SqlBulkCopy("") { DestinationTableName = "fact_sales" }.WriteToServer(new DataTable());
        }
        """);

    [Fact]
    public Task Fixes_a_copy_by_way_of_a_temporary_table()
    {
        Options.Add("dataeng.key.fact_sales = id");
        return Fixes(
            """
            using var importer = db.[|BeginBinaryImport|]("COPY fact_sales (id, amount) FROM STDIN (FORMAT BINARY)");
            foreach (var sale in sales)
                importer.WriteRow(sale.Id, sale.Amount); // in the order of the columns
            importer.Complete();
            """,
            """
            using var load = db.BeginTransaction();
            using (var create = new NpgsqlCommand("CREATE TEMP TABLE fact_sales_load (LIKE fact_sales INCLUDING DEFAULTS) ON COMMIT DROP", db, load))
                create.ExecuteNonQuery();
            using var importer = db.BeginBinaryImport("COPY fact_sales_load (id, amount) FROM STDIN (FORMAT BINARY)");
            foreach (var sale in sales)
                importer.WriteRow(sale.Id, sale.Amount); // in the order of the columns
            importer.Complete();
            importer.Close();
            using (var merge = new NpgsqlCommand("INSERT INTO fact_sales (id, amount) SELECT id, amount FROM fact_sales_load ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount", db, load))
                merge.ExecuteNonQuery();
            load.Commit();
            """);
    }

    [Fact]
    public Task Fixes_an_asynchronous_copy()
    {
        Options.Add("dataeng.key.fact_sales = id");
        return Fixes(
            """
            await using var importer = await db.[|BeginBinaryImportAsync|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)", ct);
            foreach (var sale in sales)
                await importer.WriteRowAsync(ct, sale.Id);
            var rows = await importer.CompleteAsync(ct);
            """,
            """
            await using var load = await db.BeginTransactionAsync();
            await using (var create = new NpgsqlCommand("CREATE TEMP TABLE fact_sales_load (LIKE fact_sales INCLUDING DEFAULTS) ON COMMIT DROP", db, load))
                await create.ExecuteNonQueryAsync();
            await using var importer = await db.BeginBinaryImportAsync("COPY fact_sales_load (id) FROM STDIN (FORMAT BINARY)", ct);
            foreach (var sale in sales)
                await importer.WriteRowAsync(ct, sale.Id);
            var rows = await importer.CompleteAsync(ct);
            await importer.CloseAsync();
            await using (var merge = new NpgsqlCommand("INSERT INTO fact_sales (id) SELECT id FROM fact_sales_load ON CONFLICT (id) DO NOTHING", db, load))
                await merge.ExecuteNonQueryAsync();
            await load.CommitAsync();
            """);
    }

    [Fact]
    public Task Fixes_a_bulk_copy_by_way_of_a_temporary_table()
    {
        Files["schema.sql"] = "CREATE TABLE dbo.fact_sales (id int PRIMARY KEY, amount decimal(9, 2));";
        return Fixes(
            """
            using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales" };
            copy.[|WriteToServer|](new DataTable());
            """,
            """
            using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "#fact_sales_load" };
            using (var create = new SqlCommand("SELECT TOP 0 * INTO #fact_sales_load FROM dbo.fact_sales", sqlServer))
                create.ExecuteNonQuery();
            copy.WriteToServer(new DataTable());
            using (var merge = new SqlCommand("MERGE INTO dbo.fact_sales WITH (HOLDLOCK) AS target USING #fact_sales_load AS source ON target.[id] = source.[id] WHEN MATCHED THEN UPDATE SET [amount] = source.[amount] WHEN NOT MATCHED THEN INSERT ([id], [amount]) VALUES (source.[id], source.[amount]);", sqlServer))
                merge.ExecuteNonQuery();
            """);
    }

    [Fact]
    public Task Offers_nothing_without_a_key() => OffersNoFix("""
        using var importer = db.[|BeginBinaryImport|]("COPY fact_sales (id, amount) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in sales)
            importer.WriteRow(sale.Id, sale.Amount);
        importer.Complete();
        """);

    [Theory]
    [InlineData("new MySqlConnector.MySqlBulkCopy(null!) { DestinationTableName = \"fact_sales\", ConflictOption = MySqlConnector.MySqlBulkLoaderConflictOption.Replace }", "WriteToServer(new DataTable())")]
    [InlineData("new MySqlConnector.MySqlBulkCopy(null!) { DestinationTableName = \"fact_sales\", ConflictOption = MySqlConnector.MySqlBulkLoaderConflictOption.Ignore }", "WriteToServer(new DataTable())")]
    [InlineData("new MySqlConnector.MySqlBulkLoader(null!) { TableName = \"fact_sales\", FileName = \"sales.csv\", ConflictOption = MySqlConnector.MySqlBulkLoaderConflictOption.Replace }", "Load()")]
    [InlineData("new MySqlConnector.MySqlBulkCopy(null!) { DestinationTableName = \"fact_sales\", ConflictOption = Chosen }", "WriteToServer(new DataTable())")]
    public Task Stays_quiet_when_the_load_replaces_or_leaves_rows_with_a_known_key(string copier, string load) => StaysQuiet(Conflicting(copier, load));

    [Theory]
    [InlineData("new MySqlConnector.MySqlBulkCopy(null!) { DestinationTableName = \"fact_sales\", ConflictOption = MySqlConnector.MySqlBulkLoaderConflictOption.None }", "[|WriteToServer|](new DataTable())")]
    [InlineData("new MySqlConnector.MySqlBulkLoader(null!) { TableName = \"fact_sales\", FileName = \"sales.csv\" }", "[|Load|]()")]
    public Task Reports_a_load_that_fails_or_doubles_on_known_rows(string copier, string load) => Reports(Conflicting(copier, load));

    private static string Conflicting(string copier, string load) => $$"""
        namespace Shop;

        public sealed class SalesLoader
        {
            private static MySqlConnector.MySqlBulkLoaderConflictOption Chosen => Enum.Parse<MySqlConnector.MySqlBulkLoaderConflictOption>(Environment.GetEnvironmentVariable("CONFLICT")!);

            public void Load()
            {
                var copy = {{copier}};
                copy.{{load}};
            }
        }
        """;
}
