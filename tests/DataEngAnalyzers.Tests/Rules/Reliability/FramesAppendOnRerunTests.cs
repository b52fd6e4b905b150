using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>What a Spark frame appends to.</summary>
public sealed class FramesAppendOnRerunTests : RuleTests
{
    public FramesAppendOnRerunTests()
        : base("DEA1020") => Libraries["Microsoft.Spark"] = SparkStub.Source;

    private static string Job(string body) => $$"""
        // top-level
        using Microsoft.Spark.Sql;
        var spark = SparkSession.Builder().GetOrCreate();
        var sales = spark.Range(100);
        {{body}}
        """;

    [Theory]
    [InlineData("""sales.Write().Mode("append").Format("delta").[|Save|]("/lake/sales");""")]
    [InlineData("""sales.Write().Format("delta").Mode("Append").[|Save|]("/lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Append).[|Parquet|]("/lake/sales");""")]
    [InlineData("""var writer = sales.Write().Mode(SaveMode.Append); writer.[|Csv|]("sales.csv");""")]
    [InlineData("""const string How = "append"; sales.Write().Mode(How).PartitionBy("day").[|Orc|]("/lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).Mode(SaveMode.Append).[|Json|]("/lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Append).[|SaveAsTable|]("lake.sales");""")]
    [InlineData("""sales.Write().[|InsertInto|]("lake.sales");""")]
    [InlineData("""if (!System.IO.Directory.Exists("/lake/sales")) sales.Write().Mode("overwrite").Parquet("/lake/sales"); sales.Write().Mode("append").[|Parquet|]("/lake/sales");""")]
    public Task Reports_a_frame_that_is_appended(string write) => Reports(Job(write));

    [Theory]
    [InlineData("""sales.Write().Mode(SaveMode.Overwrite).Parquet("/lake/sales");""")]
    [InlineData("""sales.Write().Mode("overwrite").InsertInto("lake.sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Ignore).Parquet("/lake/sales");""")]
    [InlineData("""sales.Write().Mode(SaveMode.Append).Mode(SaveMode.Overwrite).Parquet("/lake/sales");""")]
    [InlineData("""sales.Write().Parquet("/lake/sales");""")]
    [InlineData("""sales.Write().SaveAsTable("lake.sales");""")]
    [InlineData("""sales.Write().Mode(args[0]).Parquet("/lake/sales");""")]
    [InlineData("""sales.Write().Mode("append").SaveAsTable("stg_sales");""")]
    [InlineData("""var known = spark.Read().Format("delta").Load("/lake/sales"); sales.Join(known, new[] { "id" }, "left_anti").Write().Mode(SaveMode.Append).Save("/lake/sales");""")]
    [InlineData("""var known = spark.Table("lake.sales"); sales.Join(known, new[] { "id" }, "left_anti").Write().Mode(SaveMode.Append).SaveAsTable("lake.sales");""")]
    [InlineData("""sales.Filter("false").Write().Mode("overwrite").Parquet("/lake/sales"); sales.Write().Mode("append").Parquet("/lake/sales");""")]
    [InlineData("""if (!System.IO.Directory.Exists("/lake/sales")) sales.Write().Mode("append").Parquet("/lake/sales");""")]
    public Task Stays_quiet_when_the_writer_knows_what_is_there(string write) => StaysQuiet(Job(write));

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;
        public sealed class LakeTests
        {
            [Xunit.Fact]
            public void Appends() => Microsoft.Spark.Sql.SparkSession.Builder().GetOrCreate().Range(5).Write().Mode("append").Parquet("/tmp/sales");
        }
        """);
}
