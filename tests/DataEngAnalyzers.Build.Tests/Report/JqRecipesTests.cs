using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Report;

/// <summary>The recipes of the documentation, run with the real jq.</summary>
public sealed class JqRecipesTests
{
    private const string Program = "/usr/bin/jq";

    public static TheoryData<string> Recipes() => new(Documented().Where(line => line.StartsWith("jq ", StringComparison.Ordinal)));

    [SkippableTheory]
    [MemberData(nameof(Recipes))]
    public async Task A_recipe_of_the_documentation_answers(string recipe)
    {
        Skip.If(!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true", "jq is not installed");
        using var folder = new AssessmentFolder();
        folder.AddCollected("shop.sarif", new LogText()
            .Stage(Facts.Copy("raw.orders", "dw.orders", columns: ["id"]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
            .Stage(Facts.Copy("raw.returns", "dw.orders", name: "Shop.Returns.Load", columns: ["id"]), symbol: "M:Shop.Returns.Load", sites: [("Returns.cs", 9), ("Returns.cs", 10)])
            .Finding()
            .Collect(failOn: "Critical"));
        folder.Assess();

        using var jq = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", recipe]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await jq.StandardOutput.ReadToEndAsync();
        var error = await jq.StandardError.ReadToEndAsync();
        await jq.WaitForExitAsync();

        Assert.Equal("", error);
        Assert.NotEqual("", output.Trim());
    }

    [Fact]
    public void There_are_recipes() => Assert.Equal(7, Recipes().Count);

    private static IEnumerable<string> Documented() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ASSESSMENT.md"));
}
