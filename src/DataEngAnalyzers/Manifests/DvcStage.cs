using System.Collections.Immutable;

namespace DataEngAnalyzers.Manifests;

/// <summary>What a path is to a stage of DVC.</summary>
internal enum DvcPathKind
{
    Unknown,
    Dependency,
    Output,
    Metric,
    Plot,
}

/// <summary>A stage of a <c>dvc.yaml</c>.</summary>
/// <param name="Name">As written, with what it was expanded to.</param>
/// <param name="Command">What it runs.</param>
/// <param name="Folder">Where it runs, relative to the project; <c>.</c> for the folder of its file.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record DvcStage(string Name, string Command, string Folder, ManifestPlace Place)
{
    /// <summary><c>frozen</c>, <c>always</c>, <c>lockcmd</c>, and where its lists end.</summary>
    public ManifestValues Values { get; init; } = ManifestValues.None;

    public ImmutableArray<DvcPath> Paths { get; init; } = ImmutableArray<DvcPath>.Empty;

    public ImmutableArray<DvcParameter> Parameters { get; init; } = ImmutableArray<DvcParameter>.Empty;
}

/// <summary>A path that a stage lists.</summary>
/// <param name="Kind">What it is to the stage.</param>
/// <param name="Path">Relative to the project.</param>
/// <param name="Values"><c>persist</c>, <c>cache</c>.</param>
/// <param name="Place">Where it is listed.</param>
internal sealed record DvcPath(DvcPathKind Kind, string Path, ManifestValues Values, ManifestPlace Place);

/// <summary>A parameter that a stage depends on.</summary>
/// <param name="File">Relative to the project.</param>
/// <param name="Key">With dots; <see langword="null"/> for the whole file.</param>
/// <param name="Place">Where it is listed.</param>
internal sealed record DvcParameter(string File, string? Key, ManifestPlace Place);
