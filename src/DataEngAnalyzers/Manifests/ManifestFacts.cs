using System.Collections.Immutable;

namespace DataEngAnalyzers.Manifests;

/// <summary>All that the files of other tools say, in the order of files and places.</summary>
internal sealed record ManifestFacts
{
    /// <summary>Where there are no such files.</summary>
    public static readonly ManifestFacts None = new();

    public ImmutableArray<ManifestFile> Files { get; init; } = ImmutableArray<ManifestFile>.Empty;

    public ImmutableArray<ManifestProblem> Problems { get; init; } = ImmutableArray<ManifestProblem>.Empty;

    public ImmutableArray<DeclaredDataset> Datasets { get; init; } = ImmutableArray<DeclaredDataset>.Empty;

    public ImmutableArray<DvcStage> Stages { get; init; } = ImmutableArray<DvcStage>.Empty;

    public ImmutableArray<TreeFlaw> TreeFlaws { get; init; } = ImmutableArray<TreeFlaw>.Empty;

    public ImmutableArray<RevisionStep> RevisionSteps { get; init; } = ImmutableArray<RevisionStep>.Empty;

    public ImmutableArray<JqStep> JqSteps { get; init; } = ImmutableArray<JqStep>.Empty;

    public ImmutableArray<PayloadSample> Samples { get; init; } = ImmutableArray<PayloadSample>.Empty;
}
