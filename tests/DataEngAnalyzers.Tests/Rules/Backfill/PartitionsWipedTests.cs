using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class PartitionsWipedTests : RuleTests
{
    public PartitionsWipedTests() : base("DEA5012") => Libraries["Microsoft.Spark"] = SparkStub.Source;

    private static string Export(string body, string parameters = "string root, DateOnly day", string type = "public sealed class SalesExport(NpgsqlConnection db)") => $$"""
        namespace Shop;
        {{type}}
        {
            public void Write({{parameters}})
            {
                var lines = db.Query<string>("SELECT line FROM sales");
                {{body}}
            }
        }
        """;

    private static string Spark(string chain, string before = "var spark = SparkSession.Builder().GetOrCreate();") => $$"""
        using Microsoft.Spark.Sql;

        namespace Shop;
        public static class SalesJob
        {
            public static void Run(string day)
            {
                {{before}}
                var sales = spark.Sql($"SELECT * FROM sales WHERE day = '{day}'");
                using (var bulk = new SqlBulkCopy("Server=dw")) bulk.WriteToServer(new DataTable());
                {{chain}}
            }
        }
        """;

    [Theory]
    [InlineData("""Directory.[|Delete|](root, true); File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);""")]
    [InlineData("""Directory.[|Delete|](root, recursive: true); File.WriteAllLines(Path.Combine(root, $"day={day:yyyy-MM-dd}", "sales.csv"), lines);""")]
    [InlineData("""var folder = Path.Combine(root, "sales"); Directory.[|Delete|](folder, true); File.WriteAllLines(Path.Combine(folder, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), "sales.csv"), lines);""")]
    [InlineData("""new DirectoryInfo(root).[|Delete|](true); using var writer = new StreamWriter(root + "/" + day.Year + "/sales.csv"); foreach (var line in lines) writer.WriteLine(line);""")]
    [InlineData("""if (Directory.Exists("lake/sales")) Directory.[|Delete|]("lake/sales", true); File.WriteAllLines($"lake/sales/{DateTime.Today:yyyy-MM-dd}/sales.csv", lines);""")]
    public Task Reports_a_folder_that_is_deleted_above_the_partition_that_is_written(string body) => Reports(Export(body));

    [Fact]
    public Task Reports_a_folder_that_a_private_method_deletes() => Reports("""
        namespace Shop;
        public sealed class SalesExport(NpgsqlConnection db)
        {
            public async Task WriteAsync(string root, int month)
            {
                Clear(root);
                await File.WriteAllLinesAsync($"{root}/month={month:00}/sales.csv", await db.QueryAsync<string>("SELECT line FROM sales"));
            }

            private static void Clear(string folder) => Directory.[|Delete|](folder, true);
        }
        """);

    [Fact]
    public Task Reports_top_level_statements() => Reports("""
        // top-level
        using var db = new NpgsqlConnection("Host=dw");
        Directory.[|Delete|]("lake/sales", true);
        File.WriteAllLines($"lake/sales/{DateTime.UtcNow:yyyy-MM-dd}/sales.csv", db.Query<string>("SELECT line FROM sales"));
        """);

    [Theory]
    [InlineData("""Directory.Delete($"{root}/day={day:yyyy-MM-dd}", true); File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);""")]
    [InlineData("""Directory.Delete(root); File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);""")]
    [InlineData("""Directory.Delete(root, true); File.WriteAllLines($"{root}/sales.csv", lines);""")]
    [InlineData("""Directory.Delete(root + "/tmp", true); File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);""")]
    [InlineData("""Directory.Delete(root, true); foreach (var line in lines) File.WriteAllLines($"{root}/{line}/sales.csv", lines);""")]
    [InlineData("""Directory.Delete(root, true); foreach (var group in lines.GroupBy(line => line[..10])) File.WriteAllLines($"{root}/day={group.Key}/sales.csv", group);""")]
    [InlineData("""Directory.Delete(root, true); for (var each = day; each < day.AddDays(9); each = each.AddDays(1)) { } File.WriteAllLines($"{root}/part.csv", lines);""")]
    public Task Stays_quiet_when_no_other_partition_is_lost(string body) => StaysQuiet(Export(body));

    [Fact]
    public Task Stays_quiet_when_the_part_that_varies_is_no_slice() =>
        StaysQuiet(Export("""Directory.Delete(root, true); File.WriteAllLines($"{root}/{name}.csv", lines);""", parameters: "string root, string name"));

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet(Export(
        """Directory.Delete(root, true); System.IO.File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);""",
        type: "public sealed class ExportController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase"));

    [Theory]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).PartitionBy("day").[|Parquet|]("lake/sales");""")]
    [InlineData("""sales.Write().PartitionBy("day").Mode("overwrite").Format("delta").[|Save|]("lake/sales");""")]
    [InlineData("""sales.Write().Mode("Overwrite").PartitionBy("day").[|SaveAsTable|]("sales");""")]
    public Task Reports_a_partitioned_writer_that_overwrites_everything(string chain) => Reports(Spark(chain));

    [Theory]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").PartitionBy("day").Parquet("lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).PartitionBy("day").Option("replaceWhere", $"day = '{day}'").Save("lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Append).PartitionBy("day").Parquet("lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).Parquet($"lake/sales/day={day}");""")]
    public Task Stays_quiet_when_the_writer_spares_other_partitions(string chain) => StaysQuiet(Spark(chain));

    [Theory]
    [InlineData("""var spark = SparkSession.Builder().Config("spark.sql.sources.partitionOverwriteMode", "dynamic").GetOrCreate();""")]
    [InlineData("""var spark = SparkSession.Builder().GetOrCreate(); spark.Conf().Set("spark.sql.sources.partitionOverwriteMode", "dynamic");""")]
    public Task Stays_quiet_when_the_session_spares_other_partitions(string session) =>
        StaysQuiet(Spark("""sales.Write().Mode(SaveMode.Overwrite).PartitionBy("day").Parquet("lake/sales");""", session));

    [Fact]
    public Task Fixes_writers_by_overwriting_dynamically() => Fixes(
        Spark("""
            sales.Write().Mode(SaveMode.Overwrite /* whole */).PartitionBy("day").[|Parquet|]("lake/sales");
                    sales.Write().PartitionBy("day").Mode("overwrite").[|Save|]("lake/copy");
            """),
        Spark("""
            sales.Write().Mode(SaveMode.Overwrite /* whole */).Option("partitionOverwriteMode", "dynamic").PartitionBy("day").Parquet("lake/sales");
                    sales.Write().PartitionBy("day").Mode("overwrite").Option("partitionOverwriteMode", "dynamic").Save("lake/copy");
            """));

    [Fact]
    public Task Offers_no_fix_for_a_folder() =>
        OffersNoFix(Export("""Directory.[|Delete|](root, true); File.WriteAllLines($"{root}/day={day:yyyy-MM-dd}/sales.csv", lines);"""));
}
