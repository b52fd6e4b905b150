using System.Collections.Immutable;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a value that is written comes from.</summary>
internal enum FlowOriginKind
{
    /// <summary>A column of a dataset that the stage reads.</summary>
    Column,

    /// <summary>A clock: the machine's or the database's.</summary>
    Clock,

    /// <summary>A value that differs each time.</summary>
    Random,

    /// <summary>A value that the code or the SQL text names.</summary>
    Constant,

    /// <summary>What the root was called with: an argument, a setting.</summary>
    Parameter,

    /// <summary>Nobody sets it: a default, or a value that the database makes.</summary>
    Unset,
}

/// <summary>One thing that a written column is made of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Transformation">What it does to the column.</param>
internal sealed record FlowOrigin(FlowOriginKind Kind, SqlTransformation Transformation)
{
    /// <summary>The dataset of a column; <see langword="null"/> when the code does not name it.</summary>
    public Dataset? Dataset { get; init; }

    /// <summary>The column, its position in brackets, or the name of a parameter; <see langword="null"/> for the whole row.</summary>
    public string? Column { get; init; }

    /// <summary>The operation that reads it; <see langword="null"/> where it is read inside the database or not by the stage.</summary>
    public DataOperation? Read { get; init; }

    /// <summary>The members of the code's own types that the value passes, first to last.</summary>
    public ImmutableArray<string> Via { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Where the code reads it; <see langword="null"/> for what happens inside the database.</summary>
    public Location? Where { get; init; }

    /// <summary>Two ways to one origin that do the same are one.</summary>
    public (FlowOriginKind, SqlTransformation, string?, string?) Identity => (Kind, Transformation, Dataset?.Name, Column);
}

/// <summary>A place where a value could not be followed: the flow may have more origins than it shows.</summary>
/// <param name="What">What is not known, as a clause.</param>
/// <param name="Where">The place in the code.</param>
internal readonly record struct FlowGap(string What, Location Where);

/// <summary>What one column of the target is made of.</summary>
/// <param name="Column">As the target names it; <see langword="null"/> where the rows are text that is not divided into columns.</param>
/// <param name="Origins">In the order they were found.</param>
/// <param name="Gaps">Empty when the origins are all there are.</param>
internal sealed record ColumnFlow(string? Column, ImmutableArray<FlowOrigin> Origins, ImmutableArray<FlowGap> Gaps);

/// <summary>Where the values of the rows come from that an operation writes.</summary>
/// <param name="Into">The operation that writes.</param>
/// <param name="Columns">Column by column, in the order of the target.</param>
/// <param name="Indirect">What decides about whole rows: filters, joins, groups, order.</param>
/// <param name="Gaps">What hides columns, or what decides about rows.</param>
internal sealed record RowFlow(DataOperation Into, ImmutableArray<ColumnFlow> Columns, ImmutableArray<FlowOrigin> Indirect, ImmutableArray<FlowGap> Gaps)
{
    /// <summary>Nothing is hidden, in no column either.</summary>
    public bool IsComplete
    {
        get
        {
            foreach (var column in Columns)
            {
                if (!column.Gaps.IsEmpty)
                    return false;
            }

            return Gaps.IsEmpty;
        }
    }
}
