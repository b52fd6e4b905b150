using System;
using System.Diagnostics;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Jq;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class FilterReaderTests
{
    [Theory]
    [InlineData(".orders[].customer_id", ".orders[].customer_id")]
    [InlineData(".orders | .[] | .id", ".orders", ".orders[]", ".orders[].id")]
    [InlineData(".orders[] | select(.state == \"new\") | .id", ".orders[]", ".orders[].state", ".orders[].id")]
    [InlineData("map(.id)", ".[].id")]
    [InlineData("map(select(.ok)) | .[0].id", ".[].ok", ".[].id")]
    [InlineData("{ id, total: .amount, \"n\": (.a | .b) }", ".id", ".amount", ".a", ".a.b")]
    [InlineData("[.a, .b] | length", ".a", ".b")]
    [InlineData(".[\"odd name\"].x", ".\"odd name\".x")]
    [InlineData(".\"a\".b", ".a.b")]
    [InlineData(".items[1:3] | .[].id", ".items", ".items[].id")]
    [InlineData(". as $all | .ids[] | $all.names", ".ids[]", ".names")]
    [InlineData("if .a then .b else .c end", ".a", ".b", ".c")]
    [InlineData("max_by(.n) | .id", ".[].n", ".[].id")]
    [InlineData("reduce .rows[] as $r (0; . + $r.n)", ".rows[].n")]
    [InlineData("# .comment\n.a # .b", ".a")]
    [InlineData("\"\\(.a) is \\(\"x\" + .b)\"")]
    [InlineData("def f(x): .inner; .a | f(.b)", ".a")]
    [InlineData(".a?")]
    [InlineData("try .a catch .b")]
    [InlineData(".a = .b", ".b")]
    [InlineData(".a |= 1 | .made")]
    [InlineData("{ made: .a } | .made", ".a")]
    [InlineData("to_entries | .[].key")]
    [InlineData("inputs | .a")]
    [InlineData("@csv \"\\(.a)\" , .b", ".b")]
    [InlineData(".a and .b or (.c | not)", ".a", ".b", ".c")]
    [InlineData("-.n * 2", ".n")]
    [InlineData("..|.a")]
    [InlineData("label $out | .a", ".a")]
    public void Paths_are_told_from_the_root_of_the_input(string program, params string[] paths) =>
        Assert.Equal(paths, Read(program).Filters.Select(filter => filter.PathOrOperator));

    [Theory]
    [InlineData(".ok // true", ".ok")]
    [InlineData(".rows[] | .ok // .other // 1", ".rows[].ok")]
    public void A_default_is_told_with_the_path_it_stands_in_for(string program, string path)
    {
        var filter = Assert.Single(Read(program).Filters, filter => filter.PathOrOperator == "//");

        Assert.Equal(path, filter.Detail);
        Assert.DoesNotContain(Read(program).Filters, told => told.PathOrOperator.Contains("other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_stands_at_its_first_step_and_knows_its_payload() =>
        Assert.Equal(["jq|1|2|3|.a.b||Shop.Order"], FactLines.Of(FilterReader.Read("x.jq", "# rows\n| .a.b".Replace("| ", "  ", StringComparison.Ordinal), "Shop.Order"), "jq"));

    [Theory]
    [InlineData(".a | (")]
    [InlineData("{ a: .b")]
    [InlineData(".a .b )")]
    [InlineData("if .a then .b")]
    [InlineData("[.a")]
    [InlineData(".a[")]
    [InlineData("")]
    [InlineData(".a as")]
    [InlineData("\"open")]
    public void A_program_that_is_not_understood_says_nothing(string program) => Assert.True(Read(program).IsEmpty);

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("[")]
    [InlineData("try ")]
    [InlineData(".a[")]
    [InlineData("{a:")]
    [InlineData(".a | ")]
    [InlineData("def f: ")]
    [InlineData(". as $x | ")]
    public void Endless_nesting_ends_at_once(string part)
    {
        var watch = Stopwatch.StartNew();

        Read(string.Concat(Enumerable.Repeat(part, 100_000)) + ".b");

        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static FileFacts Read(string program) => FilterReader.Read("x.jq", program, string.Empty);
}
