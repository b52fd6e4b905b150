using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The edges that a person found in a sample, by file.</summary>
internal static class SampleTruth
{
    // The empty line of a file without edges says that it has none.
    public static HashSet<(string File, string Line)> Of(string sample)
    {
        var truth = new HashSet<(string, string)>();
        var file = "";
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "samples", "RetailWarehouse", $"{sample}.lineage.txt")))
        {
            if (line.StartsWith('#') && line.EndsWith(".cs", StringComparison.Ordinal))
                truth.Add((file = line[2..], ""));
            else if (line.Length > 0 && !line.StartsWith('#'))
                truth.Add((file, line));
        }

        return truth;
    }

    /// <summary>Shows every edge that should not be.</summary>
    public static void AssertNone(string what, IEnumerable<string> edges)
    {
        var all = string.Join('\n', edges.Order(StringComparer.Ordinal));
        Assert.True(all.Length == 0, $"{what}:\n{all}");
    }
}
