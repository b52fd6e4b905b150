using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Which tools' files are written, in which version of their formats, and where.</summary>
internal sealed record EmitSettings
{
    /// <summary>Tools by name, between commas or semicolons; <c>all</c> for every one.</summary>
    public required string Tools { get; init; }

    /// <summary>Where files go whose tool has no project.</summary>
    public required string Folder { get; init; }

    /// <summary>Below this, the tools' projects are looked for; below the folder that holds all code when not given.</summary>
    public string? Search { get; init; }

    /// <summary>Version of Great Expectations; that of the project found when not given.</summary>
    public string? Gx { get; init; }

    /// <summary>Version of dbt.</summary>
    public string? Dbt { get; init; }

    /// <summary>After how long a source counts as stale, for instance <c>6h</c>; <c>none</c> for never.</summary>
    public string? Freshness { get; init; }

    /// <summary>The names in <see cref="Tools"/>, in lower case.</summary>
    public IReadOnlyList<string> Names => Tools
        .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(name => name.Trim().ToLowerInvariant())
        .Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .ToList();
}
