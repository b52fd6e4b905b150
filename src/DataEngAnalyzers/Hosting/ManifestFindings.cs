using System.Collections.Generic;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>What is wrong with the files of other tools themselves, each finding on its line of the file.</summary>
internal static class ManifestFindings
{
    public static IEnumerable<Diagnostic> Of(PipelineContext context, CancellationToken cancellation)
    {
        foreach (var problem in context.Manifests.Facts.Problems)
            yield return Diagnostic.Create(HealthRules.BadManifest, problem.Place.ToLocation(), problem.Message);

        var findings = new Findings();
        foreach (var rule in AllRules.All)
        {
            cancellation.ThrowIfCancellationRequested();
            rule.CheckFiles(context, findings);
        }

        foreach (var finding in findings.InOrder())
            yield return finding.ToDiagnostic(context.Compilation);
    }
}
