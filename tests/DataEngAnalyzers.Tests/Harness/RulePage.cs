using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>The page of a rule, with the code it shows.</summary>
internal sealed class RulePage(string id)
{
    /// <summary>All of it.</summary>
    public string Text { get; } = File.ReadAllText(Path.Combine(Repository.Rules, RuleOf(id).Area.ToString(), id + ".md")).ReplaceLineEndings("\n");

    /// <summary>The code that the rule reports: statements or a file.</summary>
    public string Violation => CodeIn("## Violation");

    /// <summary>The code that it does not report.</summary>
    public string Fixed => CodeIn("## Fixed");

    /// <summary>The rule of an id.</summary>
    public static Rule RuleOf(string id) => AllRules.All.First(rule => rule.Id == id);

    /// <summary>True when the rule reports code that compiles; statements become a method.</summary>
    public async Task<bool> FiresInAsync(string code, string path = "Page.cs")
    {
        var trees = new[] { Analysis.ParseFile("Prelude.cs", Prelude.Source), Analysis.ParseFile(path, Prelude.Complete(code)) };
        var output = trees[1].GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        Assert.Empty(Analysis.ErrorsIn(trees, output));
        return (await Analysis.RunAsync(trees, output)).Any(diagnostic => diagnostic.Id == id);
    }

    private string CodeIn(string section)
    {
        const string fence = "```csharp\n";
        var start = Text.IndexOf(fence, Text.IndexOf(section + "\n", StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd();
    }
}
