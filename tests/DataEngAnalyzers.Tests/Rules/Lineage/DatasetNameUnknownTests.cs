using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class DatasetNameUnknownTests() : RuleTests("DEA4001")
{
    private static string Loader(string parameters, string body) => $$""""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db, SqlConnection sqlServer, Settings settings)
        {
            private static readonly string[] Tables = ["fact_sales", "fact_returns"];

            public void Load(CsvReader csv, {{parameters}})
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO seen (id) VALUES (@Id)", sale);
                {{body}}
            }

            private static string TableOf(bool isReturn) => isReturn ? "fact_returns" : "fact_sales";
        }
        public sealed record Settings(string Table, string Schema);
        """";

    [Theory]
    [InlineData("""db.[|Execute|]($"INSERT INTO {table} (id) VALUES (1)");""")]
    [InlineData("""db.[|Execute|]("INSERT INTO " + table + " (id) VALUES (1)");""")]
    [InlineData("""db.[|Execute|](@$"INSERT INTO dw.{table} (id) VALUES (1)");""")]
    [InlineData("""db.[|Query|]<int>($"SELECT id FROM {table}");""")]
    [InlineData("""db.[|Query|]<int>($"SELECT s.id FROM sales s JOIN {table} t ON t.id = s.id");""")]
    [InlineData("""db.[|Execute|]($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""db.[|Execute|]($"UPDATE {settings.Table} SET id = 1 WHERE id = 2");""")]
    [InlineData("""using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = settings.Table }; bulk.[|WriteToServer|](new DataTable());""")]
    [InlineData("""using var bulk = new SqlBulkCopy(sqlServer); bulk.DestinationTableName = table; bulk.[|WriteToServer|](new DataTable());""")]
    [InlineData("""using var command = new NpgsqlCommand($"INSERT INTO {table} (id) VALUES (1)", db); command.[|ExecuteNonQuery|]();""")]
    public Task Reports_a_table_named_at_run_time(string use) => Reports(Loader("string table", use));

    [Fact]
    public Task Reports_a_call_once() => Reports(Loader("string table", """db.[|Execute|]($"DELETE FROM {table} WHERE id = 1; INSERT INTO {table} (id) VALUES (1)");"""));

    [Fact]
    public Task Reports_a_purge_of_any_table_outside_a_pipeline() => Reports("""
        namespace Shop;
        public sealed class Housekeeping(SqliteConnection db)
        {
            public int Purge(string table, DateTime before) => db.[|Execute|]($"DELETE FROM {table} WHERE sold_at < @before", new { before });
        }
        """);

    [Theory]
    [InlineData("""const string table = "fact_sales"; db.Execute($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM {nameof(Sale)} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM {typeof(Sale).Name} WHERE id = 1");""")]
    [InlineData("""foreach (var table in new[] { "a", "b" }) db.Execute($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""foreach (var table in Tables) db.Execute($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""foreach (var (table, key) in new[] { ("a", 1), ("b", 2) }) db.Execute($"DELETE FROM {table} WHERE id = {key}");""")]
    [InlineData("""var table = flag ? "a" : "b"; db.Execute($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""var table = flag switch { true => "a", false => throw new ArgumentException(null) }; db.Execute($"DELETE FROM {table} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM {TableOf(flag)} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM {DayOfWeek.Monday} WHERE id = 1");""")]
    public Task Stays_quiet_when_the_name_is_one_of_a_few_constants(string use) => StaysQuiet(Loader("bool flag", use));

    [Fact]
    public Task Stays_quiet_when_another_type_chooses_from_constants() => StaysQuiet("""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db)
        {
            public void Load(CsvReader csv, bool isReturn)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute($"INSERT INTO {Targets.For(isReturn).Table} (id) VALUES (@Id)", sale);
            }
        }
        public sealed record Target(string Table);
        public static class Targets
        {
            public static Target For(bool isReturn)
            {
                if (isReturn)
                    return new Target("fact_returns");
                return new Target("fact_sales");
            }
        }
        """);

    [Theory]
    [InlineData("""db.Execute($"DELETE FROM {settings.Schema}.fact_sales WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM fact_sales_{day:yyyyMM} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM fact_sales_{day.ToString("yyyyMM", CultureInfo.InvariantCulture)} WHERE id = 1");""")]
    [InlineData("""db.Execute($"DELETE FROM fact_sales WHERE {settings.Table} = 1");""")]
    public Task Stays_quiet_when_the_table_itself_is_known(string use) => StaysQuiet(Loader("DateTime day", use));

    [Theory]
    [InlineData("""File.WriteAllLines(settings.Table, ["a"]);""")]
    [InlineData("""db.Execute($"INSERT INTO stg_{name} (id) VALUES (1)");""")]
    [InlineData("""db.Execute($"CREATE TABLE {name} (id int)");""")]
    public Task Stays_quiet_on_paths_staging_and_schema_changes(string use) => StaysQuiet(Loader("string name", use));

    [Fact]
    public Task Stays_quiet_when_the_dataset_is_declared()
    {
        Sources["DataEngAttributes.cs"] = """
            namespace DataEngAnalyzers
            {
                internal sealed class DatasetAttribute : System.Attribute { public DatasetAttribute(string ns, string name) { } }
            }
            """;
        return StaysQuiet(Loader("""[DataEngAnalyzers.Dataset("postgres://dw", "dw.fact_sales")] string table""", """db.Execute($"INSERT INTO {table} (id) VALUES (1)");"""));
    }

    [Fact]
    public Task Stays_quiet_on_a_generic_repository_of_a_web_application() => StaysQuiet("""
        namespace Shop;
        public abstract class Repository<T>(SqlConnection db, string table)
        {
            private readonly string _table = table;
            public IEnumerable<T> All() => db.Query<T>($"SELECT * FROM {_table}");
            public void Delete(int id) => db.Execute($"DELETE FROM {typeof(T).Name} WHERE id = @id", new { id });
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class AdminController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Delete(string table, int id) => db.Execute($"DELETE FROM {table} WHERE id = @id", new { id });
        }
        """);
}
