using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Emit.Alembic;

/// <summary>
/// The revision that brings what Alembic has made to what the code declares. It only adds: a column that rows need is nullable until
/// somebody has filled it, and nothing is dropped that other programs may read.
/// </summary>
internal sealed class AlembicRevision : IToolWriter
{
    private static readonly string[] DefaultSchemas = ["public", "dbo", "main"];

    public Emission Write(CodeFacts code, ToolFolder folder)
    {
        if (AlembicHistory.Read(folder.Path, out var refusal) is not { } history)
            return new Emission([], [refusal!]);
        var notes = new List<string>();
        var changes = new Changes();
        var tables = code.Tables.Where(table => !table.IsMigrated && table.Columns.Count > 0).ToList();
        var known = tables.Select(table => (Table: table, Made: (DatasetFact?)history.Tables.FirstOrDefault(made => IsSame(made, table.Id)))).ToList();
        var servers = Servers(known);
        foreach (var (table, made) in known)
        {
            if (made is not null)
                Extend(table, made, changes, notes);
            else if (!servers.Contains(table.Dataset.Namespace))
                notes.Add($"Nobody knows whether {table.Dataset.Name} is in the database that Alembic migrates, so it is not made");
            else
                Make(table, changes, notes);
        }

        return new Emission(changes.IsEmpty ? [] : [changes.ToFile(history)], notes);
    }

    // One environment migrates one database: that of the tables it has made, or the only one that the code writes.
    private static HashSet<string> Servers(List<(TableContract Table, DatasetFact? Made)> known)
    {
        var made = new HashSet<string>(known.Where(pair => pair.Made is not null).Select(pair => pair.Table.Dataset.Namespace), StringComparer.Ordinal);
        var all = new HashSet<string>(known.Select(pair => pair.Table.Dataset.Namespace), StringComparer.Ordinal);
        return made.Count > 0 ? made : all.Count == 1 ? all : [];
    }

    private static void Make(TableContract table, Changes changes, List<string> notes)
    {
        var columns = table.Columns.Select(column => (column.Name, Type: SqlAlchemyColumns.TypeOf(column, table.Id.Engine), column.Nullable)).ToList();
        if (!table.IsWhole || columns.Any(column => column.Type is null || column.Nullable is null))
        {
            notes.Add($"The code does not say all of {table.Dataset.Name}, so it is not made");
            return;
        }

        var lines = columns.Select(column => SqlAlchemyColumns.Column(column.Name, column.Type!, column.Nullable == true)).ToList();
        if (table.Key.Count > 0)
            lines.Add($"sa.{(table.IsKeyPrimary ? "PrimaryKeyConstraint" : "UniqueConstraint")}({string.Join(", ", table.Key.Select(PythonText.Literal))})");
        changes.Make(table.Id.Table, SchemaOf(table.Id), lines);
    }

    private static void Extend(TableContract table, DatasetFact made, Changes changes, List<string> notes)
    {
        foreach (var column in table.Columns.Where(column => made.Columns.All(other => !string.Equals(other.Name, column.Name, StringComparison.OrdinalIgnoreCase))))
        {
            if (!(made.Details.TryGetValue("known", out var known) && known == "yes"))
                notes.Add($"A revision changes {table.Dataset.Name} out of sight, so nobody knows whether {column.Name} is missing");
            else if (SqlAlchemyColumns.TypeOf(column, table.Id.Engine) is not { } type)
                notes.Add($"The type of {table.Dataset.Name}.{column.Name} is not known, so it is not added");
            else
                changes.Extend(made.Name, made.Schema.Length == 0 ? null : made.Schema, column, type);
        }
    }

    private static bool IsSame(DatasetFact made, TableId id) =>
        string.Equals(made.Name, id.Table, StringComparison.OrdinalIgnoreCase)
        && (made.Schema.Length == 0 ? id.Schema is null || DefaultSchemas.Contains(id.Schema, StringComparer.OrdinalIgnoreCase) : string.Equals(made.Schema, id.Schema, StringComparison.OrdinalIgnoreCase));

    private static string? SchemaOf(TableId id) => DefaultSchemas.Contains(id.Schema, StringComparer.OrdinalIgnoreCase) ? null : id.Schema;

    /// <summary>What the revision does and undoes.</summary>
    private sealed class Changes
    {
        private readonly List<string> _made = [];
        private readonly List<string> _added = [];
        private readonly List<string> _undone = [];

        public bool IsEmpty => _made.Count + _added.Count == 0;

        public void Make(string table, string? schema, List<string> lines)
        {
            _made.Add($"    op.create_table(\n        {PythonText.Literal(table)},\n{string.Concat(lines.Select(line => $"        {line},\n"))}{(schema is null ? string.Empty : $"        schema={PythonText.Literal(schema)},\n")}    )\n");
            _undone.Insert(0, $"    op.drop_table({PythonText.Literal(table)}{In(schema)})\n");
        }

        public void Extend(string table, string? schema, ContractColumn column, string type)
        {
            if (column.Nullable == false)
                _added.Add($"    # The code takes {PythonText.Literal(column.Name)} for NOT NULL: fill it in a revision of its own, and only then let the column refuse nulls.\n");
            _added.Add($"    op.add_column({PythonText.Literal(table)}, {SqlAlchemyColumns.Column(column.Name, type, isNullable: true)}{In(schema)})\n");
            _undone.Insert(0, $"    op.drop_column({PythonText.Literal(table)}, {PythonText.Literal(column.Name)}{In(schema)})\n");
        }

        public EmittedFile ToFile(AlembicHistory history)
        {
            var upgrade = string.Concat(_made.Concat(_added));
            var downgrade = string.Concat(_undone);
            var parent = history.Head is { } head ? PythonText.Literal(head) : "None";
            var revision = Digest.Of(parent + upgrade + downgrade, 12);
            var dialect = upgrade.Contains("postgresql.") ? "from sqlalchemy.dialects import postgresql\n" : string.Empty;
            var text =
                $"\"\"\"what the C# code declares (written by DataEngAnalyzers)\n\nRevision ID: {revision}\nRevises: {history.Head}\n\"\"\"\n"
                + "from typing import Sequence, Union\n\nfrom alembic import op\nimport sqlalchemy as sa\n" + dialect
                + $"\nrevision: str = \"{revision}\"\ndown_revision: Union[str, Sequence[str], None] = {parent}\n"
                + "branch_labels: Union[str, Sequence[str], None] = None\ndepends_on: Union[str, Sequence[str], None] = None\n"
                + $"\n\ndef upgrade() -> None:\n{upgrade}\n\ndef downgrade() -> None:\n{downgrade}";
            // A revision that is there is history.
            return new EmittedFile($"{history.Folder}/{revision}_what_the_code_declares.py", text, (_, _) => new Merged(null, null));
        }

        private static string In(string? schema) => schema is null ? string.Empty : $", schema={PythonText.Literal(schema)}";
    }
}
