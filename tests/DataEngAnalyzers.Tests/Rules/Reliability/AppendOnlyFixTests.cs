using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class AppendOnlyFixTests() : RuleTests("DEA1001")
{
    private const string Attribute = """
        namespace DataEngAnalyzers
        {
            internal sealed class AppendOnlyAttribute(string reason) : Attribute { public string Reason => reason; }
        }
        """;

    [Fact]
    public Task Declares_the_method_where_no_key_is_known()
    {
        Sources["Attributes.cs"] = Attribute;
        return Fixes(
            """
            namespace Shop;
            public sealed class ReadingLoader(NpgsqlConnection db, CsvReader csv)
            {
                /// <summary>Every reading.</summary>
                public void Load() => db.[|Execute|]("INSERT INTO reading (id) VALUES (@Id)", csv.GetRecords<Sale>());
            }
            """,
            """
            using DataEngAnalyzers;
            namespace Shop;
            public sealed class ReadingLoader(NpgsqlConnection db, CsvReader csv)
            {
                /// <summary>Every reading.</summary>
                [AppendOnly("every run adds its own rows")]
                public void Load() => db.Execute("INSERT INTO reading (id) VALUES (@Id)", csv.GetRecords<Sale>());
            }
            """,
            fixAll: false);
    }

    [Fact]
    public Task Offers_nothing_where_the_attribute_is_not_embedded() => OffersNoFix("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO reading (id) VALUES (@Id)", sale);
        """);
}
