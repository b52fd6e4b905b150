using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>How a command ended and what it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Ids of this package that were printed as warnings.</summary>
    public IReadOnlyList<string> Warnings => Ids("warning");

    /// <summary>Ids of this package that were printed as errors.</summary>
    public IReadOnlyList<string> Errors => Ids("error");

    /// <summary>The output, to explain a failed assertion.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}";

    private List<string> Ids(string level) => [.. Regex.Matches(Output, $@"\b{level} (DEA\d{{4}}):")
        .Select(match => match.Groups[1].Value)
        .Distinct()
        .Order()];
}
