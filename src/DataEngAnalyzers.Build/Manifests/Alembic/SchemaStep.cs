using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>One operation of an upgrade.</summary>
/// <param name="Kind">One of <see cref="StepKinds"/>.</param>
/// <param name="Table"><see langword="null"/> when it is not literal: then it may be any.</param>
internal sealed record SchemaStep(Spot Spot, string Kind, string Schema, string? Table)
{
    /// <summary>Gets a value indicating whether it may not run, or do more than is seen.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Gets the column concerned; empty when it is about the table.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>Gets the new name of a table or column, or the name of what goes.</summary>
    public string NewName { get; init; } = string.Empty;

    /// <summary>Gets a column's type before the change, as written.</summary>
    public string OldType { get; init; } = string.Empty;

    /// <summary>Gets the columns that come, or a column's new type.</summary>
    public IReadOnlyList<TableColumn> Columns { get; init; } = [];

    /// <summary>Gets the keys that come.</summary>
    public IReadOnlyList<TableKey> Keys { get; init; } = [];

    /// <summary>Gets whether the column takes nulls from now on, where that is said.</summary>
    public bool? Nullable { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>Gets a value indicating whether an index is built without locking the table.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Gets the SQL, or other texts, of an opaque step: tables they name may have changed.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];
}

/// <summary>What a step does, by the words of the facts file, and three of our own.</summary>
internal static class StepKinds
{
    public const string CreateTable = "create_table";
    public const string DropTable = "drop_table";
    public const string RenameTable = "rename_table";
    public const string AddColumn = "add_column";
    public const string DropColumn = "drop_column";
    public const string RenameColumn = "rename_column";
    public const string AlterType = "alter_type";
    public const string SetNotNull = "set_not_null";
    public const string CreateIndex = "create_index";
    public const string Execute = "execute";

    /// <summary>A key comes, or a column takes nulls again: of no matter but for the tables.</summary>
    public const string Alter = "alter";

    /// <summary>A key goes: <see cref="SchemaStep.NewName"/> is its name.</summary>
    public const string DropConstraint = "drop_constraint";

    /// <summary>An index goes, which is named without its table.</summary>
    public const string DropIndex = "drop_index";
}

/// <param name="Type">As written.</param>
/// <param name="MaxLength">Of a text; empty when there is no limit.</param>
/// <param name="Accepted">The values of an enumeration; none of all else.</param>
internal sealed record TableColumn(Spot Spot, string Name, string Type, TypeFamily Family, bool? Nullable, string MaxLength, IReadOnlyList<string> Accepted)
{
    public bool HasDefault { get; init; }

    public bool IsPrimaryKey { get; init; }

    public bool IsUnique { get; init; }
}

/// <param name="Name">Empty when it has none.</param>
internal sealed record TableKey(Spot Spot, string Name, IReadOnlyList<string> Columns, bool IsPrimary);
