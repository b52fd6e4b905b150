using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>
/// The one analyzer. It walks each file for names that touch data, binds only the members that hold one, builds the model of each
/// stage once and puts every rule's question to it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineAnalyzer : DiagnosticAnalyzer
{
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

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (PipelineContexts.Create(start.Compilation, start.Options, start.CancellationToken) is not { } pipelines)
            return;

        var sketches = new Sketches(pipelines);
        start.RegisterSemanticModelAction(context => Analyze(context, pipelines, sketches));
    }

    private static void Analyze(SemanticModelAnalysisContext context, PipelineContext pipelines, Sketches sketches)
    {
        try
        {
            pipelines.Share(context.SemanticModel);
            foreach (var root in sketches.RootsIn((CompilationUnitSyntax)context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken), context.CancellationToken))
                Check(root, pipelines, context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever goes wrong here is our bug: say so, and let the user's build go on.
            var place = context.SemanticModel.SyntaxTree.GetRoot(CancellationToken.None).GetFirstToken().GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(HealthRules.AnalysisFailed, place, failure.GetType().Name + ": " + failure.Message.Replace('\n', ' ')));
        }
    }

    private static void Check(SyntaxNode root, PipelineContext pipelines, SemanticModelAnalysisContext context)
    {
        if (StageBuilder.Build(root, pipelines, context.CancellationToken) is not { } stage)
            return;

        var findings = new Findings();
        foreach (var rule in AllRules.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(stage, findings);
        }

        foreach (var finding in findings.InOrder())
            context.ReportDiagnostic(finding.ToDiagnostic());
    }
}
