using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>A dataset that a file declares.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Name">An empty part of the name is unknown.</param>
internal sealed record DatasetFact(Spot Spot, string Role, string Database, string Schema, string Name)
{
    public Details Details { get; init; } = new();

    public List<ColumnFact> Columns { get; } = [];

    public List<CheckFact> Checks { get; } = [];

    public List<RemovedFact> Removed { get; } = [];
}

/// <summary>What a declared dataset is to its tool.</summary>
internal static class Roles
{
    public const string DbtSource = "dbt-source";
    public const string DbtModel = "dbt-model";
    public const string Suite = "gx-suite";
    public const string AlembicTable = "alembic-table";
}

/// <param name="Type">As written; empty when none is.</param>
/// <param name="Nullable">Whether it takes nulls, when that is said.</param>
/// <param name="File">Path of the file, when it is not the dataset's.</param>
internal sealed record ColumnFact(Spot Spot, string Name, string Type, TypeFamily Family, bool? Nullable, string? File = null);

/// <summary>What a tool promises or checks of every row.</summary>
/// <param name="Kind">One of <see cref="CheckKinds"/>.</param>
/// <param name="Arguments">An empty one is not literal or not there.</param>
internal sealed record CheckFact(Spot Spot, string Kind, IReadOnlyList<string> Columns, params string[] Arguments);

/// <summary>A column that a revision dropped, or gave a new name.</summary>
internal sealed record RemovedFact(Spot Spot, string Column, string Revision, string NewName, string File);
