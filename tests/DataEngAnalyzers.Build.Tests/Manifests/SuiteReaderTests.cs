using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Gx;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class SuiteReaderTests
{
    [Theory]
    [InlineData("""{ "name": "raw.orders", "expectations": [], "id": null }""", "1.x")]
    [InlineData("""{ "expectation_suite_name": "raw.orders", "expectations": [ { "expectation_type": "expect_column_to_exist" } ] }""", "0.x")]
    [InlineData("""{ "name": "raw.orders", "expectations": [ { "expectation_type": "expect_column_to_exist" } ] }""", "mixed")]
    public void A_suite_is_named_as_its_version_names_it(string text, string version) =>
        Assert.Equal([$"dataset|1|1|1|{Column(text)}|gx-suite|||raw.orders|suite=raw.orders;version={version}"], FactLines.Of(Read(text), "dataset"));

    [Theory]
    [InlineData("expect_column_values_to_not_be_null", """ "column": "id" """, "not_null|id")]
    [InlineData("expect_column_values_to_be_in_set", """ "column": "state", "value_set": ["new", 2, true] """, "accepted|state|new|2|true")]
    [InlineData("expect_column_values_to_be_in_set", """ "column": "state", "value_set": { "$PARAMETER": "states" } """, "exists|state")]
    [InlineData("expect_column_values_to_be_between", """ "column": "n", "min_value": 0, "strict_min": true """, "range|n|0||yes|no")]
    [InlineData("expect_column_value_lengths_to_be_between", """ "column": "code", "max_value": 20 """, "length|code||20")]
    [InlineData("expect_column_value_lengths_to_equal", """ "column": "code", "value": 3 """, "length|code|3|3")]
    [InlineData("expect_column_values_to_match_regex", """ "column": "code", "regex": "^\\d+$" """, @"regex|code|^\\d+$")]
    [InlineData("expect_column_values_to_be_in_type_list", """ "column": "n", "type_list": ["INT", "BIGINT"] """, "type|n|INT|BIGINT")]
    [InlineData("expect_column_mean_to_be_between", """ "column": "n", "min_value": 1 """, "exists|n")]
    [InlineData("expect_compound_columns_to_be_unique", """ "column_list": ["a", "b,c"] """, "unique|a,b%2Cc")]
    [InlineData("expect_table_columns_to_match_set", """ "column_set": ["a", "b"], "exact_match": false """, "columns-set|a,b")]
    [InlineData("expect_table_columns_to_match_ordered_list", """ "column_list": ["a", "b"] """, "columns-set|a,b|exact")]
    [InlineData("expect_table_row_count_to_be_between", """ "min_value": 1 """, "row-count||1|")]
    [InlineData("expect_the_moon_to_be_full", """ "phase": 4 """, "unknown-type||expect_the_moon_to_be_full|")]
    public void An_expectation_is_read_as_what_it_checks(string type, string arguments, string check) =>
        Assert.Equal([check], FactLines.Checks(Read(Suite(type, arguments))));

    [Theory]
    [InlineData(""" "column": "id", "mostly": 0.95 """, "mostly|id|0.95|expect_column_values_to_not_be_null", "exists|id")]
    [InlineData(""" "column": "id", "row_condition": "state = 1" """, "exists|id")]
    [InlineData(""" "column": "id", "mostly": 1.0, "row_condition": null """, "not_null|id")]
    public void What_holds_for_some_rows_is_no_promise_for_all(string arguments, params string[] checks) =>
        Assert.Equal(checks, FactLines.Checks(Read(Suite("expect_column_values_to_not_be_null", arguments))));

    [Fact]
    public void Both_columns_of_a_pair_have_to_be_there() =>
        Assert.Equal(["exists|paid", "exists|ordered"], FactLines.Checks(Read(Suite("expect_column_pair_values_a_to_be_greater_than_b", """ "column_A": "paid", "column_B": "ordered" """))));

    [Fact]
    public void A_check_stands_where_its_column_is_named() =>
        Assert.Equal(
            ["check|1|2|80|not_null|id"],
            FactLines.Of(Read("{ \"name\": \"s\", \"expectations\": [\n" + Expectation("expect_column_values_to_not_be_null", "\"ü\": 1, \"column\": \"id\"") + "] }"), "check"));

    [Fact]
    public void A_mistyped_expectation_is_a_problem_that_names_the_one_that_is_meant()
    {
        var problem = Assert.Single(Read(Suite("expect_column_values_to_not_be_nul", """ "column": "id" """)).Problems);

        Assert.Equal("Great Expectations has no expectation 'expect_column_values_to_not_be_nul', so this is never checked; 'expect_column_values_to_not_be_null' is meant?", problem.Message);
    }

    [Fact]
    public void Keys_of_both_versions_in_one_suite_are_a_problem()
    {
        var problem = Assert.Single(Read("""{ "name": "s", "expectations": [ { "expectation_type": "expect_column_to_exist" } ] }""").Problems);

        Assert.Equal("Great Expectations 1.x refuses this suite: it has keys of 1.x, but 'expectation_type' is one of 0.x, now called 'type'", problem.Message);
        Assert.Equal(new Spot(1, 36), problem.Spot);
    }

    [Theory]
    [InlineData("{ \"name\": \"s\",\n \"expectations\": [ }", 2, 20)]
    [InlineData("", 1, 1)]
    [InlineData("""{ "name": "s" } x""", 1, 17)]
    public void Text_that_is_no_JSON_is_a_problem_where_it_ends(string text, int line, int column) =>
        Assert.Equal(new Spot(line, column), Assert.Single(Read(text).Problems).Spot);

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "expectations": {} }""")]
    [InlineData("""{ "rows": [ 1 ] }""")]
    public void A_file_that_is_no_suite_says_nothing(string text) => Assert.True(Read(text).IsEmpty);

    private static int Column(string text) => text.Contains("expectation_suite_name", System.StringComparison.Ordinal) ? 29 : 11;

    private static string Suite(string type, string arguments) => $$"""{ "name": "s", "expectations": [ {{Expectation(type, arguments)}} ] }""";

    private static string Expectation(string type, string arguments) => $$"""{ "type": "{{type}}", "kwargs": { {{arguments}} } }""";

    private static FileFacts Read(string text) => SuiteReader.Read("gx/expectations/s.json", text);
}
