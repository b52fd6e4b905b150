using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>What the package says about itself and its inputs.</summary>
internal static class HealthRules
{
    private const string Category = "DataEng.Health";

    /// <summary>The analysis of one file failed; the build goes on and the file has no findings.</summary>
    public static readonly DiagnosticDescriptor AnalysisFailed = new(
        "DEA0001", "The analysis of a file failed", "This file could not be analyzed: {0}", Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0001"));

    /// <summary>A row of a model file cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadModelRow = new(
        "DEA0002", "A row of a model file cannot be read", "This row is ignored: {0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0002"));

    /// <summary>A setting has a value nobody knows.</summary>
    public static readonly DiagnosticDescriptor UnknownOption = new(
        "DEA0003", "A setting has an unknown value", "'{1}' is no value of {0}; known are {2}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0003"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A file of another tool is broken, or says what the tool will not take.</summary>
    public static readonly DiagnosticDescriptor BadManifest = new(
        "DEA0004", "A file of another tool is broken", "This part of the file does not count: {0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0004"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Why a method that touches data counts as pipeline code, or why not; said to those who ask for it.</summary>
    public static readonly DiagnosticDescriptor ScopeOfMethod = new(
        "DEA0005", "Why a method counts as pipeline code, or why not", "{0} {1} as pipeline code: {2}", Category, DiagnosticSeverity.Info, isEnabledByDefault: false, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0005"));

    /// <summary>What a stage does to data, told to the assessment and to nobody else.</summary>
    public static readonly DiagnosticDescriptor FactsOfStage = new(
        "DEA0006", "Facts of a stage, for the assessment", "{0} moves data", Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(Area.Health, "DEA0006"), customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(AnalysisFailed, BadModelRow, UnknownOption, BadManifest, ScopeOfMethod, FactsOfStage);

    /// <summary>Reports the bad rows of a model file, each on its word.</summary>
    public static void CheckModelFile(AdditionalFileAnalysisContext context)
    {
        if (!UserModels.IsModelFile(context.AdditionalFile) || UserModels.Read(context.AdditionalFile, context.CancellationToken) is not { } file)
            return;
        foreach (var error in file.Errors)
            context.ReportDiagnostic(Diagnostic.Create(BadModelRow, error.ToLocation(), error.Message));
    }

    /// <summary>Reports settings whose value nobody knows.</summary>
    public static void CheckOptions(CompilationAnalysisContext context)
    {
        foreach (var error in DataEngOptions.From(ProjectSettings.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider)).Errors)
            context.ReportDiagnostic(Diagnostic.Create(UnknownOption, Location.None, error.Key, error.Value, error.Allowed));
    }
}
