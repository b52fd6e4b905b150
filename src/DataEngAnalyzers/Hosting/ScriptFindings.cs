using System;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Hosting;

/// <summary>What the rules of migrations find in numbered SQL scripts.</summary>
internal static class ScriptFindings
{
    public static void Report(AdditionalFileAnalysisContext context, PipelineContext pipelines)
    {
        try
        {
            if (pipelines.Options.IsTestProject || SqlFile.Read(context.AdditionalFile, pipelines.DefaultDialect) is not { } file || Migrations.Of(file, pipelines) is not { } migration)
                return;

            var findings = new Findings();
            foreach (var rule in AllRules.All.OfType<MigrationRule>())
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                rule.Check(migration, findings);
            }

            foreach (var finding in findings.InOrder())
                context.ReportDiagnostic(finding.ToDiagnostic(pipelines.Compilation));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // As for files of code: our bug, not the user's build.
            var place = Location.Create(context.AdditionalFile.Path, default(TextSpan), default);
            context.ReportDiagnostic(Diagnostic.Create(HealthRules.AnalysisFailed, place, failure.GetType().Name + ": " + failure.Message.Replace('\n', ' ')));
        }
    }
}
