using System.Collections.Generic;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model.Facts;

/// <summary>What the analyzer knows of one stage: a method that moves data.</summary>
internal sealed record StageFacts
{
    /// <summary>Namespace, type and method.</summary>
    public required string Name { get; init; }

    public required string Project { get; init; }

    /// <summary>Documentation-comment id of the method.</summary>
    public required string Symbol { get; init; }

    /// <summary>What starts it: scheduled, message, console or unknown.</summary>
    public required string Host { get; init; }

    /// <summary>The type or attribute that shows it.</summary>
    public string? Runner { get; init; }

    /// <summary>Why it counts as pipeline code.</summary>
    public string? Why { get; init; }

    public SarifPlace? Place { get; init; }

    /// <summary>All places of the stage, in order.</summary>
    public IReadOnlyList<SarifPlace> Sites { get; init; } = [];

    public IReadOnlyList<InputFacts> Inputs { get; init; } = [];

    public IReadOnlyList<OutputFacts> Outputs { get; init; } = [];

    public IReadOnlyList<TableFacts> Tables { get; init; } = [];

    /// <summary><see langword="null"/> when it reads nothing.</summary>
    public WindowFacts? Window { get; init; }

    /// <summary>What hides a part of it.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}

/// <summary>A dataset by OpenLineage's rules; namespace and name are its identity.</summary>
/// <param name="Kind">table, file, blob, topic, collection, http or queue.</param>
internal sealed record DatasetName(string Kind, string Namespace, string Name)
{
    private const string Memory = "inmemory://";

    public string Id => Namespace + "/" + Name;

    /// <summary>Whether it is one stage's alone.</summary>
    public bool IsLocal => Namespace == Memory;
}

/// <summary>A dataset that is read.</summary>
internal sealed record InputFacts(DatasetName Dataset, IReadOnlyList<SarifPlace> At, bool Validated, IReadOnlyList<ColumnFacts> Columns);

/// <summary>A column, and its type where the code shows it.</summary>
internal sealed record ColumnFacts(string Name, string? Type);

/// <summary>A dataset that is written in one way.</summary>
internal sealed record OutputFacts(DatasetName Dataset, IReadOnlyList<SarifPlace> At)
{
    /// <summary>append, appendIfAbsent, upsert, replace, replacePartition, update, delete or unknown.</summary>
    public required string Mode { get; init; }

    public bool Transaction { get; init; }

    public bool Retry { get; init; }

    public bool Validated { get; init; }

    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What decides about whole rows, or goes into them.</summary>
    public IReadOnlyList<Origin> From { get; init; } = [];

    public IReadOnlyList<WrittenColumn> Columns { get; init; } = [];

    public IReadOnlyList<string> Gaps { get; init; } = [];
}

/// <summary>A column that is written and what goes into it.</summary>
/// <param name="Values">Origins that are no dataset: clock, constant, random, setting or default.</param>
internal sealed record WrittenColumn(string Name, string? Type, IReadOnlyList<Origin> From, IReadOnlyList<string> Values, IReadOnlyList<string> Gaps)
{
    /// <summary>Which clock: <c>utc</c> or <c>local</c>; <see langword="null"/> when it is none, or nobody knows.</summary>
    public string? Clock { get; init; }

    public bool? Nullable { get; init; }

    public ColumnLimits Limits { get; init; } = ColumnLimits.None;
}

/// <summary>A column, or whole rows, that something comes from.</summary>
/// <param name="Dataset"><see langword="null"/> when the code does not name it.</param>
/// <param name="Column"><see langword="null"/> for the whole row.</param>
/// <param name="Type">DIRECT or INDIRECT.</param>
/// <param name="Subtype">OpenLineage's: IDENTITY, JOIN, FILTER and so on.</param>
/// <param name="Via">Members the value goes through.</param>
internal sealed record Origin(DatasetName? Dataset, string? Column, string Type, string? Subtype, IReadOnlyList<string> Via, IReadOnlyList<SarifPlace> At);

/// <summary>What is known of a dataset's shape.</summary>
internal sealed record TableFacts(DatasetName Dataset, IReadOnlyList<string> Key, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Whether <see cref="Key"/> is the primary key.</summary>
    public bool IsKeyPrimary { get; init; }

    /// <summary>Whether the table may have columns that nothing declares.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A declared column.</summary>
/// <param name="Nullable"><see langword="null"/> when nothing says.</param>
/// <param name="From">EF model, migration or DDL.</param>
internal sealed record TableColumn(string Name, string? Type, bool? Nullable, string? From)
{
    public ColumnLimits Limits { get; init; } = ColumnLimits.None;
}

/// <summary>What decides which rows are read.</summary>
/// <param name="Kind">parameter, clock, watermark, full or unknown.</param>
internal sealed record WindowFacts(string Kind, IReadOnlyList<SarifPlace> At);
