namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>What is wrong with a file, said as what comes of it.</summary>
internal sealed record Problem(Spot Spot, string Message);
