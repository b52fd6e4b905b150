using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>The page of a rule, with the code it shows.</summary>
internal sealed partial class RulePage(string id)
{
    private const string ViolationSection = "## Violation";
    private const string FixedSection = "## Fixed";

    /// <summary>All of it.</summary>
    public string Text { get; } = File.ReadAllText(Path.Combine(Repository.Rules, RuleOf(id).Area.ToString(), id + ".md")).ReplaceLineEndings("\n");

    /// <summary>The code that the rule reports: statements or a file.</summary>
    public string Violation => CodeIn(ViolationSection);

    /// <summary>The code that it does not report.</summary>
    public string Fixed => CodeIn(FixedSection);

    /// <summary>
    /// The other tools' files that a section shows, each in a fence behind its path; what no fence can show, such as half a file, stands
    /// as facts in a comment of the page. A section without any has those of the violation.
    /// </summary>
    private IEnumerable<(string Path, string Text)> FilesOf(string section) =>
        (DeclaredIn(section) ?? DeclaredIn(ViolationSection)) is { } facts ? [(FactsFile.Path, facts)] : [];

    /// <summary>The rule of an id.</summary>
    public static Rule RuleOf(string id) => AllRules.All.First(rule => rule.Id == id);

    /// <summary>True when the rule reports code that compiles, beside the files of the violation; statements become a method.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">Its file.</param>
    /// <param name="inCode">What is found in other tools' files does not count.</param>
    public Task<bool> FiresInAsync(string code, string path = "Page.cs", bool inCode = false) => FiresInAsync(code, path, ViolationSection, inCode);

    /// <summary>True when the rule reports the fixed code, beside its files.</summary>
    public Task<bool> FiresInFixedAsync() => FiresInAsync(Fixed, "Page.cs", FixedSection, inCode: false);

    private async Task<bool> FiresInAsync(string code, string path, string section, bool inCode)
    {
        var trees = new[] { Analysis.ParseFile("Prelude.cs", Prelude.Source), Analysis.ParseFile(path, Prelude.Complete(code)) };
        var output = trees[1].GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        Assert.Empty(Analysis.ErrorsIn(trees, output));
        return (await Analysis.RunWithFilesAsync(trees, output, [.. FilesOf(section)])).Any(diagnostic => diagnostic.Id == id && (!inCode || diagnostic.Location.IsInSource));
    }

    private string? DeclaredIn(string section)
    {
        var start = Text.IndexOf(section + "\n", StringComparison.Ordinal) + section.Length;
        var part = Text[start..Text.IndexOf("\n## ", start, StringComparison.Ordinal)];
        if (Declared().Match(part) is { Success: true } declared)
            return FactsFile.Of(declared.Groups[1].Value);
        var files = Shown().Matches(part).Select(file => (file.Groups["path"].Value, file.Groups["text"].Value)).ToList();
        return files.Count == 0 ? null : OtherFiles.Compile(files);
    }

    [GeneratedRegex("<!-- declared:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^`(?<path>[^`\n]+)`:\n\n```\w+\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();

    private string CodeIn(string section)
    {
        const string fence = "```csharp\n";
        var start = Text.IndexOf(fence, Text.IndexOf(section + "\n", StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd();
    }
}
