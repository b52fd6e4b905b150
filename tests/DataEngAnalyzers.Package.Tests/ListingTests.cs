using System.IO;
using DataEngAnalyzers.Findings;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>How the findings of a build are listed.</summary>
public sealed class ListingTests
{
    private const string Log = """
        {
          "runs": [{ "results": [
            {
              "ruleId": "DEA2001", "message": { "text": "no check" },
              "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///etl/Load.cs" }, "region": { "startLine": 7 } } }],
              "properties": { "customProperties": { "dataeng.severity": "Medium" } }
            },
            { "ruleId": "CA1822", "message": { "text": "mark as static" } },
            { "ruleId": "DEA1015", "message": { "text": "never committed" }, "suppressions": [{ "kind": "inSource" }] },
            { "ruleId": "DEA0003", "message": { "text": "unknown value" } },
            {
              "ruleId": "DEA1001", "message": { "text": "rows again" },
              "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///etl/Load.cs" }, "region": { "startLine": 9 } } }],
              "properties": { "customProperties": { "dataeng.severity": "Critical", "dataeng.evidence": "read here", "dataeng.remediation": "upsert" } }
            }
          ] }]
        }
        """;

    [Fact]
    public void Critical_comes_first_and_what_is_suppressed_or_foreign_stays_out()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Listing.Print(SarifLog.Read(Log), "/etl", output);

        Assert.Equal(
            """
            Critical (1)
              DEA1001  Load.cs:9
                rows again
                evidence: read here
                remedy:   upsert

            Medium (1)
              DEA2001  Load.cs:7
                no check

            Health (1)
              DEA0003  the project
                unknown value

            3 findings

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }
}
