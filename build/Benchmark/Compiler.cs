using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace DataEngAnalyzers.Benchmark;

/// <summary>The compiler of the installed SDK, as a process of its own: no server, no state between runs.</summary>
/// <param name="folder">Where its output goes.</param>
/// <param name="sources">The files to compile.</param>
internal sealed class Compiler(string folder, IReadOnlyList<string> sources)
{
    /// <summary>Compiles once and returns the CPU seconds that took, user and system.</summary>
    public double Run(bool analyze)
    {
        var answers = Path.Combine(folder, analyze ? "with.rsp" : "without.rsp");
        File.WriteAllLines(answers, Arguments(analyze).Select(argument => $"\"{argument}\""));

        var before = ChildTime.Now();
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", CompilerFile(), "/noconfig", "@" + answers])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The generated project does not compile:\n" + output);

        return (ChildTime.Now() - before).TotalSeconds;
    }

    private IEnumerable<string> Arguments(bool analyze)
    {
        yield return "/nologo";
        yield return "/nostdlib+";
        yield return "/target:library";
        yield return "/deterministic+";
        yield return "/nullable:enable";
        yield return "/out:" + Path.Combine(folder, "ordinary.dll");
        foreach (var reference in References())
            yield return "/reference:" + reference;
        if (analyze)
        {
            foreach (var analyzer in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "analyzers"), "*.dll"))
                yield return "/analyzer:" + analyzer;
        }

        foreach (var source in sources)
            yield return source;
    }

    private static string CompilerFile()
    {
        var sdks = Path.Combine(InstallFolder(), "sdk");
        var newest = Directory.GetDirectories(sdks, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Last();
        return Path.Combine(newest, "Roslyn", "bincore", "csc.dll");
    }

    // The runtime, and the packages of the benchmark's own project.
    private static string[] References() =>
        [.. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Where(IsManaged), .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")];

    private static bool IsManaged(string file)
    {
        var name = Path.GetFileName(file);
        return name is "mscorlib.dll" or "netstandard.dll" || name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("Native", StringComparison.Ordinal);
    }

    /// <summary>The folder of <c>dotnet</c>: the runtime lies three levels below it.</summary>
    private static string InstallFolder() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
