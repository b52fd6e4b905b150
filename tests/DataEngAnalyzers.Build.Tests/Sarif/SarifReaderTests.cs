using System;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Sarif;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Sarif;

public sealed class SarifReaderTests
{
    [Fact]
    public void A_compilers_log_is_read_with_its_rules_places_and_properties()
    {
        var run = new LogText().Finding(dataset: "orders", sites: [("Orders.cs", 4), ("Rows.cs", 7)]).Read();

        Assert.Equal("Title of DEA1001", run.Rules["DEA1001"].Title);
        var result = Assert.Single(run.Results);
        Assert.Equal(("/build/src/Orders.cs", 10, 5), (result.Place!.File, result.Place.Line, result.Place.Column));
        Assert.Equal([4, 7], result.Related.Select(site => site.Line));
        Assert.Equal("orders", result[PropertyKeys.Dataset]);
    }

    [Fact]
    public void Results_of_other_analyzers_are_left_out() =>
        Assert.Empty(new LogText().Add("CA1822", "A.cs", 1, "make it static", []).Read().Results);

    [Fact]
    public void The_compilers_old_format_is_read_too()
    {
        var run = Assert.Single(SarifReader.Read(LogText.Stream("""
            { "$schema": "http://json.schemastore.org/sarif-1.0.0", "version": "1.0.0", "runs": [ {
              "tool": { "name": "Microsoft (R) Visual C# Compiler", "version": "5.0.0.0" },
              "results": [ { "ruleId": "DEA1001", "level": "warning", "message": "twice", "suppressionStates": [ "suppressedInSource" ],
                "locations": [ { "resultFile": { "uri": "file:///c:/my%20src/A.cs", "region": { "startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12 } } } ],
                "relatedLocations": [ { "physicalLocation": { "uri": "file:///c:/my%20src/B.cs", "region": { "startLine": 4 } } } ],
                "properties": { "customProperties": { "dataeng.severity": "High" } } } ],
              "rules": { "DEA1001": { "id": "DEA1001", "shortDescription": "A rerun", "defaultLevel": "warning" } } } ] }
            """)));

        var result = Assert.Single(run.Results);
        Assert.Equal(("twice", true, "c:/my src/A.cs", 3), (result.Message, result.Suppressed, result.Place!.File, result.Place.Line));
        Assert.Equal("c:/my src/B.cs", Assert.Single(result.Related).File);
        Assert.Equal("A rerun", run.Rules["DEA1001"].Title);
    }

    [Fact]
    public void A_value_larger_than_any_buffer_is_read_whole()
    {
        var message = new string('x', 300_000);

        Assert.Equal(message, new LogText().Finding(message: message).Finding(line: 11).Read().Results[0].Message);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(new LogText().Finding().ToString())]);

        Assert.Single(SarifReader.Read(stream));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_it_is_written() => Assert.Equal(
        @"a\ud800b",
        Assert.Single(SarifReader.Read(LogText.Stream(new LogText().Finding(message: "MESSAGE").ToString().Replace("MESSAGE", @"a\ud800b", StringComparison.Ordinal)))[0].Results).Message);

    [Fact]
    public void A_log_cut_anywhere_is_refused_with_a_reason()
    {
        var text = new LogText().Finding(sites: [("A.cs", 1)]).ToString();

        for (var length = 0; length < text.Length; length += 7)
        {
            using var stream = LogText.Stream(text[..length]);
            Assert.StartsWith("is no ", Assert.Throws<SarifException>(() => SarifReader.Read(stream)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "is no complete JSON")]
    [InlineData("[]", "is no SARIF: its root is no object")]
    [InlineData("\"text\"", "is no SARIF: its root is no object")]
    [InlineData("{}", "is no SARIF: it has no runs")]
    [InlineData("""{"version":"2.1.0","runs":{}}""", "is no SARIF: its runs are no array")]
    [InlineData("""{"version":"2.1.0","runs":[]}""", "has no run")]
    [InlineData("""{"version":"3.0.0","runs":[]}""", "is SARIF 3.0.0; 2.1.0 is known")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint"}},"results":[]}]}""", "was written by 'ESLint'")]
    public void What_is_no_log_of_ours_is_refused_with_a_reason(string text, string reason)
    {
        using var stream = LogText.Stream(text);

        Assert.StartsWith(reason, Assert.Throws<SarifException>(() => SarifReader.Read(stream)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ruleId":"DEA1001"}""")]
    [InlineData("""{"ruleId":"DEA1001","message":7,"locations":{},"relatedLocations":[1,null,{}],"properties":[]}""")]
    [InlineData("""{"ruleId":"DEA1001","locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.cs"},"region":{"startLine":-3}}}],"properties":{"customProperties":{"a":1}}}""")]
    public void A_result_that_lacks_things_is_read_without_them(string result)
    {
        using var stream = LogText.Stream($$"""{"version":"2.1.0","runs":[{"results":[{{result}}, 5, null]}]}""");

        Assert.Equal("DEA1001", Assert.Single(SarifReader.Read(stream)[0].Results).Rule);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_so() =>
        Assert.Equal("cannot be read: it does not exist", Assert.Throws<SarifException>(() => SarifReader.ReadFile("/no/such/log.sarif")).Message);

    [Fact]
    public void Nesting_without_end_is_refused_with_a_reason()
    {
        using var stream = LogText.Stream("""{"version":"2.1.0","runs":""" + new string('[', 100_000));

        Assert.Throws<SarifException>(() => SarifReader.Read(stream));
    }
}
