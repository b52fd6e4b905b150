using System;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Report;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Tasks;

public sealed class AssessmentWriterTests
{
    [Fact]
    public void The_same_logs_under_other_names_give_the_same_bytes()
    {
        using var one = new AssessmentFolder();
        using var other = new AssessmentFolder();
        for (var project = 0; project < 9; project++)
        {
            var log = Log(project);
            one.AddCollected($"{project}.sarif", log);
            other.AddCollected($"machine{project % 2}/{9 - project}.sarif", log);
        }

        one.Assess();
        other.Assess();

        Assert.Equal(one.Reports(), other.Reports());
    }

    [Fact]
    public void No_path_of_the_machine_is_in_any_report()
    {
        using var folder = new AssessmentFolder();
        folder.AddCollected("a.sarif", Log(1));
        folder.AddLog("raw.sarif", new LogText("/Users/jo/secret").Finding(file: "A.cs").Finding(file: "B.cs", line: 3).ToString());

        folder.Assess();

        Assert.All(folder.Reports(), report =>
        {
            Assert.DoesNotContain("/Users/jo", report.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("/build/src", report.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Path, report.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_broken_log_is_named_and_the_rest_is_reported()
    {
        using var folder = new AssessmentFolder();
        folder.AddCollected("good.sarif", new LogText().Finding().Collect());
        folder.AddLog("broken.sarif", "{\"version\":\"2.1.0\",");
        folder.AddLog("foreign.sarif", """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint"}}}]}""");

        var assessment = folder.Assess();

        Assert.Single(assessment.Findings);
        Assert.Equal(2, folder.Warnings.Count);
        Assert.StartsWith("broken.sarif is no complete JSON", folder.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("foreign.sarif was written by 'ESLint'", folder.Warnings[1], StringComparison.Ordinal);
        Assert.Equal(folder.Warnings.Order(StringComparer.Ordinal), assessment.Notes.Select(note => note.Text));
    }

    [Fact]
    public void Without_logs_the_reports_say_that_nothing_was_found()
    {
        using var folder = new AssessmentFolder();

        Assert.Equal(("noGate", 0), (folder.Assess().Verdict.Result, folder.Json()["findings"]!.AsArray().Count));
        Assert.True(File.Exists(folder.Report(ReportFiles.Markdown)));
    }

    [Fact]
    public void A_line_of_the_namespaces_that_is_no_pair_is_told()
    {
        using var folder = new AssessmentFolder();

        folder.Assess("a = b\nno pair");

        Assert.Equal(["dataeng.namespaces line 2 is no 'namespace = namespace'"], folder.Warnings);
    }

    private static Build.Sarif.SarifRun Log(int project) => new LogText()
        .Finding(file: $"P{project}/Orders.cs", fingerprint: "00000000000000a" + (project % 3), dataset: "t" + project)
        .Finding(file: "Shared.cs", severity: "Medium")
        .Stage(Facts.Copy("raw.t" + project, "dw.t" + (project / 2), project: "P" + project, columns: ["id", "c" + project]), file: $"P{project}/Orders.cs", sites: [("Shared.cs", 10), ($"P{project}/Orders.cs", 10)])
        .Collect("P" + project, failOn: project % 2 == 0 ? "High" : "Medium", repository: "https://github.com/shop/etl");
}
