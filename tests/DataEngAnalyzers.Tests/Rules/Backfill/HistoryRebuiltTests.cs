using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class HistoryRebuiltTests() : RuleTests("DEA5015")
{
    private static string Job(string body) => """
        using System.Diagnostics;

        namespace Shop;

        public sealed class Transform
        {
            public void Run(bool everything)
            {
                {{body}}
            }
        }
        """.Replace("{{body}}", body.Replace("\n", "\n        ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("Process.[|Start|](\"dbt\", \"run --full-refresh\").WaitForExit();")]
    [InlineData("Process.[|Start|](\"dbt\", [\"build\", \"--select\", \"fct_sales\", \"-f\"]).WaitForExit();")]
    [InlineData("Process.[|Start|](\"bash\", \"-c 'cd models && dbt build -f'\").WaitForExit();")]
    [InlineData("Process.[|Start|](\"uv\", \"run dbt run --full-refresh -s marts\").WaitForExit();")]
    public Task Reports_a_run_that_always_builds_from_scratch(string start) => Reports(Job(start));

    [Theory]
    [InlineData("Process.Start(\"dbt\", \"run\").WaitForExit();")]
    [InlineData("Process.Start(\"dbt\", \"seed --full-refresh\").WaitForExit();")]
    [InlineData("Process.Start(\"dbt\", \"run\" + (everything ? \" --full-refresh\" : \"\")).WaitForExit();")]
    [InlineData("if (everything)\n    Process.Start(\"dbt\", \"run --full-refresh\").WaitForExit();")]
    [InlineData("Process.Start(\"git\", \"run --full-refresh\").WaitForExit();")]
    public Task Stays_quiet_when_somebody_asks_for_it(string start) => StaysQuiet(Job(start));
}
