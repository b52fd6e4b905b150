using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>What it costs to tell other projects: nothing where no data moves, nothing while somebody types.</summary>
public sealed class SummaryCostTests
{
    [Fact]
    public void A_library_that_moves_no_data_is_not_bound()
    {
        var code = Code.Of("""
            namespace Shop;
            public static class Lists
            {
                public static int Matches<T>(List<T> all, Func<T, bool> test) { var found = 0; foreach (var one in all) found += test(one) ? 1 : 0; return found; }
                public static void Each<T>(List<T> all, Action<T> act) { try { foreach (var one in all) act(one); } catch (FormatException) { throw; } }
            }
            """);

        Assert.Empty(Summarizer.Of(code.Context, CancellationToken.None));
        Assert.Equal(0, code.Context.Bodies.Count + code.Context.Calls.Asked);
    }

    [Fact]
    public void A_method_is_bound_once_however_many_tell_of_it()
    {
        var methods = string.Concat(Enumerable.Range(0, 50).Select(i => $"public static void Put{i}(NpgsqlConnection db) => Put(db);\n"));
        var code = Code.Of($$"""
            namespace Shop;
            public static class Store
            {
                {{methods}}
                private static void Put(NpgsqlConnection db) => db.Execute("INSERT INTO t (id) VALUES (1)");
            }
            """);

        Assert.Equal(50, Summarizer.Of(code.Context, CancellationToken.None).Length);
        Assert.Equal(51, code.Context.Bodies.Count);
    }

    [Fact]
    public void An_editor_never_runs_the_generator()
    {
        var compilation = CSharpCompilation.Create("Shop.Data", [Analysis.ParseFile("Data.cs", Shop.Rows + Shop.Append.Replace("namespace Shop.Data;", "", System.StringComparison.Ordinal)), Analysis.ParseFile("Usings.cs", Prelude.Usings)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SummaryGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: Analysis.ProviderOf(null),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.Implementation));

        Assert.Empty(driver.RunGenerators(compilation).GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void The_same_source_leaves_the_same_text() => Assert.Equal(
        Projects.Of(("Shop.Rows", Shop.Rows), ("Shop.Data", Shop.Append), ("Shop.Jobs", "")).Left("Shop.Data"),
        Projects.Of(("Shop.Rows", Shop.Rows), ("Shop.Data", Shop.Append), ("Shop.Jobs", "")).Left("Shop.Data"));
}
