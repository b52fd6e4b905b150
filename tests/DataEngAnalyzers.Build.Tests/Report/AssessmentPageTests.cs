using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Build.Report.Markdown;
using DataEngAnalyzers.Build.Report.Page;
using DataEngAnalyzers.Build.Tests.Model;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Report;

public sealed partial class AssessmentPageTests
{
    public static TheoryData<string> HostileNames => new(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)",
        "</script><script>alert(1)</script>",
        "{{Data}}{{{Script}}}",
        "<!--",
        "a\u0000b\u001b[31m",
        "\u202Egnp.exe",
        "| table | `code` [x](javascript:alert(1))",
        "]]>",
        "😀");

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Names_and_code_are_text_whatever_is_in_them(string name)
    {
        var page = Page(name);

        Assert.Equal(Tags(Page("name")), Tags(page));
        Assert.DoesNotContain('\0', page);
        Assert.DoesNotContain('\u202E', page);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void What_the_script_reads_is_json_of_the_same_names(string name)
    {
        var data = JsonNode.Parse(DataBlock().Match(Page(name)).Groups[1].Value)!;

        Assert.Contains(name, data["datasets"]!.AsArray().Select(dataset => (string?)dataset!["label"]));
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Markdown_lets_no_name_out_of_its_place(string name)
    {
        var outside = CodeOrEscaped().Replace(AssessmentMarkdown.Write(AssessmentBuilderTests.Build(Log(name))), "");

        Assert.DoesNotContain("<script", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript:", outside, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_reports_show_how_the_files_of_other_tools_are_written()
    {
        const string Command = "dotnet build -p:DataEngEmit=gx,dvc,dbt,alembic";

        Assert.Contains(Command, Page("name"), StringComparison.Ordinal);
        Assert.Contains($"```\n{Command}\n```", AssessmentMarkdown.Write(AssessmentBuilderTests.Build(Log("name"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_no_network_and_lets_nothing_else_run()
    {
        var page = Page("name");

        Assert.Contains("default-src &#39;none&#39;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\s(src|srcset)=|@import|url\\(\\s*[^#]|\\sstyle=|\\son[a-z]+=", Scripts().Replace(page, "").Replace("url(#tip)", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/repo/artifacts/dataeng", "/repo", "../../")]
    [InlineData("C:\\repo\\out", "C:\\repo\\", "../")]
    [InlineData("/elsewhere", "/repo", null)]
    public void The_way_to_the_sources_is_relative(string from, string to, string? expected) => Assert.Equal(expected, Links.Up(from, to));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    [InlineData(null, null)]
    public void Only_web_addresses_are_links(string? address, string? expected) => Assert.Equal(expected, Links.Web(address));

    private static string Page(string name) => AssessmentPage.Write(AssessmentBuilderTests.Build(Log(name)), "../../");

    private static Build.Sarif.SarifRun Log(string name) => new LogText()
        .Stage(Facts.Copy(name, "dw.orders", columns: [name]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
        .Finding(message: name, dataset: name, evidence: name, remediation: name, sites: [("Orders.cs", 10)])
        .Finding(rule: "DEA4001", area: "Lineage", severity: "Medium", message: name, line: 50, symbol: name)
        .Collect(project: name, lines: new Build.Sarif.SourceLines(_ => [.. Enumerable.Repeat(name, 60)]));

    private static string Tags(string page) => string.Concat(Tag().Matches(Scripts().Replace(page, "")).Select(tag => Quoted().Replace(tag.Value, "")));

    [GeneratedRegex("id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataBlock();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("`+[^`]*`+|\\\\.")]
    private static partial Regex CodeOrEscaped();

    [GeneratedRegex("<[^>]*?>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
