using System;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>A file cannot be read any further.</summary>
internal sealed class ManifestException : Exception
{
    public ManifestException(Spot spot, string message, Exception? inner = null)
        : base(message, inner) => Spot = spot;

    /// <summary>Gets where reading ended.</summary>
    public Spot Spot { get; }

    public Problem ToProblem() => new(Spot, Message);
}
