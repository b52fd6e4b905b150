using System.Linq;
using System.Text;
using System.Threading;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>What following calls costs, in bodies: no shape of code makes the work grow faster than the code.</summary>
public sealed class CallCostTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public void A_member_that_many_call_is_bound_once_and_each_caller_is_asked_once(int callers)
    {
        var text = new StringBuilder("""
            namespace Shop;
            public static class Store { public static void Add(NpgsqlConnection db) => db.Execute("INSERT INTO t (id) VALUES (1)"); }

            """);
        for (var i = 0; i < callers; i++)
            text.Append("public sealed class C").Append(i).AppendLine(" { public void Run(NpgsqlConnection db) => Store.Add(db); }");

        var code = Code.Of(text.ToString());
        var roots = code.Context.Roots.Above(code.Context.Code.TouchingIn(code.Root.SyntaxTree), CancellationToken.None);
        foreach (var root in roots)
            StageBuilder.Build(root.Declaration, code.Context, CancellationToken.None);

        Assert.True(code.Context.Calls.Asked <= callers + 1, $"{code.Context.Calls.Asked} asked");
        Assert.True(code.Context.Bodies.Count <= roots.Count + 1, $"{code.Context.Bodies.Count} bound");
    }

    [Fact]
    public void A_hundred_classes_that_all_call_each_other_have_one_root_and_end()
    {
        var text = new StringBuilder("namespace Shop;\n");
        for (var i = 0; i < 100; i++)
        {
            text.Append("public sealed class C").Append(i).Append(" { public void Run").Append(i).Append("(NpgsqlConnection db) { db.Execute(\"INSERT INTO t (id) VALUES (1)\"); ");
            for (var other = 0; other < 100; other++)
                text.Append("new C").Append(other).Append("().Run").Append(other).Append("(db); ");
            text.AppendLine("} }");
        }

        var code = Code.Of(text.ToString());
        var root = Assert.Single(code.Context.Roots.Above(code.Context.Code.TouchingIn(code.Root.SyntaxTree), CancellationToken.None));

        Assert.Equal("C0", root.Type);
        Assert.DoesNotContain(StageBuilder.Build(root.Declaration, code.Context, CancellationToken.None), stage => stage.IsWhole && stage.Frame == stage.Run.Root);
        Assert.True(code.Context.Bodies.Count <= 100, $"{code.Context.Bodies.Count} bound");
        Assert.Equal(100, code.Context.Calls.Asked);
    }

    [Fact]
    public void An_edit_reads_one_file_again_and_binds_what_that_file_reaches()
    {
        const int Loaders = 300;
        var files = Enumerable.Range(0, Loaders).Select(i => ($"Loader{i}.cs", $$"""
            namespace Shop;
            public sealed class Loader{{i}}(Store store) { public void Load{{i}}(NpgsqlConnection db) => Fill{{i}}(db); private void Fill{{i}}(NpgsqlConnection db) => store.Add(db); }
            """)).ToArray();
        var code = Code.OfFiles("namespace Shop; public sealed class Store { public void Add(NpgsqlConnection db) => db.Execute(\"INSERT INTO t (id) VALUES (1)\"); }", files);
        var before = code.Context.Compilation.SyntaxTrees.ToDictionary(tree => tree.FilePath, code.Context.Sketches.Of);

        var edited = code.Context.Compilation.SyntaxTrees.Single(tree => tree.FilePath == "Loader7.cs");
        var written = edited.WithChangedText(SourceText.From(edited.ToString().Replace("store.Add(db);", "{ store.Add(db); store.Add(db); }", System.StringComparison.Ordinal).Replace("=> {", "{", System.StringComparison.Ordinal)));
        var context = new PipelineContext(code.Context.Compilation.ReplaceSyntaxTree(edited, written), code.Context.Apis, code.Context.Options, [], code.Context.Sketches);
        _ = new RunFindings(context).In(written, CancellationToken.None).Count();

        Assert.Equal(["Loader7.cs"], context.Compilation.SyntaxTrees.Where(tree => !ReferenceEquals(before[tree.FilePath], context.Sketches.Of(tree))).Select(tree => tree.FilePath));
        Assert.Equal(3, context.Bodies.Count);
        Assert.InRange(context.Calls.Asked, 1, 3);
    }

    [Fact]
    public void Code_that_reaches_no_data_is_neither_asked_nor_bound()
    {
        var code = Code.Of("""
            namespace Shop;
            public sealed class Game { public int Score(int points) => Twice(points); private int Twice(int points) => points * 2; }
            """);

        Assert.Empty(code.Context.Roots.Above(code.Context.Code.TouchingIn(code.Root.SyntaxTree), CancellationToken.None));
        Assert.Equal(0, code.Context.Bodies.Count + code.Context.Calls.Asked);
    }
}
