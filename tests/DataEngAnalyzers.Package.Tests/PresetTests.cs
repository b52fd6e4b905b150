using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Generate;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Rules;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>The level each pair of mode and gate gives to a rule of each severity.</summary>
public sealed class PresetTests
{
    private static readonly RuleFacts[] Rules =
    [
        Rule("DEA0003", null, Levels.Warning),
        Rule("DEA0005", null, Levels.Off),
        Rule("DEA1001", Severity.Critical, Levels.Warning),
        Rule("DEA1007", Severity.High, Levels.Warning),
        Rule("DEA2001", Severity.Medium, Levels.Suggestion),
        Rule("DEA8001", Severity.Low, Levels.Off),
    ];

    [Fact]
    public void The_default_names_no_rule_so_that_bulk_settings_of_the_user_reach_all() =>
        Assert.Empty(Lines(Mode.Default, null));

    [Fact]
    public void None_switches_everything_off_whatever_the_gate() =>
        Assert.Equal(
            ["DEA0003 none", "DEA1001 none", "DEA1007 none", "DEA2001 none"],
            Lines(Mode.None, Severity.Low));

    [Fact]
    public void Minimum_keeps_critical_and_high() =>
        Assert.Equal(["DEA2001 none"], Lines(Mode.Minimum, null));

    [Fact]
    public void All_suggests_what_is_off_otherwise() =>
        Assert.Equal(["DEA8001 suggestion"], Lines(Mode.All, null));

    [Fact]
    public void The_gate_makes_errors_from_its_severity_up() =>
        Assert.Equal(["DEA1001 error", "DEA1007 error"], Lines(Mode.Default, Severity.High));

    [Fact]
    public void The_gate_leaves_alone_what_the_mode_switched_off() =>
        Assert.Equal(["DEA1001 error", "DEA1007 error", "DEA2001 none"], Lines(Mode.Minimum, Severity.Low));

    [Fact]
    public void The_lowest_gate_of_all_rules_fails_on_each() =>
        Assert.Equal(
            ["DEA1001 error", "DEA1007 error", "DEA2001 error", "DEA8001 error"],
            Lines(Mode.All, Severity.Low));

    private static IEnumerable<string> Lines(Mode mode, Severity? failOn) => new Preset(mode, failOn)
        .ToFile(Rules).Text
        .Split('\n')
        .Where(line => line.StartsWith("dotnet_diagnostic.", System.StringComparison.Ordinal))
        .Select(line => line["dotnet_diagnostic.".Length..].Replace(".severity =", "", System.StringComparison.Ordinal));

    private static RuleFacts Rule(string id, Severity? severity, string level) =>
        new(id, "A title", Area.Health, severity, level, NoFix: null);
}
