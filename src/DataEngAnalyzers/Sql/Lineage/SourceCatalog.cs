using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>A table as a source of data, with the columns that have been asked for.</summary>
internal sealed class SourceTable
{
    private readonly Dictionary<string, SqlLineageSource> _columns = new(StringComparer.OrdinalIgnoreCase);

    public SourceTable(SqlName name, ImmutableArray<string>? known)
    {
        Name = name;
        Known = known;
    }

    public SqlName Name { get; }

    /// <summary>All its columns in order, when they are known.</summary>
    public ImmutableArray<string>? Known { get; }

    public SqlLineageSource Column(string name)
    {
        if (!_columns.TryGetValue(name, out var column))
            _columns[name] = column = new SqlLineageSource(SqlLineageSourceKind.Column, Name, name);
        return column;
    }

    public Provenance Identity(string column, SqlLineageGaps gaps) =>
        new(ImmutableArray.Create(new SqlLineageInput(Column(column), SqlTransformation.Identity)), gaps);
}

/// <summary>Gives each source of a statement its one object.</summary>
internal sealed class SourceCatalog
{
    private readonly SqlColumnSource? _known;
    private readonly Dictionary<string, SourceTable> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SqlLineageSource> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public SourceCatalog(SqlColumnSource? known) => _known = known;

    public SqlLineageSource Clock { get; } = new(SqlLineageSourceKind.Clock, null, "clock");

    public SqlLineageSource Literal { get; } = new(SqlLineageSourceKind.Literal, null, "literal");

    public SourceTable Table(SqlName name)
    {
        if (!_tables.TryGetValue(name.Text, out var table))
            _tables[name.Text] = table = new SourceTable(name, name.HasHole ? null : _known?.Invoke(name) ?? ColumnsOfDual(name));
        return table;
    }

    // Oracle's and MySQL's table of one row, for queries that need none.
    private static ImmutableArray<string>? ColumnsOfDual(SqlName name) => SqlWords.Same(name.Text, "dual") ? ImmutableArray.Create("dummy") : null;

    public SqlLineageSource Parameter(string token)
    {
        var name = SqlStatementBuilder.NameOf(token);
        if (!_parameters.TryGetValue(name, out var parameter))
            _parameters[name] = parameter = new SqlLineageSource(SqlLineageSourceKind.Parameter, null, name);
        return parameter;
    }
}
