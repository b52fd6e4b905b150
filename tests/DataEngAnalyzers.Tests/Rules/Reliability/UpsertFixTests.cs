using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class UpsertFixTests : RuleTests
{
    public UpsertFixTests()
        : base("DEA1001") => Options.Add("dataeng.key.fact_sales = id");

    [Fact]
    public Task Fixes_a_plain_literal_and_keeps_comments() => Fixes(
        """
        // every sale
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)" /* one row */, sale);
        """,
        """
        // every sale
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount" /* one row */, sale);
        """);

    [Fact]
    public Task Fixes_a_multi_line_raw_literal() => Fixes(
        """"
        foreach (var sale in csv.GetRecords<Sale>())
            sqlite.[|Execute|](
                """
                INSERT INTO fact_sales (id, amount)
                VALUES (@Id, @Amount)
                """,
                sale);
        """",
        """"
        foreach (var sale in csv.GetRecords<Sale>())
            sqlite.Execute(
                """
                INSERT INTO fact_sales (id, amount)
                VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount
                """,
                sale);
        """");

    [Fact]
    public Task Fixes_the_last_part_of_a_concatenation() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) " +
                "VALUES (@Id, @Amount);", sale);
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id, amount) " +
                "VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount;", sale);
        """);

    [Fact]
    public Task Fixes_a_verbatim_literal_with_quoted_names() => Fixes(
        """"
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|](@"INSERT INTO fact_sales (""id"", ""amount"") VALUES (@Id, @Amount)", sale);
        """",
        """"
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute(@"INSERT INTO fact_sales (""id"", ""amount"") VALUES (@Id, @Amount) ON CONFLICT (""id"") DO UPDATE SET ""amount"" = EXCLUDED.""amount""", sale);
        """");

    [Fact]
    public Task Fixes_a_regular_literal_with_quoted_names() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (\"id\", \"amount\") VALUES (@Id, @Amount)", sale);
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (\"id\", \"amount\") VALUES (@Id, @Amount) ON CONFLICT (\"id\") DO UPDATE SET \"amount\" = EXCLUDED.\"amount\"", sale);
        """);

    [Fact]
    public Task Fixes_an_interpolated_literal_and_keeps_its_holes() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
            await context.Database.[|ExecuteSqlAsync|]($"INSERT INTO fact_sales (id, amount) VALUES ({sale.Id}, {sale.Amount})", ct);
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
            await context.Database.ExecuteSqlAsync($"INSERT INTO fact_sales (id, amount) VALUES ({sale.Id}, {sale.Amount}) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount", ct);
        """,
        dialect: "postgresql");

    [Fact]
    public Task Fixes_a_constant_field() => Fixes(
        """
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            private const string Insert = "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)";

            public void Load() => db.[|Execute|](Insert, csv.GetRecords<Sale>());
        }
        """,
        """
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            private const string Insert = "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount";

            public void Load() => db.Execute(Insert, csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Fixes_a_command_text() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO [|fact_sales|] (id) VALUES (@id)";
            command.ExecuteNonQuery();
        }
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO fact_sales (id) VALUES (@id) ON CONFLICT (id) DO NOTHING";
            command.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Fixes_for_sql_server_with_a_merge() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
            sqlServer.[|Execute|]("INSERT INTO fact_sales (id, amount) " + "VALUES (@Id, @Amount)", sale);
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
            sqlServer.Execute("MERGE INTO fact_sales WITH (HOLDLOCK) AS target USING (" + "VALUES (@Id, @Amount)) AS source (id, amount) ON target.id = source.id WHEN MATCHED THEN UPDATE SET amount = source.amount WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (source.id, source.amount);", sale);
        """);

    [Fact]
    public Task Fixes_for_mysql_with_on_duplicate_key() => Fixes(
        """
        namespace Shop;
        public sealed class SalesLoader(MySqlConnector.MySqlConnection db, CsvReader csv)
        {
            public void Load() => db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", csv.GetRecords<Sale>());
        }
        """,
        """
        namespace Shop;
        public sealed class SalesLoader(MySqlConnector.MySqlConnection db, CsvReader csv)
        {
            public void Load() => db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON DUPLICATE KEY UPDATE amount = VALUES(amount)", csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Fixes_two_findings_in_one_go() => Fixes(
        """
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        }
        """,
        """
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
            db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount", sale);
        }
        """);

    [Fact]
    public Task Offers_nothing_without_a_key() => OffersNoFix("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO returns (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Offers_nothing_when_the_insert_does_not_write_the_key() => OffersNoFix("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (amount) VALUES (@Amount)", sale);
        """);

    [Fact]
    public Task Offers_nothing_for_an_unknown_dialect() => OffersNoFix("""
        namespace Shop;
        public sealed class SalesLoader(IDbConnection db, CsvReader csv)
        {
            public void Load() => db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", csv.GetRecords<Sale>());
        }
        """);

    private Task Fixes(string before, string after, string dialect)
    {
        Options.Add("dataeng.dialect = " + dialect);
        return Fixes(before, after);
    }

    [Theory]
    [InlineData("CREATE TABLE fact_sales (id INTEGER NOT NULL, amount NUMERIC);")]
    [InlineData("CREATE TABLE fact_sales (id INTEGER NOT NULL, shop INTEGER NOT NULL, amount NUMERIC, UNIQUE (id, shop));")]
    public Task Offers_no_upsert_on_a_key_that_the_table_does_not_have(string ddl)
    {
        Files["schema.sql"] = ddl;
        return OffersNoFix("""
            foreach (var sale in csv.GetRecords<Sale>())
                db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
            """);
    }

    [Fact]
    public Task Merges_on_a_key_that_the_table_does_not_have()
    {
        Files["schema.sql"] = "CREATE TABLE fact_sales (id INTEGER NOT NULL, amount NUMERIC);";
        return Fixes(
            """
            foreach (var sale in csv.GetRecords<Sale>())
                sqlServer.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
            """,
            """
            foreach (var sale in csv.GetRecords<Sale>())
                sqlServer.Execute("MERGE INTO fact_sales WITH (HOLDLOCK) AS target USING (VALUES (@Id, @Amount)) AS source (id, amount) ON target.id = source.id WHEN MATCHED THEN UPDATE SET amount = source.amount WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (source.id, source.amount);", sale);
            """);
    }
}
