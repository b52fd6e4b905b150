using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>All that one file of another tool says.</summary>
/// <param name="Path">Relative to the project, with slashes.</param>
/// <param name="Tool">Whose file it is: one of <see cref="Tools"/>.</param>
internal sealed record FileFacts(string Path, string Tool)
{
    /// <summary>What is wrong with the file.</summary>
    public List<Problem> Problems { get; } = [];

    public List<DatasetFact> Datasets { get; } = [];

    public List<StageFact> Stages { get; } = [];

    /// <summary>Defects of the tree of revisions.</summary>
    public List<TreeFact> Tree { get; } = [];

    public List<OperationFact> Operations { get; } = [];

    public List<JqFact> Filters { get; } = [];

    public List<SampleFact> Samples { get; } = [];

    /// <summary>Gets a value indicating whether there is anything to tell.</summary>
    public bool IsEmpty => Problems.Count + Datasets.Count + Stages.Count + Tree.Count + Operations.Count + Filters.Count + Samples.Count == 0;
}
