using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Generate;

/// <summary>What the generated files say of one rule.</summary>
/// <param name="Severity"><see langword="null"/> for the health diagnostics (DEA0xxx), which no gate concerns.</param>
/// <param name="NoFix">Why there is no fix; <see langword="null"/> when there is one.</param>
internal sealed record RuleFacts(string Id, string Title, Area Area, Severity? Severity, string Level, string? NoFix)
{
    /// <summary>Where the page of the rule lies in the repository.</summary>
    public string Page => $"src/DataEngAnalyzers/Rules/{Area}/{Id}.md";

    /// <summary>Everything the analyzer can report, by id.</summary>
    public static ImmutableArray<RuleFacts> All()
    {
        var rules = AllRules.All.ToDictionary(rule => rule.Id);
        return [.. new PipelineAnalyzer().SupportedDiagnostics
            .OrderBy(descriptor => descriptor.Id, System.StringComparer.Ordinal)
            .Select(descriptor => Of(descriptor, rules.TryGetValue(descriptor.Id, out var rule) ? rule : null))];
    }

    private static RuleFacts Of(DiagnosticDescriptor descriptor, Rule? rule) => new(
        descriptor.Id,
        descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture),
        rule?.Area ?? Area.Health,
        rule?.Severity,
        Levels.Of(descriptor),
        rule?.NoFix);
}
