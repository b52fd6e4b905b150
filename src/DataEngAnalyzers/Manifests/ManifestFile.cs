namespace DataEngAnalyzers.Manifests;

/// <summary>Whose file it is.</summary>
internal enum ManifestTool
{
    Unknown,

    /// <summary>Great Expectations.</summary>
    Gx,
    Dvc,
    Dbt,
    Alembic,

    /// <summary>A JSON sample of a payload.</summary>
    Json,
    Jq,
}

/// <summary>A file of another tool that belongs to the project.</summary>
/// <param name="Path">Where it lies; absolute where the project's folder is known.</param>
/// <param name="Name">As messages call it: relative to the project.</param>
/// <param name="Tool">Whose it is.</param>
internal sealed record ManifestFile(string Path, string Name, ManifestTool Tool)
{
    /// <summary>What a file is called that a facts file forgot to name.</summary>
    public static readonly ManifestFile Missing = new(string.Empty, string.Empty, ManifestTool.Unknown);

    /// <summary>The last part of its path.</summary>
    public string ShortName => Name.Substring(Name.LastIndexOf('/') + 1);
}
