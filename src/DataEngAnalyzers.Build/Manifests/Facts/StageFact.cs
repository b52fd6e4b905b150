using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>A stage of DVC, or the file that DVC tracks.</summary>
/// <param name="WorkingFolder">Relative to the project; "." is its own.</param>
internal sealed record StageFact(Spot Spot, string Name, string Command, string WorkingFolder)
{
    public Details Details { get; init; } = new();

    public List<PathFact> Paths { get; } = [];

    public List<ParameterFact> Parameters { get; } = [];
}

/// <param name="Kind">dep, out, metric or plot.</param>
/// <param name="Path">Relative to the project.</param>
internal sealed record PathFact(Spot Spot, string Kind, string Path, Details Details);

/// <param name="File">Relative to the project.</param>
/// <param name="Key">Empty for the whole file.</param>
internal sealed record ParameterFact(Spot Spot, string File, string Key);
