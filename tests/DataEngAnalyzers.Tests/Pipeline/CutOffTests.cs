using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Of a run that is too much to follow, what had ended keeps its findings; what was under way hears nothing.</summary>
public sealed class CutOffTests
{
    private const int MoreThanIsFollowed = 600;

    private static readonly string Code = $$"""
        public sealed class Importer(NpgsqlConnection db)
        {
            public void Import(IEnumerable<Sale> sales)
            {
                using var writer = db.BeginBinaryImport("COPY dim_sales (id) FROM STDIN (FORMAT BINARY)");
                foreach (var sale in sales)
                {
                    writer.StartRow();
                    writer.Write(sale.Id);
                }
            }
        }
        public sealed class Steps(NpgsqlConnection db)
        {
            public void Step() => db.Execute("INSERT INTO step_mart (id) SELECT id FROM fact_sales");
        }
        public sealed class Job(NpgsqlConnection db, Importer importer, Steps steps)
        {
            public void Run(List<Sale> sales)
            {
                importer.Import(sales);
                db.Execute("INSERT INTO mart (id) SELECT id FROM fact_sales");
                {{string.Concat(Enumerable.Repeat("steps.Step();", MoreThanIsFollowed))}}
            }
        }
        """;

    [Fact]
    public void A_method_that_had_ended_keeps_its_finding_and_a_later_clearing_may_make_the_others_good() => Verdict.Reports(Code, "DEA1007 dim_sales");

    [Fact]
    public void The_note_says_where_the_run_is_cut_off() => Assert.Contains(
        "Job.Run does not count as pipeline code: it reaches more code than is followed",
        ScopeText.Of("namespace Shop;\n" + Code));

    [Theory]
    [InlineData("DEA7012", "File.WriteAllLines($\"out/sales_{Guid.NewGuid()}.csv\", db.Query<string>(\"SELECT line FROM sales\"));")]
    [InlineData("DEA2016", "db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", db.Query<Sale>(\"SELECT id, amount FROM sales LIMIT 1000\"));")]
    [InlineData("DEA2002", "using var reader = db.ExecuteReader(\"SELECT id FROM sales\"); using var bulk = new SqlBulkCopy(target) { DestinationTableName = \"fact_sales\" }; bulk.WriteToServer(reader);")]
    [InlineData("DEA1001", "db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id)\", new CsvReader(new StreamReader(\"sales.csv\"), CultureInfo.InvariantCulture).GetRecords<Sale>());")]
    [InlineData("DEA6009", "foreach (var sale in new CsvReader(new StreamReader(\"sales.csv\"), CultureInfo.InvariantCulture).GetRecords<Sale>()) db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", sale);")]
    public void What_the_rest_of_the_run_may_make_good_is_not_told(string id, string body)
    {
        Assert.Contains(id, IdsIn(body, steps: 1));
        Assert.DoesNotContain(id, IdsIn(body, MoreThanIsFollowed));
    }

    private static IEnumerable<string> IdsIn(string body, int steps)
    {
        var bound = Harness.Code.Of($$"""
            namespace Shop;
            public sealed class Part(NpgsqlConnection db, SqlConnection target)
            {
                public void Run() { {{body}} }
            }
            public sealed class Steps(NpgsqlConnection db)
            {
                public void Step() => db.Execute("INSERT INTO step_mart (id) SELECT id FROM fact_sales");
            }
            public sealed class Job(Part part, Steps steps) : Microsoft.Extensions.Hosting.BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    part.Run();
                    {{string.Concat(Enumerable.Repeat("steps.Step();", steps))}}
                    return Task.CompletedTask;
                }
            }
            """);
        return new RunFindings(bound.Context).In(bound.Root.SyntaxTree, CancellationToken.None).Select(found => found.Id);
    }
}
