namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>How much of a file is read: far beyond what people write, and little enough for a build.</summary>
internal static class Limits
{
    /// <summary>Values within values.</summary>
    public const int Depth = 64;

    /// <summary>Values of one file, every alias written out.</summary>
    public const long Values = 4_000_000;

    /// <summary>Bytes of a file that is read as a whole.</summary>
    public const long Bytes = 32 * 1024 * 1024;

    /// <summary>Facts of one kind that one file or entry may give.</summary>
    public const int Facts = 100_000;
}
