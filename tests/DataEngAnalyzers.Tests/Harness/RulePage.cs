using System;
using System.Collections.Generic;
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
    private const string ViolationSection = "## Violation";
    private const string FixedSection = "## Fixed";

    /// <summary>All of it.</summary>
    public string Text { get; } = File.ReadAllText(Path.Combine(Repository.Rules, RuleOf(id).Area.ToString(), id + ".md")).ReplaceLineEndings("\n");

    /// <summary>The code that the rule reports: statements or a file.</summary>
    public string Violation => CodeIn(ViolationSection);

    /// <summary>The code that it does not report.</summary>
    public string Fixed => CodeIn(FixedSection);

    /// <summary>What the other tools' files say that the sections show, in a comment of the page: <c>&lt;!-- declared: … --&gt;</c>.</summary>
    private IEnumerable<(string Path, string Text)> FilesOf(string section) =>
        (DeclaredIn(section) ?? DeclaredIn(ViolationSection)) is { } facts ? [(FactsFile.Path, FactsFile.Of(facts))] : [];

    /// <summary>The rule of an id.</summary>
    public static Rule RuleOf(string id) => AllRules.All.First(rule => rule.Id == id);

    /// <summary>True when the rule reports code that compiles, beside the files of the violation; statements become a method.</summary>
    public Task<bool> FiresInAsync(string code, string path = "Page.cs") => FiresInAsync(code, path, ViolationSection);

    /// <summary>True when the rule reports the fixed code, beside its files.</summary>
    public Task<bool> FiresInFixedAsync() => FiresInAsync(Fixed, "Page.cs", FixedSection);

    private async Task<bool> FiresInAsync(string code, string path, string section)
    {
        var trees = new[] { Analysis.ParseFile("Prelude.cs", Prelude.Source), Analysis.ParseFile(path, Prelude.Complete(code)) };
        var output = trees[1].GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        Assert.Empty(Analysis.ErrorsIn(trees, output));
        return (await Analysis.RunWithFilesAsync(trees, output, [.. FilesOf(section)])).Any(diagnostic => diagnostic.Id == id);
    }

    private string? DeclaredIn(string section)
    {
        const string opening = "<!-- declared:";
        var start = Text.IndexOf(section + "\n", StringComparison.Ordinal) + section.Length;
        var end = Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        var at = Text.IndexOf(opening, start, end - start, StringComparison.Ordinal);
        return at < 0 ? null : Text[(at + opening.Length)..Text.IndexOf("-->", at, StringComparison.Ordinal)];
    }

    private string CodeIn(string section)
    {
        const string fence = "```csharp\n";
        var start = Text.IndexOf(fence, Text.IndexOf(section + "\n", StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd();
    }
}
