namespace DataEngAnalyzers.Manifests;

/// <summary>Something in a file that its tool will not take, or that cannot be read.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong, without a period.</param>
internal sealed record ManifestProblem(ManifestPlace Place, string Message);
