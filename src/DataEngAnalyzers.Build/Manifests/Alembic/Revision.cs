using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>A revision: a file of <c>versions</c>.</summary>
/// <param name="Spot">Where its id stands.</param>
internal sealed record Revision(string Path, string Id, Spot Spot)
{
    /// <summary>Gets what it follows; <see langword="null"/> when that is computed.</summary>
    public IReadOnlyList<RevisionReference>? Parents { get; init; } = [];

    /// <summary>Gets what has to run before it on other branches.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets what its upgrade does.</summary>
    public IReadOnlyList<SchemaStep> Steps { get; init; } = [];

    /// <summary>Gets where its downgrade stands, or should, if it does nothing.</summary>
    public Spot? EmptyDowngrade { get; init; }
}

/// <summary>A revision's id where another one names it.</summary>
internal sealed record RevisionReference(string Id, Spot Spot);
