using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>The files of other tools that a build with the package reads.</summary>
public sealed class ManifestTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Facts = "obj/Debug/net10.0/dataeng.facts.tsv";

    [Fact]
    public async Task The_compiler_is_handed_the_facts_and_the_files_in_builds_and_in_the_IDE()
    {
        using var project = Project();

        var build = await project.Build();
        var facts = project.Read(Facts);
        var design = await project.Run("msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs");

        Assert.True(build.Succeeded, build.ToString());
        Assert.Contains("\tgx-suite\t\t\torders\t", facts, StringComparison.Ordinal);
        Assert.Contains("broken.json(1,3): warning DEA0004", build.Output, StringComparison.Ordinal);
        Assert.Contains("/additionalfile:" + Facts, design.Output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("gx/expectations/orders.json", design.Output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_goes_takes_its_facts_along_and_nothing_is_done_twice()
    {
        using var project = Project();

        await project.Build();
        project.Delete("gx/expectations/orders.json");
        await project.Run("build");
        var second = await project.Run("build", "-v", "detailed");

        Assert.DoesNotContain("orders", project.Read(Facts), StringComparison.Ordinal);
        Assert.Contains("Skipping target \"_DataEngCompileManifests\"", second.Output, StringComparison.Ordinal);
        Assert.Contains("Skipping target \"CoreCompile\"", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:DataEngReadManifests=false")]
    [InlineData("-p:DataEngReadGx=false")]
    public async Task A_tool_that_is_switched_off_costs_nothing(string off)
    {
        using var project = Project();

        var build = await project.Build(off, "-v", "detailed");

        Assert.DoesNotContain("Task \"CompileManifests\"", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dataeng.facts.tsv", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_task_for_the_older_msbuild_reads_the_same()
    {
        using var project = Project();

        await project.Build();
        var newer = project.Read(Facts);
        project.Delete(Facts);
        await project.Build("-p:_DataEngTasksFramework=netstandard2.0");

        Assert.Equal(newer, project.Read(Facts));
    }

    [Fact]
    public async Task A_sample_and_a_program_are_tied_to_their_type()
    {
        using var project = Project();
        project.Write("App.csproj", project.Read("App.csproj").Replace("</Project>", """<ItemGroup><AdditionalFiles Include="sample.json;report.jq" DataEngPayloadOf="Shop.Order" /></ItemGroup></Project>""", StringComparison.Ordinal));
        project.Write("sample.json", """{ "id": 1 }""");
        project.Write("report.jq", ".id");

        var build = await project.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Contains("\tShop.Order\nvalue\t", project.Read(Facts), StringComparison.Ordinal);
        Assert.Contains("\t.id\t\tShop.Order\n", project.Read(Facts), StringComparison.Ordinal);
    }

    private ConsumerProject Project()
    {
        var project = new ConsumerProject(cache);
        project.Write("Program.cs", "Console.WriteLine();");
        project.Write("gx/expectations/orders.json", """{ "name": "orders", "expectations": [] }""");
        project.Write("gx/expectations/broken.json", "{ ]");
        project.Write("node_modules/gx/expectations/other.json", "{ ]");
        return project;
    }
}
