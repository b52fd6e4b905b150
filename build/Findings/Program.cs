using System;
using System.Diagnostics;
using System.IO;

namespace DataEngAnalyzers.Findings;

/// <summary>Builds a project whose compiler writes <c>obj/findings.sarif</c>, and prints the findings, Critical first.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var project] || !Directory.Exists(project))
        {
            Console.Error.WriteLine("usage: dotnet run --project build/Findings -- <folder of a project>");
            return 2;
        }

        var failed = Build(project);
        if (failed != 0)
            return failed;

        var log = Path.Combine(project, "obj", "findings.sarif");
        if (!File.Exists(log))
        {
            Console.Error.WriteLine($"The build left no '{log}': the project must set <ErrorLog> to it, with version=2.1");
            return 2;
        }

        Listing.Print(SarifLog.Read(File.ReadAllText(log)), Directory.GetCurrentDirectory(), Console.Out);
        return 0;
    }

    /// <summary>Warnings stay out of the build's output, as the listing says the same in order; errors show.</summary>
    private static int Build(string project)
    {
        using var build = Process.Start("dotnet", ["build", project, "-verbosity:quiet", "-nologo", "-consoleLoggerParameters:ErrorsOnly"]);
        build.WaitForExit();
        return build.ExitCode;
    }
}
