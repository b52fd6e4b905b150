using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>The settings of a project reach the analyzer, and a value nobody knows is reported.</summary>
public sealed class SettingsTests(PackageCache cache) : IClassFixture<PackageCache>
{
    [Theory]
    [InlineData("-p:DataEngMode=Everything")]
    [InlineData("-p:DataEngFailOn=Hihg")]
    public async Task An_unknown_property_value_is_reported(string property)
    {
        using var project = EmptyProject();

        var build = await project.Build(property);

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA0003"], build.Warnings);
    }

    [Theory]
    [InlineData(".editorconfig", "[*.cs]\ndataeng.dialect = klingon")]
    [InlineData(".globalconfig", "is_global = true\ndataeng.pipeline_scope = everything")]
    public async Task An_unknown_option_value_is_reported(string file, string text)
    {
        using var project = EmptyProject();
        project.Write(file, text);

        var build = await project.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA0003"], build.Warnings);
    }

    [Fact]
    public async Task A_wrong_row_of_a_model_file_is_reported_on_its_line()
    {
        using var project = EmptyProject();
        project.Write("models/warehouse.dataeng.models", """
            library Warehouse
            M:Acme.Warehouse.TableLoader.Load wirte to=this rows=rows
            """);

        var build = await project.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA0002"], build.Warnings);
        Assert.Contains("warehouse.dataeng.models(2,", build.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_values_are_taken_in_any_case()
    {
        using var project = EmptyProject();
        project.Write(".editorconfig", "[*.cs]\ndataeng.dialect = sqlite\ndataeng.pipeline_scope = Annotated");

        var build = await project.Build("-p:DataEngMode=all", "-p:DataEngFailOn=CRITICAL");

        Assert.True(build.Succeeded, build.ToString());
        Assert.Empty(build.Warnings);
    }

    private ConsumerProject EmptyProject()
    {
        var project = new ConsumerProject(cache);
        project.Write("Program.cs", "System.Console.WriteLine();");
        return project;
    }
}
