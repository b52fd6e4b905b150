using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>A page says what is true: its sections are there, its violation fires, its fixed code is quiet, and both compile.</summary>
public sealed class PageTests
{
    private static readonly string[] Sections =
        ["## What it finds", "## On the second run", "## Violation", "## Fixed", "## When it stays silent", "## Options", "## Related rules"];

    public static TheoryData<string> Ids => RuleContractTests.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void The_page_has_its_title_and_all_sections(string id)
    {
        var lines = PageOf(id).Split('\n');
        Assert.Equal($"# {id}: {RuleOf(id).Descriptor.Title.ToString(CultureInfo.InvariantCulture)}", lines[0].TrimEnd());
        Assert.Equal(Sections, lines.Select(line => line.TrimEnd()).Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task The_violation_fires_and_the_fixed_code_is_quiet(string id)
    {
        Assert.Contains(await FindingsIn(id, "## Violation"), diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(await FindingsIn(id, "## Fixed"), diagnostic => diagnostic.Id == id);
    }

    private static async Task<IEnumerable<Diagnostic>> FindingsIn(string id, string section)
    {
        var trees = new[] { Prelude.Source, Prelude.Complete(CodeIn(PageOf(id), section)) }.Select((text, index) => Analysis.ParseFile($"Page{index}.cs", text)).ToList();
        var output = trees[1].GetRoot().ChildNodes().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        Assert.Empty(Analysis.ErrorsIn(trees, output));
        return await Analysis.RunAsync(trees, output);
    }

    private static string CodeIn(string page, string section)
    {
        const string fence = "```csharp\n";
        var start = page.IndexOf(fence, page.IndexOf(section + "\n", StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd();
    }

    private static string PageOf(string id) =>
        File.ReadAllText(Path.Combine(Repository.Rules, RuleOf(id).Area.ToString(), id + ".md")).ReplaceLineEndings("\n");

    private static Rule RuleOf(string id) => AllRules.All.First(rule => rule.Id == id);
}
