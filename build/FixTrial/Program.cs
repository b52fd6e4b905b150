using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.FixTrial;

/// <summary>
/// Takes every fix the package offers in a folder of C# projects, and says which of them break the code, lose a comment, leave their
/// finding or bring a new one. Exit code 1 when one does.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder, var libraries] || !Directory.Exists(folder) || !Directory.Exists(libraries))
        {
            Console.Error.WriteLine("usage: dotnet run -c Release --project build/FixTrial -- <folder with projects> <folder with the assemblies they use>");
            return 2;
        }

        var root = Path.GetFullPath(folder);
        using var workspace = new AdhocWorkspace();
        var outcomes = new List<Outcome>();
        foreach (var project in Checkout.Open(workspace, root, Path.GetFullPath(libraries)).Projects)
        {
            await foreach (var outcome in new Trial(project, await Snapshot.OfAsync(project)).RunAsync())
            {
                outcomes.Add(outcome);
                Print(outcome, root);
            }
        }

        foreach (var rule in outcomes.GroupBy(outcome => outcome.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"{rule.Key}: {rule.Count(outcome => outcome.Faults.IsEmpty)} of {rule.Count()} good");
        return outcomes.All(outcome => outcome.Faults.IsEmpty) ? 0 : 1;
    }

    private static void Print(Outcome outcome, string root)
    {
        foreach (var fault in outcome.Faults)
            Console.WriteLine($"{Path.GetRelativePath(root, outcome.Place.Path)}({outcome.Place.StartLinePosition.Line + 1}) {outcome.Rule} '{outcome.Title}': {fault}");
    }
}
