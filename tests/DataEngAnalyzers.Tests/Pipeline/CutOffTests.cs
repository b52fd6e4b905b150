using System.Linq;
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
}
