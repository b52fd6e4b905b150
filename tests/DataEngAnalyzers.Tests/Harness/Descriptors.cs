using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Tests run every rule as a warning, whatever its default level.</summary>
internal static class Descriptors
{
    public static DiagnosticDescriptor WithWarning(this DiagnosticDescriptor rule) => new(
        rule.Id, rule.Title, rule.MessageFormat, rule.Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, rule.Description, rule.HelpLinkUri);
}
