using System;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Generate;

/// <summary>The words of an analyzer config for what happens to a diagnostic.</summary>
internal static class Levels
{
    public const string Off = "none";
    public const string Suggestion = "suggestion";
    public const string Warning = "warning";
    public const string Error = "error";

    /// <summary>The level without any config.</summary>
    public static string Of(DiagnosticDescriptor descriptor) =>
        descriptor.IsEnabledByDefault ? Of(descriptor.DefaultSeverity) : Off;

    private static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => Suggestion,
        DiagnosticSeverity.Warning => Warning,
        DiagnosticSeverity.Error => Error,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "No diagnostic of this package is hidden"),
    };
}
