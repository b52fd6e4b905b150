using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>A column of rows; or, with <paramref name="Rest"/>, a run of columns that are not known one by one.</summary>
internal readonly record struct RowColumn(string? Name, Provenance Value, UnknownColumns? Rest = null);

/// <summary>The columns behind a star: those of a table nobody described, or of something that is not followed.</summary>
internal sealed class UnknownColumns
{
    /// <summary>The table they belong to.</summary>
    public SourceTable? Table { get; init; }

    /// <summary>What each of them is made of, when there is no table.</summary>
    public Provenance Value { get; init; } = Provenance.Nothing;

    /// <summary>Columns that are certainly not among them, because the star leaves them out or they have been merged with others.</summary>
    public HashSet<string>? Except { get; init; }

    /// <summary>New names of some of them, by new name.</summary>
    public Dictionary<string, string>? OldNames { get; init; }

    public SqlLineageGaps Gaps { get; init; }

    /// <summary>What other branches of a set operator may put into each of them.</summary>
    public Provenance Others { get; init; } = Provenance.Nothing;

    public Provenance? Find(string name)
    {
        if (Except?.Contains(name) == true)
            return null;
        if (OldNames is not null && OldNames.TryGetValue(name, out var old))
            name = old;
        return WithOthers(Table is null ? Value.With(Gaps) : Table.Identity(name, Gaps));
    }

    /// <summary>All of them together.</summary>
    public Provenance All() => WithOthers((Table is null ? Value : Table.Identity("*", Gaps)).With(Gaps | SqlLineageGaps.Star));

    public UnknownColumns Beside(Provenance others, SqlLineageGaps gaps) => Copy(Except, OldNames, others.Inputs.IsEmpty ? Others : others, Gaps | gaps);

    public UnknownColumns Without(IEnumerable<string> names)
    {
        var except = Except is null ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : new HashSet<string>(Except, StringComparer.OrdinalIgnoreCase);
        except.UnionWith(names);
        return Copy(except, OldNames, Others, Gaps);
    }

    public UnknownColumns Renamed(Dictionary<string, string> newNames)
    {
        var oldNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in newNames)
            oldNames[pair.Value] = OldNames is not null && OldNames.TryGetValue(pair.Key, out var oldest) ? oldest : pair.Key;
        return Copy(Without(newNames.Keys).Except, oldNames, Others, Gaps);
    }

    private Provenance WithOthers(Provenance own) =>
        Others.Inputs.IsEmpty ? own.With(Others.Gaps) : new Provenance(own.Inputs.AddRange(Others.Inputs), own.Gaps | Others.Gaps);

    private UnknownColumns Copy(HashSet<string>? except, Dictionary<string, string>? oldNames, Provenance others, SqlLineageGaps gaps) =>
        new() { Table = Table, Value = Value, Except = except, OldNames = oldNames, Others = others, Gaps = gaps };
}

/// <summary>The columns that the rows of a table or a query have.</summary>
internal sealed class RowShape
{
    private const int Twice = -1;

    private Dictionary<string, int>? _byName;
    private List<UnknownColumns>? _rests;

    public RowShape(List<RowColumn> columns) => Columns = columns;

    public List<RowColumn> Columns { get; }

    /// <summary>Not all columns are known.</summary>
    public bool IsOpen => Rests.Count > 0;

    private List<UnknownColumns> Rests
    {
        get
        {
            Index();
            return _rests!;
        }
    }

    public static RowShape Of(UnknownColumns columns) => new(new List<RowColumn> { new(null, Provenance.Nothing, columns) });

    public static RowShape Hidden(SqlLineageGaps gaps) => Of(new UnknownColumns { Gaps = gaps });

    /// <summary>Whether a column of that name is certainly there.</summary>
    public bool Has(string name)
    {
        Index();
        return _byName!.ContainsKey(name);
    }

    /// <summary>Whether a column of that name may be among those that are not known.</summary>
    public bool CouldHave(string name)
    {
        foreach (var rest in Rests)
        {
            if (rest.Except?.Contains(name) != true)
                return true;
        }

        return false;
    }

    /// <summary>The column of that name; <see langword="null"/> when there is certainly none.</summary>
    public Provenance? Find(string name)
    {
        Index();
        if (_byName!.TryGetValue(name, out var at))
            return at == Twice ? Provenance.Hidden(SqlLineageGaps.Ambiguous) : Columns[at].Value;

        Provenance? found = null;
        foreach (var rest in _rests!)
        {
            if (rest.Find(name) is not { } value)
                continue;
            if (found is not null)
                return Provenance.Hidden(SqlLineageGaps.Ambiguous);
            found = value;
        }

        return found;
    }

    /// <summary>Names the columns anew, from the first one on.</summary>
    public RowShape Rename(IReadOnlyList<string> names)
    {
        var columns = new List<RowColumn>(Columns.Count);
        var named = 0;
        foreach (var column in Columns)
        {
            if (named < names.Count && column.Rest is null)
            {
                columns.Add(column with { Name = names[named++] });
            }
            else if (named < names.Count)
            {
                // Which of the unknown columns gets which name is not known either.
                for (; named < names.Count; named++)
                    columns.Add(new RowColumn(names[named], column.Rest!.All()));
                return new RowShape(columns);
            }
            else
            {
                columns.Add(column);
            }
        }

        return new RowShape(columns);
    }

    private void Index()
    {
        if (_byName is not null)
            return;

        _byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _rests = new List<UnknownColumns>();
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Rest is { } rest)
                _rests.Add(rest);
            else if (Columns[i].Name is { } name)
                _byName[name] = _byName.ContainsKey(name) ? Twice : i;
        }
    }
}

/// <summary>What a query gives: its columns, and what decides about its rows.</summary>
internal sealed record ResolvedQuery(RowShape Shape, Provenance Indirect)
{
    public static ResolvedQuery Hidden(SqlLineageGaps gaps) => new(RowShape.Hidden(gaps), Provenance.Hidden(gaps));
}
