using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>One project's log: where the compiler leaves it, and where it goes.</summary>
/// <param name="Log">As the compiler writes it.</param>
/// <param name="Output">As it is collected.</param>
/// <param name="Root">Root of the sources.</param>
internal sealed record CollectRequest(string Log, string Output, string Root, RunContext Context)
{
    /// <exception cref="SarifException">The log cannot be read.</exception>
    public void Run()
    {
        var root = new SourceRoot(Root);
        var lines = new SourceLines(SourceLines.ReadFile);
        var runs = SarifReader.ReadFile(Log).Select(run => Collector.Collect(run, Context, root, lines)).ToList();
        var merged = runs.Count == 1 ? runs[0] : runs[0] with { Rules = Rules(runs), Results = runs.SelectMany(run => run.Results).ToList() };

        Directory.CreateDirectory(Path.GetDirectoryName(Output)!);
        using var stream = File.Create(Output);
        SarifWriter.Write(merged, stream);
    }

    private static Dictionary<string, SarifRule> Rules(IEnumerable<SarifRun> runs) => runs
        .SelectMany(run => run.Rules.Values)
        .GroupBy(rule => rule.Id, StringComparer.Ordinal)
        .ToDictionary(rules => rules.Key, rules => rules.First(), StringComparer.Ordinal);
}
