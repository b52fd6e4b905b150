using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>What one stage tells the assessment. The same method seen in several runs is one stage: what it does in any of them counts.</summary>
internal sealed record StageFacts(StageIdentity Identity)
{
    public ImmutableArray<InputFacts> Inputs { get; init; } = ImmutableArray<InputFacts>.Empty;

    public ImmutableArray<OutputFacts> Outputs { get; init; } = ImmutableArray<OutputFacts>.Empty;

    public ImmutableArray<TableFacts> Tables { get; init; } = ImmutableArray<TableFacts>.Empty;

    /// <summary>What decides which rows it reads; <see langword="null"/> where it reads nothing.</summary>
    public WindowFacts? Window { get; init; }

    /// <summary>What is not known of the stage as a whole.</summary>
    public ImmutableArray<string> Gaps { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>Which method a stage is and what starts it.</summary>
/// <param name="Name">Namespace, type and method.</param>
/// <param name="Symbol">Documentation-comment id.</param>
/// <param name="Project">The assembly.</param>
/// <param name="Host">What kind of thing starts it.</param>
/// <param name="Runner">The type, attribute or method that says so.</param>
/// <param name="Why">Why it counts as pipeline code, as a clause.</param>
/// <param name="Where">The name of the method.</param>
internal sealed record StageIdentity(string Name, string Symbol, string Project, string Host, string? Runner, string Why, Location Where);

/// <summary>A dataset that a stage reads.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="At">Where.</param>
/// <param name="IsValidated">Something looks at the rows before they are written, or may do so out of sight.</param>
/// <param name="Columns">The columns that are known to be read, with their types.</param>
internal sealed record InputFacts(DatasetName Dataset, ImmutableArray<Location> At, bool IsValidated, ImmutableArray<KeyValuePair<string, string?>> Columns);

/// <summary>A dataset that a stage changes in one way.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Mode">A word of <see cref="WriteModes"/>.</param>
internal sealed record OutputFacts(DatasetName Dataset, string Mode)
{
    public ImmutableArray<Location> At { get; init; } = ImmutableArray<Location>.Empty;

    public bool InTransaction { get; init; }

    public bool IsRetried { get; init; }

    public bool IsValidated { get; init; }

    public ImmutableArray<string> Key { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What goes into whole rows, or decides about them.</summary>
    public ImmutableArray<EdgeFacts> From { get; init; } = ImmutableArray<EdgeFacts>.Empty;

    public ImmutableArray<ColumnFacts> Columns { get; init; } = ImmutableArray<ColumnFacts>.Empty;

    public ImmutableArray<string> Gaps { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>What one written column is made of.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">As the catalog knows it.</param>
/// <param name="From">The columns it comes from.</param>
/// <param name="Values">What else goes in: <c>clock</c>, <c>random</c>, <c>constant</c>, <c>setting</c>, <c>default</c>.</param>
/// <param name="Gaps">What could not be followed, as clauses.</param>
internal sealed record ColumnFacts(string Name, string? Type, ImmutableArray<EdgeFacts> From, ImmutableArray<string> Values, ImmutableArray<string> Gaps)
{
    /// <summary>Which time it is, where it is the time of the code's clock and nothing else: <c>utc</c> or <c>local</c>.</summary>
    public string? Clock { get; init; }
}

/// <summary>Where a value comes from.</summary>
/// <param name="Dataset">The dataset; <see langword="null"/> when the code does not name it.</param>
/// <param name="Column">The column, <c>[n]</c> by position; <see langword="null"/> for the whole row.</param>
/// <param name="Transformation">What happens to it.</param>
/// <param name="Via">The members it passes.</param>
/// <param name="At">Where it is read.</param>
internal sealed record EdgeFacts(DatasetName? Dataset, string? Column, SqlTransformation Transformation, ImmutableArray<string> Via, Location? At);

/// <summary>A table as the catalog knows it.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Key">Columns that no two rows share.</param>
/// <param name="Columns">In their order.</param>
/// <param name="At">Where it is declared.</param>
internal sealed record TableFacts(DatasetName Dataset, ImmutableArray<string> Key, ImmutableArray<TableColumnFacts> Columns, Location? At)
{
    /// <summary>The key is the primary key.</summary>
    public bool IsKeyPrimary { get; init; }

    /// <summary>The table may have columns that nothing shows.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A column of such a table and what says so.</summary>
internal sealed record TableColumnFacts(string Name, string? Type, bool? IsNullable, string From);

/// <summary>What decides which rows a stage reads.</summary>
/// <param name="Kind"><c>parameter</c>, <c>clock</c>, <c>watermark</c>, <c>full</c> or <c>unknown</c>.</param>
/// <param name="At">Where.</param>
internal sealed record WindowFacts(string Kind, ImmutableArray<Location> At);
