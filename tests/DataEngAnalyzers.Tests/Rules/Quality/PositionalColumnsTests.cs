using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class PositionalColumnsTests() : RuleTests("DEA2010")
{
    [Theory]
    [InlineData("db.Execute(\"INSERT INTO [|fact_sales|] VALUES (@Id, @Amount)\", sale);")]
    [InlineData("await db.ExecuteAsync(@\"INSERT INTO [|dw.fact_sales|] VALUES (@Id, @Amount)\", sale);")]
    [InlineData("db.Execute(\"\"\"\n    INSERT INTO [|fact_sales|]\n    VALUES (@Id, @Amount)\n    \"\"\", sale);")]
    [InlineData("db.Execute($\"INSERT INTO [|fact_sales|] VALUES ({sale.Id}, {sale.Amount})\");")]
    [InlineData("var sql = sale.Id > 0 ? \"INSERT INTO a (id) VALUES (@Id)\" : \"INSERT INTO [|b|] VALUES (@Id)\"; db.Execute(sql, sale);")]
    [InlineData("const string into = \"INSERT INTO [|fact_sales|] \"; db.Execute(into + \"SELECT a, b FROM s\");")]
    public Task Reports_an_insert_without_columns(string insert) => Reports($"foreach (var sale in csv.GetRecords<Sale>())\n{{\n    {insert}\n}}");

    [Fact]
    public Task Reports_a_bulk_copy_without_mappings() => Reports("""
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var bulk = new [|SqlBulkCopy|](sqlServer) { DestinationTableName = "fact_sales" };
        await bulk.WriteToServerAsync(reader, ct);
        """);

    [Fact]
    public Task Reports_a_table_in_memory_whose_names_the_copier_does_not_look_at() => Reports("""
        var table = new DataTable("fact_sales");
        table.Columns.Add("id", typeof(int));
        table.Columns.Add("amount", typeof(decimal));
        foreach (var sale in csv.GetRecords<Sale>())
            table.Rows.Add(sale.Id, sale.Amount);
        SqlBulkCopy? bulk = [|new|](sqlServer, SqlBulkCopyOptions.KeepNulls, null) { DestinationTableName = "fact_sales" };
        bulk.WriteToServer(table);
        """);

    [Fact]
    public Task Reports_a_bulk_copy_beside_another_that_has_mappings() => Reports("""
        namespace Shop;

        public sealed class Loader(SqlConnection source, SqlConnection target)
        {
            public void Load()
            {
                Direct();
                Mapped();
            }

            private void Direct()
            {
                using var reader = source.ExecuteReader("SELECT id, amount FROM sales");
                using var bulk = new [|SqlBulkCopy|](target) { DestinationTableName = "fact_sales" };
                bulk.WriteToServer(reader);
            }

            private void Mapped()
            {
                using var reader = source.ExecuteReader("SELECT id, name FROM shops");
                using var bulk = new SqlBulkCopy(target) { DestinationTableName = "dim_shop" };
                bulk.ColumnMappings.Add("id", "id");
                bulk.WriteToServer(reader);
            }
        }
        """);

    [Fact]
    public Task Reports_a_copy_without_columns() => Reports("""
        await using var writer = await db.BeginBinaryImportAsync("COPY [|fact_sales|] FROM STDIN (FORMAT BINARY)", ct);
        foreach (var sale in sales)
            await writer.WriteRowAsync(ct, sale.Id, sale.Amount);
        await writer.CompleteAsync(ct);
        """);

    [Fact]
    public Task Reports_the_first_number_that_picks_from_a_star() => Reports("""
        using var command = db.CreateCommand();
        command.CommandText = "SELECT * FROM sales";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            sqlServer.Execute("INSERT INTO fact_sales (id, product) VALUES (@id, @product)", new { id = reader.[|GetInt32|](0), product = reader.GetString(2) });
        """);

    [Fact]
    public Task Reports_numbered_fields_of_a_file_with_a_header() => Reports("""
        namespace Shop;

        public sealed class Row
        {
            [CsvHelper.Configuration.Attributes.Index(0)] public int Id { get; set; }
        }

        public sealed class Loader(NpgsqlConnection db)
        {
            public void Load()
            {
                using var file = new StreamReader("sales.csv");
                using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
                foreach (var row in csv.[|GetRecords|]<Row>())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", row);
            }
        }
        """);

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)\", sale);")]
    [InlineData("db.Execute(\"INSERT INTO fact_sales DEFAULT VALUES\");")]
    [InlineData("db.Execute(\"CREATE TEMP TABLE t (id int); INSERT INTO t VALUES (@Id)\", sale);")]
    [InlineData("db.Execute($\"INSERT INTO fact_sales {log} VALUES (@Id)\", sale);")]
    public Task Stays_quiet_when_columns_are_named_or_out_of_sight(string insert) => StaysQuiet($"foreach (var sale in csv.GetRecords<Sale>())\n    {insert}");

    [Fact]
    public Task Stays_quiet_when_mappings_are_added_in_a_private_callee() => StaysQuiet("""
        namespace Shop;

        public sealed class Loader(SqlConnection db)
        {
            public void Load(IDataReader rows)
            {
                using var bulk = new SqlBulkCopy(db) { DestinationTableName = "fact_sales" };
                Map(bulk);
                bulk.WriteToServer(rows);
            }

            private static void Map(SqlBulkCopy copier) => copier.ColumnMappings.Add("id", "id");
        }
        """);

    [Theory]
    [InlineData("new SqlBulkCopy(sqlServer) { DestinationTableName = \"#fact_sales\" }", "")]
    [InlineData("new SqlBulkCopy(sqlServer) { DestinationTableName = \"fact_sales\" }", "foreach (DataColumn column in table.Columns) bulk.ColumnMappings.Add(column.ColumnName, column.ColumnName);")]
    public Task Stays_quiet_about_a_table_in_memory_that_is_mapped_or_lands_in_a_temporary_table(string copier, string mapping) => StaysQuiet($$"""
        var table = new DataTable();
        table.Columns.Add("id", typeof(int));
        using var bulk = {{copier}};
        {{mapping}}
        bulk.WriteToServer(table);
        """);

    [Fact]
    public Task Stays_quiet_when_the_copier_is_handed_to_other_code() => StaysQuiet("""
        namespace Shop;

        public static class Mappings
        {
            public static void Map(SqlBulkCopy copier) => copier.ColumnMappings.Add("id", "id");
        }

        public sealed class Loader(SqlConnection db)
        {
            public void Load(IDataReader rows)
            {
                using var bulk = new SqlBulkCopy(db) { DestinationTableName = "fact_sales" };
                Mappings.Map(bulk);
                bulk.WriteToServer(rows);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_file_has_no_header() => StaysQuiet("""
        namespace Shop;

        public sealed class Row
        {
            [CsvHelper.Configuration.Attributes.Index(0)] public int Id { get; set; }
        }

        public sealed class Loader(NpgsqlConnection db)
        {
            public void Load()
            {
                using var file = new StreamReader("sales.csv");
                using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });
                foreach (var row in csv.GetRecords<Row>())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", row);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_where_no_rows_move() => StaysQuiet("""
        db.Execute("INSERT INTO settings VALUES (@key, @value)", new { key = 1, value = 2 });
        """);

    [Theory]
    [InlineData("\"INSERT INTO [|fact_sales|] VALUES (@Id, @Amount)\"", "\"INSERT INTO fact_sales (Id, Amount) VALUES (@Id, @Amount)\"")]
    [InlineData("@\"INSERT INTO [|fact_sales|]\nVALUES (@Id, @Amount)\"", "@\"INSERT INTO fact_sales (Id, Amount)\nVALUES (@Id, @Amount)\"")]
    [InlineData("$\"INSERT INTO [|fact_sales|] VALUES (@Id, @Amount) -- {ct}\"", "$\"INSERT INTO fact_sales (Id, Amount) VALUES (@Id, @Amount) -- {ct}\"")]
    [InlineData("\"\"\"INSERT INTO [|fact_sales|] VALUES (@Id, @Amount)\"\"\"", "\"\"\"INSERT INTO fact_sales (Id, Amount) VALUES (@Id, @Amount)\"\"\"")]
    public Task Fixes_an_insert_whose_parameters_name_the_columns(string before, string after) =>
        Fixes(Insert(before), Insert(after));

    [Fact]
    public Task Fixes_all_inserts_of_a_document() => Fixes(
        Insert("\"INSERT INTO [|fact_sales|] VALUES (@Id)\"") + "\n" + Insert("\"INSERT INTO [|fact_copies|] VALUES (@Id) -- kept\""),
        Insert("\"INSERT INTO fact_sales (Id) VALUES (@Id)\"") + "\n" + Insert("\"INSERT INTO fact_copies (Id) VALUES (@Id) -- kept\""));

    [Fact]
    public Task Fixes_a_bulk_copy_of_a_reader() => Fixes(
        """
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var bulk = new [|SqlBulkCopy|](sqlServer) { DestinationTableName = "fact_sales" };
        // the nightly load
        await bulk.WriteToServerAsync(reader, ct);
        """,
        """
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
        // the nightly load
        for (var column = 0; column < reader.FieldCount; column++)
            bulk.ColumnMappings.Add(reader.GetName(column), reader.GetName(column));
        await bulk.WriteToServerAsync(reader, ct);
        """);

    [Fact]
    public Task Fixes_a_mysql_bulk_copy_of_a_table() => Fixes(
        """
        var table = new DataTable();
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        table.Load(reader);
        var bulk = new [|MySqlConnector.MySqlBulkCopy|](new MySqlConnector.MySqlConnection("")) { DestinationTableName = "fact_sales" };
        bulk.WriteToServer(table);
        """,
        """
        var table = new DataTable();
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        table.Load(reader);
        var bulk = new MySqlConnector.MySqlBulkCopy(new MySqlConnector.MySqlConnection("")) { DestinationTableName = "fact_sales" };
        foreach (System.Data.DataColumn column in table.Columns)
            bulk.ColumnMappings.Add(new MySqlConnector.MySqlBulkCopyColumnMapping(column.Ordinal, column.ColumnName));
        bulk.WriteToServer(table);
        """);

    [Fact]
    public Task Offers_no_fix_when_nothing_names_the_columns() => OffersNoFix(Insert("\"INSERT INTO [|fact_sales|] SELECT a, b FROM s\""));

    private static string Insert(string sql) => $"foreach (var sale in csv.GetRecords<Sale>())\n    db.Execute({sql}, sale);";
}
