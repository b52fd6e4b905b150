using System.Diagnostics;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class YamlTextTests
{
    [Fact]
    public void Values_know_their_kind_and_their_place()
    {
        var root = YamlText.Read("a: 1\nb:\n  - true\n  - 'x'\n  - ~\n")!;

        Assert.Equal((NodeKind.Number, new Spot(1, 4)), (root.Member("a")!.Kind, root.Member("a")!.Spot));
        Assert.Equal([NodeKind.Flag, NodeKind.Text, NodeKind.Null], root.List("b").Select(item => item.Kind));
        Assert.Equal(new Spot(4, 5), root.List("b")[1].Spot);
    }

    [Fact]
    public void Aliases_and_merges_are_resolved()
    {
        var root = YamlText.Read("base: &base { a: 1, b: 2 }\nown: { <<: *base, b: 3 }\nsame: *base\n")!;

        Assert.Equal(("1", "3"), (root.Member("own")!.Text("a"), root.Member("own")!.Text("b")));
        Assert.Equal("2", root.Member("same")!.Text("b"));
    }

    [Theory]
    [InlineData("a: [b\nc: d", 1)]
    [InlineData("a: b: c", 1)]
    [InlineData("x: 1\ny: [\n", 3)]
    [InlineData("a: *nothing", 1)]
    [InlineData("a: &a [ *a ]", 1)]
    [InlineData("a: 'open", 1)]
    [InlineData("%YAML 9.9\n---\na", 1)]
    [InlineData("a: \"\\q\"", 1)]
    public void Text_that_is_no_YAML_ends_at_a_place(string text, int line) =>
        Assert.Equal(line, Assert.Throws<ManifestException>(() => YamlText.Read(text)).Spot.Line);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void A_file_of_nothing_is_no_error(string text) => Assert.Null(YamlText.Read(text));

    [Fact]
    public void Aliases_of_aliases_cannot_fill_the_memory()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n"));

        Assert.Contains("aliases", Assert.Throws<ManifestException>(() => YamlText.Read(bomb)).Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Endless_nesting_is_refused_at_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000));
        var watch = Stopwatch.StartNew();

        Assert.Throws<ManifestException>(() => YamlText.Read(text));
        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
    }
}
