using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class InsertAppendsOnRerunTests() : RuleTests("DEA1001")
{
    [Fact]
    public Task Reports_a_plain_insert_in_a_loader() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Stays_quiet_when_the_insert_skips_known_keys() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT DO NOTHING", sale);
        """);
}
