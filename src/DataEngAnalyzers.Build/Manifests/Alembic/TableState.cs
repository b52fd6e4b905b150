using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>A table as the revisions so far leave it.</summary>
/// <param name="path">The file that made it, or first changed it.</param>
/// <param name="spot">Where.</param>
internal sealed class TableState(string path, Spot spot)
{
    // No database takes more.
    private const int MostColumns = 5_000;

    private readonly List<(TableColumn Column, string Path)> _columns = [];
    private readonly List<(TableKey Key, string Path)> _keys = [];
    private readonly List<RemovedFact> _removed = [];

    public string Path { get; } = path;

    /// <summary>Gets or sets a value indicating whether all that happened to it has been seen.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Gets or sets the last revision that changed it.</summary>
    public string Revision { get; set; } = string.Empty;

    public void Add(TableColumn column, string path)
    {
        if (_columns.Count == MostColumns)
            return;
        _removed.RemoveAll(removed => removed.Column == column.Name);
        _columns.RemoveAll(other => other.Column.Name == column.Name);
        _columns.Add((column, path));
    }

    public void Add(TableKey key, string path) => _keys.Add((key, path));

    public void Drop(string column, Spot spot, string revision, string path, string newName = "")
    {
        if (newName.Length > 0 && _columns.FindIndex(other => other.Column.Name == column) is var index and >= 0)
            _columns[index] = (_columns[index].Column with { Name = newName, Spot = spot }, path);
        _columns.RemoveAll(other => other.Column.Name == column);
        _removed.RemoveAll(removed => removed.Column == newName);
        _removed.Add(new RemovedFact(spot, column, revision, newName, path));
        for (var key = _keys.Count - 1; key >= 0; key--)
        {
            var (known, place) = _keys[key];
            if (!known.Columns.Contains(column, StringComparer.Ordinal))
                continue;
            if (newName.Length > 0)
                _keys[key] = (known with { Columns = [.. known.Columns.Select(name => name == column ? newName : name)] }, place);
            else
                _keys.RemoveAt(key);
        }
    }

    /// <summary>A constraint goes. A name that no revision gave is the database's, of any key that has none.</summary>
    public void DropKey(string name)
    {
        if (name.Length > 0 && _keys.RemoveAll(key => key.Key.Name == name) > 0)
            return;
        _keys.RemoveAll(key => key.Key.Name.Length == 0);
        for (var index = 0; index < _columns.Count; index++)
            _columns[index] = (_columns[index].Column with { IsPrimaryKey = false, IsUnique = false }, _columns[index].Path);
    }

    public void DropIndex(string name) => _keys.RemoveAll(key => key.Key.Name == name && name.Length > 0);

    /// <summary>Changes a column that is there.</summary>
    public void Change(string column, Func<TableColumn, TableColumn> change)
    {
        if (_columns.FindIndex(other => other.Column.Name == column) is var index and >= 0)
            _columns[index] = (change(_columns[index].Column), _columns[index].Path);
    }

    public DatasetFact ToFact(string schema, string name)
    {
        var dataset = new DatasetFact(spot, Roles.AlembicTable, string.Empty, schema, name)
        {
            Details = new Details().With("known", IsKnown ? "yes" : "no").With("revision", Revision),
        };
        var primary = new HashSet<string>(_keys.Where(key => key.Key.IsPrimary).SelectMany(key => key.Key.Columns), StringComparer.Ordinal);
        var composite = _columns.Where(column => column.Column.IsPrimaryKey).ToList();
        foreach (var (column, path) in _columns)
        {
            dataset.Columns.Add(new ColumnFact(column.Spot, column.Name, column.Type, column.Family, primary.Contains(column.Name) ? false : column.Nullable, path));
            AddChecks(column, Here(column.Spot, path), dataset.Checks);
        }

        if (composite.Count > 0)
            dataset.Checks.Add(new CheckFact(Here(composite[0].Column.Spot, composite[0].Path), CheckKinds.Unique, [.. composite.Select(column => column.Column.Name)]));
        dataset.Checks.AddRange(_keys.Where(key => key.Key.Columns.Count > 0).Select(key => new CheckFact(Here(key.Key.Spot, key.Path), CheckKinds.Unique, key.Key.Columns)));
        dataset.Removed.AddRange(_removed);
        return dataset;
    }

    // A check stands in its table's file: one that another revision added, where the table is made.
    private Spot Here(Spot place, string path) => path == Path ? place : spot;

    private static void AddChecks(TableColumn column, Spot place, List<CheckFact> checks)
    {
        if (column.MaxLength.Length > 0)
            checks.Add(new CheckFact(place, CheckKinds.Length, [column.Name], string.Empty, column.MaxLength));
        if (column.Accepted.Count > 0)
            checks.Add(new CheckFact(place, CheckKinds.Accepted, [column.Name], [.. column.Accepted]));
        if (column.IsUnique)
            checks.Add(new CheckFact(place, CheckKinds.Unique, [column.Name]));
    }
}
