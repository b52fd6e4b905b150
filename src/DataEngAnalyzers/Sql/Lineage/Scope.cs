using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Rows that expressions can name columns of.</summary>
internal sealed class Relation
{
    public required RowShape Shape { get; init; }

    public string? Alias { get; init; }

    /// <summary>The table, under whose name its columns can be asked for when it has no alias.</summary>
    public SqlName? Table { get; init; }

    /// <summary>Set when the rows are those of the table itself.</summary>
    public SourceTable? Source { get; init; }

    /// <summary>A function's only column goes by the name of its alias.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Only a qualifier reaches its columns: EXCLUDED.</summary>
    public bool NeedsQualifier { get; init; }

    public bool IsNamed(ImmutableArray<string> parts)
    {
        var qualifiers = parts.Length - 1;
        if (Alias is not null)
            return qualifiers == 1 && SqlWords.Same(Alias, parts[0]);
        if (Table is null)
            return false;

        for (var i = 1; i <= qualifiers; i++)
        {
            if (i > Table.Parts.Length)
                return true;
            var mine = Table.Parts[Table.Parts.Length - i];
            if (mine.Length > 0 && parts[qualifiers - i].Length > 0 && !SqlWords.Same(mine, parts[qualifiers - i]))
                return false;
        }

        return true;
    }

    /// <summary>A column asked for by qualifier: even of a table whose description lacks it, it is that table's.</summary>
    public Provenance Find(string name) =>
        Shape.Find(name) ?? Source?.Identity(name, SqlLineageGaps.None) ?? Provenance.Hidden(SqlLineageGaps.NotFound);
}

/// <summary>What the names of an expression can mean: the sources of its query, then those of the queries around it.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Provenance> _merged = new(StringComparer.OrdinalIgnoreCase);

    public Scope(Scope? outer) => Outer = outer;

    public Scope? Outer { get; }

    public int Depth { get; init; }

    /// <summary>Queries that WITH names.</summary>
    public CommonTables? CommonTables { get; init; }

    public List<Relation> Relations { get; } = new();

    /// <summary>Columns of USING and NATURAL, which belong to both sides.</summary>
    public IReadOnlyDictionary<string, Provenance> Merged => _merged;

    public Dictionary<string, TokenRange>? Windows { get; set; }

    /// <summary>Items of the select list that other clauses may name.</summary>
    public Dictionary<string, Provenance>? Aliases { get; set; }

    /// <summary>The row an INSERT would have written, for MySQL's VALUES(x).</summary>
    public RowShape? Inserted { get; init; }

    /// <summary>What may hide further sources.</summary>
    public SqlLineageGaps Gaps { get; set; }

    public static Scope Root { get; } = new((Scope?)null);

    /// <summary>A scope inside this one, with nothing of its own yet.</summary>
    public Scope Enter() => new(this) { Depth = Depth + 1, CommonTables = CommonTables };

    public void Merge(string column, Provenance value) => _merged[column] = value;
}

/// <summary>The queries that WITH names, and those of the WITH around it.</summary>
internal sealed class CommonTables
{
    private readonly Dictionary<string, ResolvedQuery> _queries = new(StringComparer.OrdinalIgnoreCase);
    private readonly CommonTables? _outer;

    public CommonTables(CommonTables? outer) => _outer = outer;

    public void Set(string name, ResolvedQuery query) => _queries[name] = query;

    public void Remove(string name) => _queries.Remove(name);

    public ResolvedQuery? Find(SqlName name)
    {
        if (name.Parts.Length > 1 || name.HasHole)
            return null;

        for (var tables = this; tables is not null; tables = tables._outer)
        {
            if (tables._queries.TryGetValue(name.Last, out var query))
                return query;
        }

        return null;
    }
}
