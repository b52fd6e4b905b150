using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>A compiled case: its <c>Load.RunAsync(address of the database, folder)</c>.</summary>
internal sealed class Runnable
{
    private readonly Func<string, string, Task> _run;

    private Runnable(Func<string, string, Task> run) => _run = run;

    public static Runnable Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        image.Position = 0;
        var assembly = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
        var load = assembly.GetTypes().Single(type => type.Name == "Load");
        return new Runnable(load.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, string, Task>>());
    }

    /// <summary>Runs it on a thread of the pool, so that what it sets for itself stays there.</summary>
    public Task RunAsync(string database, string folder) => Task.Run(() => _run(database, folder));
}
