using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Manifests;

/// <summary>Whatever the facts file says, all rules get along with it: no exception, no DEA0001.</summary>
public sealed class HostileFactsTests
{
    private const string Load = """
        namespace Shop;

        public sealed class SalesLoader(Npgsql.NpgsqlConnection db)
        {
            public void Load(System.Collections.Generic.IReadOnlyList<Row> rows)
            {
                Dapper.SqlMapper.Execute(db, "INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING", rows);
                System.IO.File.WriteAllText("out/sales.csv", "x");
            }
        }

        public sealed class Row
        {
            public int Id { get; set; }
            public string? Amount { get; set; }
        }
        """;

    private static readonly string[] Kinds = ["file", "problem", "dataset", "column", "check", "removed", "stage", "path", "param", "tree", "op", "jq", "sample", "value"];

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("raw.sales")]
    [InlineData("2147483648")]
    [InlineData("-1")]
    [InlineData("a=b;c;=;;%")]
    public async Task Lines_of_one_value_are_fine(string value)
    {
        var lines = Kinds.Select(kind => string.Join('\t', Enumerable.Repeat(value, 12).Prepend(kind)));
        await Analysis.RunWithFilesAsync(Load, (FactsFile.Path, "dataeng-facts\t1\n" + string.Join('\n', lines)));
    }

    [Fact]
    public async Task Facts_that_are_cut_off_anywhere_are_fine()
    {
        var text = FactsFile.Of(
            "file | 1 | models/sources.yml | dbt",
            "dataset | 1 | 1 | 4 | 13 | dbt-source | | raw | sales | freshness=no;loaded_at=%;source=raw",
            "column | 1 | 5 | 9 | amount | int | int | no",
            "check | 1 | 5 | 9 | unique | ,,%2 |",
            "dataset | 2 | 1 | 4 | 13 | gx-suite | | | raw_sales | linked=yes",
            "check | 2 | 5 | 9 | columns-set | | exact",
            "dataset | 3 | 1 | 4 | 13 | alembic-table | | raw | sales | known=yes",
            "stage | 1 | 1 | 1 | 1 | load | dotnet run | . | frozen=yes",
            "path | 1 | 1 | 1 | out | ../../out/sales.csv |");
        for (var length = 0; length <= text.Length; length += 23)
            await Analysis.RunWithFilesAsync(Load, (FactsFile.Path, text[..length]));
    }
}
