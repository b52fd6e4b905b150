using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class LandedWithoutProvenanceTests : RuleTests
{
    private const string Load = "foreach (var sale in csv.GetRecords<Sale>())\n    db.[|Execute|](\"INSERT INTO raw_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", sale);";

    public LandedWithoutProvenanceTests()
        : base("DEA4005") => Files["schema.sql"] = Table("raw_sales");

    private static string Table(string name, string more = "") => $"CREATE TABLE {name} (id int PRIMARY KEY, amount numeric{more});\n";

    private static string Unmarked(string code) => code.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Theory]
    [InlineData("raw_sales")]
    [InlineData("raw.sales")]
    [InlineData("bronze.sales")]
    [InlineData("landing_sales")]
    [InlineData("stg_sales")]
    public Task Reports_rows_that_land_without_their_origin(string table)
    {
        Files["schema.sql"] = Table(table);
        return Reports(Load.Replace("raw_sales", table, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("await using var copy = db.BeginBinaryImport(\"COPY raw_sales (id) FROM STDIN (FORMAT BINARY)\");\nforeach (var sale in csv.GetRecords<Sale>())\n{\n    copy.[|StartRow|]();\n    copy.Write(sale.Id);\n}\ncopy.Complete();")]
    [InlineData("const string Sql = @\"INSERT INTO raw_sales (id) VALUES (@Id)\";\nawait db.[|ExecuteAsync|](Sql, csv.GetRecords<Sale>());")]
    [InlineData("await db.[|ExecuteAsync|]($\"\"\"INSERT INTO {\"raw\"}_sales (id) VALUES (@Id)\"\"\", csv.GetRecords<Sale>());")]
    public Task Reports_each_way_to_load(string load) => Reports(load);

    [Fact]
    public Task Reports_a_table_that_the_code_creates()
    {
        Files.Clear();
        return Reports("db.Execute(\"CREATE TABLE IF NOT EXISTS raw_sales (id int PRIMARY KEY, amount numeric)\");\n" + Load);
    }

    [Fact]
    public Task Reports_a_table_once() => Reports(Load + "\ndb.Execute(\"INSERT INTO raw_sales (id) VALUES (@Id)\", csv.GetRecords<Sale>());");

    [Theory]
    [InlineData(", loaded_at timestamptz DEFAULT now()")]
    [InlineData(", LoadDate date")]
    [InlineData(", batch_id int")]
    [InlineData(", source_file text")]
    [InlineData(", file_name text")]
    [InlineData(", ingestion_time timestamptz")]
    [InlineData(", created timestamptz")]
    [InlineData(", etl_run_id int")]
    public Task Stays_quiet_when_a_column_says_it(string column)
    {
        Files["schema.sql"] = Table("raw_sales", column);
        return StaysQuiet(Unmarked(Load));
    }

    [Fact]
    public Task Takes_the_names_of_the_option()
    {
        Files["schema.sql"] = Table("raw_sales", ", herkunft text");
        Options.Add("dataeng.provenance_columns = herkunft");
        return StaysQuiet(Unmarked(Load));
    }

    [Fact]
    public Task Stays_quiet_when_the_table_is_not_known()
    {
        Files.Clear();
        return StaysQuiet(Unmarked(Load));
    }

    [Theory]
    [InlineData("fact_sales")]
    [InlineData("sales")]
    public Task Stays_quiet_for_tables_that_keep_no_raw_rows(string table)
    {
        Files["schema.sql"] = Table(table);
        return StaysQuiet(Unmarked(Load).Replace("raw_sales", table, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("db.Execute(\"TRUNCATE stg_sales\");\n", "")]
    [InlineData("", "\ndb.Execute(\"INSERT INTO fact_sales SELECT id FROM stg_sales\");\ndb.Execute(\"DELETE FROM stg_sales\");")]
    public Task Stays_quiet_for_staging_that_the_run_clears(string before, string after)
    {
        Files["schema.sql"] = Table("stg_sales");
        return StaysQuiet(before + Unmarked(Load).Replace("raw_sales", "stg_sales", System.StringComparison.Ordinal) + after);
    }

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO raw_sales (id) SELECT id FROM sales\");")]
    [InlineData("db.Execute(\"UPDATE raw_sales SET amount = 0 WHERE id = 5\");")]
    public Task Stays_quiet_when_the_rows_come_from_the_database(string write) => StaysQuiet(write);

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;

        public sealed class LoadTests(NpgsqlConnection db, CsvReader csv)
        {
            [Xunit.Fact]
            public void Loads() => db.Execute("INSERT INTO raw_sales (id) VALUES (@Id)", csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Reports_in_a_program() => Reports("""
        // top-level
        using var db = new NpgsqlConnection("Host=dwh");
        foreach (var line in File.ReadLines("sales.csv"))
            db.[|Execute|]("INSERT INTO raw_sales (id) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
        """);
}
