using System.IO;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class DeclaredLineageWrongTests : RuleTests
{
    public DeclaredLineageWrongTests()
        : base("DEA4017") =>
        Sources["DataEngAttributes.cs"] = File.ReadAllText(Path.Combine(Repository.Root, "build", "attributes", "DataEngAttributes.cs"));

    private static string Loader(string lineage, string body, string name = "[|Load|]") => $$"""
        using DataEngAnalyzers;

        namespace Shop;

        public sealed class Loader(NpgsqlConnection db, SqlConnection sqlServer, Action<string> log)
        {
            [DataLineage({{lineage}})] // as agreed
            public void {{name}}(string folder)
            {
                {{body}}
            }
        }
        """;

    private const string Copy = "db.Execute(\"INSERT INTO fact_sales (id) SELECT id FROM stg.sales ON CONFLICT (id) DO NOTHING\");";

    private const string Import = "foreach (var line in File.ReadLines(Path.Combine(folder, \"orders.csv\")))\n            db.Execute(\"INSERT INTO orders (line) VALUES (@line) ON CONFLICT DO NOTHING\", new { line });";

    [Theory]
    [InlineData("Outputs = new[] { \"fact_returns\" }", Copy)]
    [InlineData("Inputs = new[] { \"stg.returns\" }, Outputs = new[] { \"fact_sales\" }", Copy)]
    [InlineData("Inputs = new[] { \"customers.csv\" }, Outputs = new[] { \"orders\" }", Import)]
    [InlineData("Inputs = new[] { \"orders.csv\" }, Outputs = new[] { \"customers\" }", Import)]
    public Task Reports_another_dataset_than_declared(string lineage, string body) => Reports(Loader(lineage, body));

    [Theory]
    [InlineData("Inputs = new[] { \"stg.sales\" }, Outputs = new[] { \"fact_sales\" }", Copy)]
    [InlineData("Inputs = new[] { \"shop.stg.sales\" }, Outputs = new[] { \"dw.fact_sales\" }", Copy)]
    [InlineData("Inputs = new[] { \"/landing/orders.csv\" }, Outputs = new[] { \"orders\" }", Import)]
    [InlineData("Inputs = new[] { \"orders.csv\", \"codes.csv\" }, Outputs = new[] { \"orders\" }", Import)]
    [InlineData("Outputs = new[] { \"fact_sales\" }", Copy)]
    [InlineData("Outputs = new[] { \"fact_returns\" }", "db.Execute($\"INSERT INTO {folder} (id) SELECT id FROM stg.sales ON CONFLICT (id) DO NOTHING\");")]
    [InlineData("Outputs = new[] { \"fact_returns\" }", Copy + "\n        db.Execute(\"CALL load_returns()\");")]
    [InlineData("Outputs = new[] { \"fact_returns\" }", "log(folder);")]
    public Task Stays_quiet_when_they_agree_or_the_code_does_not_tell_all(string lineage, string body) => StaysQuiet(Loader(lineage, body, "Load"));

    [Fact]
    public Task Stays_quiet_without_a_declaration() => StaysQuiet(Copy);

    [Fact]
    public Task Declares_what_the_code_touches() => Fixes(
        Loader("Inputs = new[] { \"stg.sales\" }, Outputs = new[] { \"fact_returns\" }", Copy),
        Loader("Inputs = new[] { \"stg.sales\" }, Outputs = new[] { \"fact_sales\" }", Copy, "Load"));

    [Fact]
    public Task Offers_no_fix_where_several_names_are_wrong() =>
        OffersNoFix(Loader("Outputs = new[] { \"fact_returns\", \"fact_orders\" }", Copy));
}
