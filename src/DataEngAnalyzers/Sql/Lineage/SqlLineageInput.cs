namespace DataEngAnalyzers.Sql.Lineage;

internal enum SqlLineageSourceKind
{
    /// <summary>A column of a table; <c>*</c> stands for columns that are not known.</summary>
    Column,

    /// <summary>A parameter of the host program.</summary>
    Parameter,

    /// <summary>The database's clock.</summary>
    Clock,

    /// <summary>Constants alone.</summary>
    Literal,
}

/// <summary>Where data comes from. One object stands for one source within the lineage of a statement.</summary>
internal sealed class SqlLineageSource
{
    public SqlLineageSource(SqlLineageSourceKind kind, SqlName? table, string name)
    {
        Kind = kind;
        Table = table;
        Name = name;
    }

    public SqlLineageSourceKind Kind { get; }

    /// <summary>The table of a column, as the statement names it.</summary>
    public SqlName? Table { get; }

    /// <summary>The column's name, or the parameter's without its sigil.</summary>
    public string Name { get; }

    public override string ToString() => Table is null ? Name : Table.Text + "." + Name;
}

/// <summary>A source and what it does to the output.</summary>
internal readonly record struct SqlLineageInput(SqlLineageSource Source, SqlTransformation Transformation);
