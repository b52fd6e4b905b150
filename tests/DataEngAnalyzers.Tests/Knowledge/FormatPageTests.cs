using System;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class FormatPageTests
{
    private static readonly Lazy<string[]> Page = new(() => File.ReadAllLines(Path.Combine(Repository.Root, "src", "DataEngAnalyzers", "Knowledge", "FORMAT.md")));

    public static TheoryData<string> Roles => new(RoleGrammar.RoleWords);

    [Theory]
    [MemberData(nameof(Roles))]
    public void The_page_explains_every_role_with_its_keys_and_words(string role)
    {
        var line = Assert.Single(Page.Value, line => line.StartsWith($"| `{role}` |", StringComparison.Ordinal));

        Assert.All(RoleGrammar.KeysOf(role), key => Assert.Contains($"`{key}`", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_page_has_no_bad_row()
    {
        var example = Page.Value.SkipWhile(line => line != "```").Skip(1).TakeWhile(line => line != "```");
        var file = ModelsReader.Read("example.dataeng.models", string.Join("\n", example));

        Assert.Empty(file.Errors);
        Assert.Equal(4, file.Rows.Length);
    }
}
