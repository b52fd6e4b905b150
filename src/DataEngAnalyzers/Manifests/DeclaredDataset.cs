using System;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Manifests;

/// <summary>What a tool says a dataset is to it.</summary>
internal enum DatasetRole
{
    Unknown,

    /// <summary>A table that dbt reads and others write.</summary>
    DbtSource,

    /// <summary>A table or view that dbt makes.</summary>
    DbtModel,

    /// <summary>What a Great Expectations suite is about.</summary>
    GxSuite,

    /// <summary>A table as the newest revisions leave it.</summary>
    AlembicTable,
}

/// <summary>A dataset that another tool's file describes.</summary>
/// <param name="Role">What it is to the tool.</param>
/// <param name="Name">The table's own name; for a suite, the suite's.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record DeclaredDataset(DatasetRole Role, string Name, ManifestPlace Place)
{
    /// <summary><see langword="null"/> when the file does not say.</summary>
    public string? Database { get; init; }

    /// <summary><see langword="null"/> when the file does not say.</summary>
    public string? Schema { get; init; }

    /// <summary>What only this kind of dataset has.</summary>
    public ManifestValues Values { get; init; } = ManifestValues.None;

    public ImmutableArray<DeclaredColumn> Columns { get; init; } = ImmutableArray<DeclaredColumn>.Empty;

    public ImmutableArray<DeclaredCheck> Checks { get; init; } = ImmutableArray<DeclaredCheck>.Empty;

    /// <summary>Columns it once had.</summary>
    public ImmutableArray<RemovedColumn> Removed { get; init; } = ImmutableArray<RemovedColumn>.Empty;

    /// <summary>Schema and name as people write them.</summary>
    public string FullName => Schema is null ? Name : Schema + "." + Name;

    /// <summary>What its tool calls it: a suite that is tied to a table keeps a name of its own.</summary>
    public string Title => Values["suite"] ?? Name;

    /// <summary>The column of a name, whatever the case of its letters.</summary>
    public DeclaredColumn? Column(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A column that a file describes.</summary>
/// <param name="Name">As written.</param>
/// <param name="Place">The name in the file.</param>
internal sealed record DeclaredColumn(string Name, ManifestPlace Place)
{
    /// <summary>As written; <see langword="null"/> when there is none.</summary>
    public string? Type { get; init; }

    public TypeFamily Family { get; init; }

    /// <summary><see langword="null"/> when nothing says.</summary>
    public bool? IsNullable { get; init; }
}

/// <summary>What a tool checks of rows.</summary>
internal enum CheckKind
{
    Unknown,

    /// <summary>The column is there.</summary>
    Exists,

    /// <summary>The columns are these; the argument <c>exact</c> says that there are no others.</summary>
    ColumnsSet,
    NotNull,
    Unique,

    /// <summary>The values are among the arguments.</summary>
    Accepted,

    /// <summary>Arguments: least, most, whether each is left out itself.</summary>
    Range,

    /// <summary>Arguments: least and most.</summary>
    Length,
    Regex,

    /// <summary>The arguments are the types it may have.</summary>
    Type,

    /// <summary>A part of the rows passes another check. Arguments: which part, the check.</summary>
    Mostly,

    /// <summary>The values are those of a column elsewhere. Arguments: the dataset, the column.</summary>
    Relationship,

    /// <summary>There is no value.</summary>
    Null,

    /// <summary>The values are none of the arguments.</summary>
    NotAccepted,

    /// <summary>Arguments: least and most.</summary>
    RowCount,

    /// <summary>A check that the tool does not know. Arguments: its name, the nearest known one.</summary>
    UnknownType,
}

/// <summary>A check that a file declares.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Columns">The columns it names; empty when it is about the whole dataset.</param>
/// <param name="Arguments">See <see cref="CheckKind"/>; an empty one is not given.</param>
/// <param name="Place">The column's name in the file, or the check.</param>
internal sealed record DeclaredCheck(CheckKind Kind, ImmutableArray<string> Columns, ImmutableArray<string> Arguments, ManifestPlace Place);

/// <summary>A column that a revision dropped or renamed.</summary>
/// <param name="Name">As it was called.</param>
/// <param name="Revision">The revision.</param>
/// <param name="NewName">As it is called since; <see langword="null"/> when it is gone.</param>
/// <param name="Place">The operation.</param>
internal sealed record RemovedColumn(string Name, string Revision, string? NewName, ManifestPlace Place);
