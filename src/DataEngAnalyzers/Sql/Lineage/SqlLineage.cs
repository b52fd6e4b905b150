using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Answers the columns of a table in their order, or <see langword="null"/> when it does not know them.</summary>
internal delegate ImmutableArray<string>? SqlColumnSource(SqlName table);

/// <summary>How a statement puts a value into a column.</summary>
internal enum SqlLineageRole
{
    /// <summary>A column of a result, of a view or of a created table.</summary>
    Selected,

    /// <summary>A column of a new row.</summary>
    Inserted,

    /// <summary>A column of a row that is there already.</summary>
    Updated,
}

/// <summary>What the columns a statement puts out are made of.</summary>
internal sealed class SqlLineage
{
    public static readonly SqlLineage Empty = new(ImmutableArray<SqlLineageColumn>.Empty, ImmutableArray<SqlLineageInput>.Empty, SqlLineageGaps.None);

    public SqlLineage(ImmutableArray<SqlLineageColumn> columns, ImmutableArray<SqlLineageInput> indirect, SqlLineageGaps gaps)
    {
        Columns = columns;
        Indirect = indirect;
        Gaps = gaps;
    }

    /// <summary>In order; a column of a MERGE or an upsert appears once for each branch that writes it.</summary>
    public ImmutableArray<SqlLineageColumn> Columns { get; }

    /// <summary>What decides about whole rows: joins, filters, groups, order.</summary>
    public ImmutableArray<SqlLineageInput> Indirect { get; }

    /// <summary>What hides a part of <see cref="Indirect"/> or of the list of columns.</summary>
    public SqlLineageGaps Gaps { get; }

    /// <summary>Nothing is hidden, in no column either.</summary>
    public bool IsComplete
    {
        get
        {
            var gaps = Gaps;
            foreach (var column in Columns)
                gaps |= column.Gaps;
            return gaps is SqlLineageGaps.None;
        }
    }
}

/// <summary>An output column and its inputs.</summary>
internal sealed class SqlLineageColumn
{
    /// <summary>As the target has it, else the alias of the select list; <see langword="null"/> when the statement gives none.</summary>
    public string? Name { get; init; }

    /// <summary>Where the column is named; else its expression.</summary>
    public SqlSpan Span { get; init; }

    public SqlLineageRole Role { get; init; }

    /// <summary>Stands for all the columns of a star that could not be expanded.</summary>
    public bool IsStar { get; init; }

    public ImmutableArray<SqlLineageInput> Inputs { get; init; } = ImmutableArray<SqlLineageInput>.Empty;

    /// <summary>What hides further inputs.</summary>
    public SqlLineageGaps Gaps { get; init; }
}
