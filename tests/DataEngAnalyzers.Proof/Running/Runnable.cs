using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>A compiled case: its <c>Load.RunAsync(address of the database, folder)</c>.</summary>
internal sealed class Runnable
{
    private readonly byte[] _image;

    private Runnable(byte[] image) => _image = image;

    public static Runnable Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        return emitted.Success
            ? new Runnable(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>
    /// Runs it as a process of its own would: what it keeps in static fields, or leaves on the thread that starts it, is gone with the run.
    /// </summary>
    public async Task RunAsync(string database, string folder)
    {
        var context = new AssemblyLoadContext(nameof(Runnable), isCollectible: true);
        var load = context.LoadFromStream(new MemoryStream(_image)).GetTypes().Single(type => type.Name == "Load");
        var run = load.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, string, Task>>();
        await Task.Factory.StartNew(() => run(database, folder), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        context.Unload();
    }
}
