using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DataEngAnalyzers.Package.Tests.Consumer;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>A project of the repository that is built with the analyzers from source.</summary>
internal sealed class SampleProject(params string[] path)
{
    private Task? _build;

    public static SampleProject Flawed { get; } = new("samples", "RetailWarehouse", "Flawed");

    public static SampleProject Sound { get; } = new("samples", "RetailWarehouse", "Sound");

    public static SampleProject Interop { get; } = new("samples", "LakehouseInterop", "Loader");

    public string Folder { get; } = Path.Combine([RepositoryFolder.Root, .. path]);

    /// <summary>The list of expected findings beside the project, if it has one.</summary>
    public IEnumerable<string> Expected => File.ReadLines(Folder + ".expected.txt");

    /// <summary>Builds the project, once for all tests, and reads the log of the compiler.</summary>
    public async Task<SarifLog> BuildAsync()
    {
        await (_build ??= RunAsync("build", "-v:q"));
        return SarifLog.OfProject(Folder);
    }

    /// <summary>Runs the built program into a folder, which then holds its database and its output files.</summary>
    public Task RunIntoAsync(string folder) =>
        RunAsync(
            "run", "--no-build", "--", "--run-date", "2025-07-01", "--database", Path.Combine(folder, "warehouse.db"), "--output", folder);

    private async Task RunAsync(params string[] arguments)
    {
        var result = await DotNet.Run(Folder, arguments);
        Assert.True(result.Succeeded, result.ToString());
    }
}
