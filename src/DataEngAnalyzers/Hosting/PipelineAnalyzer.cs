using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>
/// The one analyzer. It looks at each file's words for names that touch data, binds only the members that reach one, builds the model
/// of each run once and puts every rule's question to its stages.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineAnalyzer : DiagnosticAnalyzer
{
    private readonly HostCache _cache = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        HealthRules.All.AddRange(AllRules.All.Select(rule => rule.Descriptor));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(HealthRules.CheckModelFile);
        context.RegisterCompilationAction(HealthRules.CheckOptions);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext start)
    {
        if (PipelineContexts.Create(start.Compilation, start.Options, _cache, start.CancellationToken) is not { } pipelines)
            return;

        var findings = new RunFindings(pipelines);
        start.RegisterAdditionalFileAction(context => ScriptFindings.Report(context, pipelines));
        start.RegisterSemanticModelAction(context => Analyze(context, pipelines, findings));
        if (!pipelines.Manifests.IsEmpty)
            start.RegisterCompilationEndAction(context => Tell(context, ManifestFindings.Of(pipelines, context.CancellationToken)));
        if (pipelines.Options.Assesses)
            start.RegisterCompilationEndAction(context => Tell(context, StageFactsReport.Of(findings.Facts(context.CancellationToken), context.Compilation, context.CancellationToken)));
    }

    private static void Tell(CompilationAnalysisContext context, IEnumerable<Diagnostic> found)
    {
        try
        {
            foreach (var told in found)
                context.ReportDiagnostic(told);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            context.ReportDiagnostic(Failed(failure, Location.None));
        }
    }

    private static void Analyze(SemanticModelAnalysisContext context, PipelineContext pipelines, RunFindings findings)
    {
        try
        {
            pipelines.Share(context.SemanticModel);
            foreach (var finding in findings.In(context.SemanticModel.SyntaxTree, context.CancellationToken))
                context.ReportDiagnostic(finding);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever goes wrong here is our bug: say so, and let the user's build go on.
            var place = context.SemanticModel.SyntaxTree.GetRoot(CancellationToken.None).GetFirstToken().GetLocation();
            context.ReportDiagnostic(Failed(failure, place));
        }
    }

    private static Diagnostic Failed(Exception failure, Location place) =>
        Diagnostic.Create(HealthRules.AnalysisFailed, place, failure.GetType().Name + ": " + failure.Message.Replace('\n', ' '));
}
