using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Assessment;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>Tells the assessment what the stages of a compilation do, one finding a method.</summary>
internal static class StageFactsReport
{
    /// <summary>The findings, in the order of files and places.</summary>
    public static IEnumerable<Diagnostic> Of(IEnumerable<StageFacts> facts, Compilation home, CancellationToken cancellation)
    {
        foreach (var method in facts
            .GroupBy(stage => stage.Identity.Where)
            .OrderBy(method => method.Key.GetLineSpan().Path, System.StringComparer.Ordinal)
            .ThenBy(method => method.Key.SourceSpan.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Of(method.ToList(), home);
        }
    }

    private static Diagnostic Of(List<StageFacts> stages, Compilation home)
    {
        var identity = stages[0].Identity;
        var (json, sites) = FactsText.Of(stages, home);
        return Diagnostic.Create(
            HealthRules.FactsOfStage,
            identity.Where,
            sites,
            ImmutableDictionary<string, string?>.Empty
                .Add(PropertyKeys.Severity, "None")
                .Add(PropertyKeys.Area, Area.Health.ToString())
                .Add(PropertyKeys.Symbol, identity.Symbol)
                .Add(PropertyKeys.Fingerprint, Fingerprint.Of(HealthRules.FactsOfStage.Id, identity.Symbol, null, identity.Where, identity.Name))
                .Add(PropertyKeys.FactsVersion, FactsText.Version)
                .Add(PropertyKeys.FactsStage, json),
            identity.Name);
    }
}
