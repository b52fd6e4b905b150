using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>The attributes come as source, and must not disturb the project they land in.</summary>
public sealed class EmbeddedAttributesTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Pipeline = """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]

        internal static class Program
        {
            [DataEngAnalyzers.PipelineStage]
            [DataEngAnalyzers.DataLineage(Inputs = new[] { "orders.csv" }, Outputs = new[] { "dw.fact_orders" })]
            [DataEngAnalyzers.AppendOnly("an audit trail")]
            private static void Main([DataEngAnalyzers.Dataset("file", "/landing")] string[] args)
            {
            }

            [DataEngAnalyzers.ContractPhase("nothing reads the column since 2.3")]
            private sealed class Migration
            {
            }
        }
        """;

    [Fact]
    public async Task They_compile_in_any_language_version_without_a_warning()
    {
        using var project = new ConsumerProject(cache);
        project.Write("Program.cs", Pipeline);

        var build = await project.Build("-p:LangVersion=7.3", "-p:Nullable=disable", "-p:ImplicitUsings=disable", "-warnaserror");

        Assert.True(build.Succeeded, build.ToString());
    }

    [Fact]
    public async Task A_friend_assembly_uses_its_own_without_a_conflict()
    {
        using var library = new ConsumerProject(cache);
        library.Write("Program.cs", Pipeline);
        using var friend = new ConsumerProject(cache);
        friend.Write("Program.cs", Pipeline);

        friend.Reference(library, assemblyName: "Friend");
        var build = await friend.Build("-warnaserror");

        Assert.True(build.Succeeded, build.ToString());
    }

    [Fact]
    public async Task They_can_be_switched_off()
    {
        using var project = new ConsumerProject(cache);
        project.Write("Program.cs", Pipeline);

        var build = await project.Build("-p:DataEngEmbedAttributes=false");

        Assert.False(build.Succeeded, build.ToString());
        Assert.Contains("CS0246", build.Output, System.StringComparison.Ordinal);
    }
}
