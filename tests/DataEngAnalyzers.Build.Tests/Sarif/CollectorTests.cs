using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Sarif;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Sarif;

public sealed class CollectorTests
{
    private static readonly SourceLines Lines = new(path => path.EndsWith("Orders.cs", System.StringComparison.Ordinal) ? ["one", "two", "three", "four"] : null);

    [Theory]
    [InlineData("/build/src", "Orders.cs", "Orders.cs")]
    [InlineData("/build/src", "Load/My%20Orders.cs", "Load/My Orders.cs")]
    [InlineData("C:/build/src", "Orders.cs", "Orders.cs")]
    [InlineData("/build/src", "../other/Orders.cs", "../other/Orders.cs")]
    public void Paths_start_from_the_root(string folder, string file, string expected) =>
        Assert.Equal(expected, new LogText(folder).Finding(file: file).Collect().Results[0].Place!.File);

    [Theory]
    [InlineData("/Users/jo/.nuget/Generated.cs")]
    [InlineData("C:/Users/jo/Generated.cs")]
    public void A_path_outside_of_the_root_keeps_only_its_name(string path) => Assert.Equal("Generated.cs", new SourceRoot("/build/src").Relative(path));

    [Fact]
    public void The_lines_around_a_place_come_along()
    {
        var place = new LogText().Finding(line: 3).Collect(lines: Lines).Results[0].Place!;

        Assert.Equal(new Excerpt(2, "two\nthree\nfour"), place.Excerpt);
    }

    [Theory]
    [InlineData("Missing.cs", 1)]
    [InlineData("Orders.cs", 40)]
    public void Lines_that_are_not_there_are_left_out(string file, int line) => Assert.Null(new LogText().Finding(file: file, line: line).Collect(lines: Lines).Results[0].Place!.Excerpt);

    [Fact]
    public void What_is_collected_reads_back_the_same()
    {
        var collected = new LogText().Finding(line: 3, suppressed: true, sites: [("Orders.cs", 2)]).Collect(failOn: "High", repository: "https://github.com/shop/etl", owner: "team:shop", framework: "net8.0", lines: Lines);

        var read = SarifReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Write(collected)))).Single();

        Assert.Equal(collected.Context, read.Context);
        Assert.Equal(collected.Results[0].Place, read.Results[0].Place);
        Assert.Equal(collected.Results[0].Related, read.Results[0].Related);
        Assert.Equal(collected.Results[0].Properties, read.Results[0].Properties);
        Assert.True(read.Results[0].Suppressed);
    }

    [Fact]
    public void The_order_of_a_compilers_results_leaves_no_trace()
    {
        var one = new LogText().Finding(line: 3).Finding(line: 5).Finding(rule: "DEA2001", line: 3).Collect();
        var other = new LogText().Finding(rule: "DEA2001", line: 3).Finding(line: 5).Finding(line: 3).Collect();

        Assert.Equal(Write(one), Write(other));
    }

    [Fact]
    public void Findings_alike_but_for_their_line_have_fingerprints_of_their_own()
    {
        var text = Write(new LogText().Finding(line: 3).Finding(line: 5).Collect());

        Assert.Contains("00000000000000a1:1", text, System.StringComparison.Ordinal);
        Assert.Contains("00000000000000a1:2", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_nobody_collected_is_cut_at_its_deepest_common_folder()
    {
        var run = Collector.CollectForeign(new LogText("/Users/jo/etl").Finding(file: "Load/A.cs").Finding(file: "Read/B.cs").Read(), "Etl");

        Assert.Equal(["Etl/Load/A.cs", "Etl/Read/B.cs"], run.Results.Select(result => result.Place!.File));
    }

    private static string Write(SarifRun run)
    {
        using var stream = new MemoryStream();
        SarifWriter.Write(run, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
