using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Runs the steps of all revisions and says which tables are there at the end.</summary>
internal sealed class TableReplay
{
    private readonly Dictionary<(string Schema, string Name), TableState> _tables = [];

    public void Run(Revision revision)
    {
        foreach (var step in revision.Steps)
            Run(step, revision);
    }

    /// <summary>Adds each table to the facts of the file that made it.</summary>
    public void Tell(Dictionary<string, FileFacts> files)
    {
        foreach (var table in _tables.OrderBy(table => table.Key.Schema, StringComparer.Ordinal).ThenBy(table => table.Key.Name, StringComparer.Ordinal))
            files[table.Value.Path].Datasets.Add(table.Value.ToFact(table.Key.Schema, table.Key.Name));
    }

    private void Run(SchemaStep step, Revision revision)
    {
        switch (step)
        {
            case { Table: null }:
                Doubt(_ => true);
                break;
            case { Kind: StepKinds.DropIndex }:
                foreach (var indexed in _tables.Values)
                    indexed.DropIndex(step.NewName);
                break;
            case { Table: "" }:
                Doubt(Named(step.Texts).Contains);
                break;
            case { Kind: StepKinds.CreateTable }:
                Create(step, revision);
                break;
            case { Kind: StepKinds.DropTable, IsUncertain: false }:
                _tables.Remove((step.Schema, step.Table));
                break;
            case { Kind: StepKinds.RenameTable }:
                Rename(step, revision);
                break;
            default:
                Alter(Table(step, revision), step, revision);
                break;
        }
    }

    private void Create(SchemaStep step, Revision revision)
    {
        var table = new TableState(revision.Path, step.Spot) { IsKnown = !step.IsUncertain, Revision = revision.Id };
        foreach (var column in step.Columns)
            table.Add(column, revision.Path);
        foreach (var key in step.Keys)
            table.Add(key, revision.Path);
        _tables[(step.Schema, step.Table!)] = table;
    }

    private void Rename(SchemaStep step, Revision revision)
    {
        var table = Table(step, revision);
        table.Revision = revision.Id;
        table.IsKnown &= !step.IsUncertain && step.NewName.Length > 0;
        if (step.NewName.Length == 0)
            return;
        _tables.Remove((step.Schema, step.Table!));
        _tables[(step.Schema, step.NewName)] = table;
    }

    // A table that no revision made was there before.
    private TableState Table(SchemaStep step, Revision revision)
    {
        if (!_tables.TryGetValue((step.Schema, step.Table!), out var table))
            _tables.Add((step.Schema, step.Table!), table = new TableState(revision.Path, step.Spot));
        return table;
    }

    private static void Alter(TableState table, SchemaStep step, Revision revision)
    {
        table.Revision = revision.Id;
        if (step.IsUncertain)
        {
            // An index changes no column.
            table.IsKnown &= step.Kind == StepKinds.CreateIndex;
            return;
        }

        foreach (var key in step.Keys)
            table.Add(key, revision.Path);
        switch (step.Kind)
        {
            case StepKinds.AddColumn:
                table.Add(step.Columns[0], revision.Path);
                break;
            case StepKinds.DropColumn:
                table.Drop(step.Column, step.Spot, revision.Id, revision.Path);
                break;
            case StepKinds.RenameColumn:
                table.Drop(step.Column, step.Spot, revision.Id, revision.Path, step.NewName);
                break;
            case StepKinds.AlterType:
                var type = step.Columns[0];
                table.Change(step.Column, column => column with { Type = type.Type, Family = type.Family, MaxLength = type.MaxLength, Accepted = type.Accepted });
                break;
            case StepKinds.DropConstraint:
                table.DropKey(step.NewName);
                break;
            case StepKinds.SetNotNull or StepKinds.Alter when step.Nullable is { } nullable:
                table.Change(step.Column, column => column with { Nullable = nullable });
                break;
        }
    }

    private void Doubt(Func<string, bool> isMeant)
    {
        foreach (var table in _tables.Where(table => isMeant(table.Key.Name)))
            table.Value.IsKnown = false;
    }

    private static HashSet<string> Named(IEnumerable<string> texts) => new(texts.SelectMany(SqlWords.In), StringComparer.OrdinalIgnoreCase);
}
