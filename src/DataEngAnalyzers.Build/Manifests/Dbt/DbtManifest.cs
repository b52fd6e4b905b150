using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>What a <c>manifest.json</c> says.</summary>
/// <param name="Facts">Takes what nobody but the manifest says.</param>
internal sealed record DbtManifest(FileFacts Facts)
{
    /// <summary>Gets or sets the version of its schema; 0 when it is of another tool.</summary>
    public int Version { get; set; }

    /// <summary>Gets or sets what dbt runs on.</summary>
    public string Adapter { get; set; } = string.Empty;

    /// <summary>Gets all sources and models, each with the property file that declares it: a path in dbt's project, or nothing.</summary>
    public List<(DatasetFact Dataset, string DeclaredIn)> Datasets { get; } = [];
}
