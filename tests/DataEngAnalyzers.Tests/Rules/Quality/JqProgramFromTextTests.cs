using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class JqProgramFromTextTests() : RuleTests("DEA2030")
{
    private static string Job(string body) => """
        using System.Diagnostics;

        namespace Shop;

        public sealed class Extract
        {
            public void Run(string customer, int page, string filter)
            {
                {{body}}
            }
        }
        """.Replace("{{body}}", body.Replace("\n", "\n        ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("using var jq = Process.[|Start|](\"jq\", $\"'.orders[] | select(.customer == \\\"{customer}\\\")' orders.json\");")]
    [InlineData("using var jq = Process.[|Start|](\"jq\", \"-c '.[] | select(.id == \\\"\" + customer + \"\\\")' orders.json\");")]
    [InlineData("using var jq = Process.[|Start|](\"jq\", [\"-r\", $\".{customer}\", \"orders.json\"]);")]
    [InlineData("using var jq = Process.[|Start|](\"bash\", $\"-c \\\"cat orders.json | jq '.{customer}' > out.json\\\"\");")]
    [InlineData("var info = new ProcessStartInfo(\"jq\") { ArgumentList = { \"--arg\", \"day\", \"today\", $\".{customer}\" } };\nusing var jq = Process.[|Start|](info);")]
    [InlineData("var info = new ProcessStartInfo(\"jq\");\ninfo.ArgumentList.Add(\"-c\");\ninfo.ArgumentList.Add($\".{customer}\");\nusing var jq = Process.[|Start|](info);")]
    [InlineData("using var jq = new Process { StartInfo = new ProcessStartInfo { FileName = \"jq\", Arguments = $\".{customer}\" } };\njq.[|Start|]();")]
    [InlineData("using var jq = new Process();\njq.StartInfo.FileName = \"/usr/bin/jq\";\njq.StartInfo.Arguments = $\"'.{customer}' orders.json\";\njq.[|Start|]();")]
    public Task Reports_a_value_that_becomes_part_of_the_program(string start) => Reports(Job(start));

    [Theory]
    [InlineData("using var jq = Process.Start(\"jq\", [\"--arg\", \"customer\", customer, \".orders[] | select(.customer == $customer)\", \"orders.json\"]);")]
    [InlineData("using var jq = Process.Start(\"jq\", $\".orders[{page}] orders.json\");")]
    [InlineData("using var jq = Process.Start(\"jq\", $\".orders {customer}\");")]
    [InlineData("using var jq = Process.Start(\"jq\", [filter, \"orders.json\"]);")]
    [InlineData("using var jq = Process.Start(\"jq\", $\"-f orders.jq {customer}\");")]
    [InlineData("using var git = Process.Start(\"git\", $\"clone {customer}/jq\");")]
    [InlineData("using var tool = Process.Start(filter, $\".{customer}\");")]
    public Task Stays_quiet_when_the_program_stays_the_same(string start) => StaysQuiet(Job(start));

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        using System.Diagnostics;

        namespace Shop;

        public sealed class ExtractTests
        {
            [Xunit.Theory]
            public void Is_read(string customer) => Process.Start("jq", $".{customer} orders.json");
        }
        """);
}
