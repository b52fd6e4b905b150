using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Joins what all stages declare of the tables that some stage writes. Where two disagree, nothing is said.</summary>
internal static class TableContracts
{
    /// <summary>In the order of namespace and name.</summary>
    public static IReadOnlyList<TableContract> Of(IReadOnlyList<KnownStage> stages)
    {
        var declared = stages.SelectMany(stage => stage.Facts.Tables).ToLookup(table => table.Dataset.Id, StringComparer.Ordinal);
        return stages
            .SelectMany(stage => stage.Facts.Outputs.Select(output => new Write(stage, output)))
            .GroupBy(write => write.Output.Dataset.Id, StringComparer.Ordinal)
            .OrderBy(writes => writes.Key, StringComparer.Ordinal)
            .Select(writes => TableId.Of(writes.First().Output.Dataset) is { } id ? Of(id, [.. writes], [.. declared[writes.Key]]) : null)
            .OfType<TableContract>()
            .ToList();
    }

    private static TableContract Of(TableId id, IReadOnlyList<Write> writes, IReadOnlyList<TableFacts> tables)
    {
        var shapes = tables.Where(table => table.Columns.Count > 0).ToList();
        var isWhole = shapes.Count > 0 && shapes.All(table => !table.IsPartial && SameNames(table, shapes[0]));
        var written = writes.SelectMany(write => write.Output.Columns).Where(column => column.Name is not ['[', ..]).ToList();
        var names = shapes.SelectMany(table => table.Columns.Select(column => column.Name))
            .Concat(isWhole ? [] : written.Select(column => column.Name).OrderBy(name => name, StringComparer.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var key = KeyOf(writes, tables);
        return new TableContract(
            writes[0].Output.Dataset,
            id,
            names.Select(name => Column(
                name,
                [.. shapes.SelectMany(table => table.Columns).Where(column => Same(column.Name, name))],
                [.. written.Where(column => Same(column.Name, name))])).ToList(),
            key.Columns,
            key.IsPrimary,
            isWhole,
            tables.SelectMany(table => table.Columns).Any(column => column.From is "migration" or "DDL"),
            LoadedAt(writes),
            writes.Any(write => write.Stage.Facts.Host is "scheduled" or "message"),
            writes.Select(write => write.Stage.Facts.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToList());
    }

    private static ContractColumn Column(string name, IReadOnlyList<TableColumn> declared, IReadOnlyList<WrittenColumn> written) => new(
        name,
        Only(declared.Select(column => column.Type).Concat(written.Select(column => column.Type)).OfType<string>()),
        declared.Count > 0 ? Only(declared.Select(column => column.Nullable)) : Only(written.Select(column => column.Nullable)),
        Only(declared.Select(column => column.Limits).Concat(written.Select(column => column.Limits)).Where(limits => !limits.IsEmpty)) ?? ColumnLimits.None);

    // What the declarations call the key goes before what a writer compares by.
    private static (IReadOnlyList<string> Columns, bool IsPrimary) KeyOf(IReadOnlyList<Write> writes, IReadOnlyList<TableFacts> tables)
    {
        var declared = tables.Where(table => table.Key.Count > 0).ToList();
        if (declared.Count > 0)
            return declared.All(table => table.Key.SequenceEqual(declared[0].Key, StringComparer.OrdinalIgnoreCase)) ? (declared[0].Key, declared.All(table => table.IsKeyPrimary)) : ([], false);

        // Rows that some writer only appends are compared with nothing.
        var rows = writes.Where(write => write.AddsRows).Select(write => write.Output).ToList();
        return rows.Count > 0 && rows.All(output => output.Mode is "upsert" or "appendIfAbsent" && output.Key.SequenceEqual(rows[0].Key, StringComparer.OrdinalIgnoreCase))
            ? (rows[0].Key, false)
            : ([], false);
    }

    // A column that is the clock in every row that anybody adds.
    private static string? LoadedAt(IReadOnlyList<Write> writes)
    {
        var rows = writes.Where(write => write.AddsRows).Select(write => write.Output).ToList();
        return rows.Count == 0 ? null : rows[0].Columns
            .Where(IsClock)
            .Select(column => column.Name)
            .Where(name => rows.All(output => output.Columns.Any(column => Same(column.Name, name) && IsClock(column))))
            .OrderBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool IsClock(WrittenColumn column) => column is { Clock: "utc", From.Count: 0, Gaps.Count: 0, Values: ["clock"] };

    private static bool SameNames(TableFacts one, TableFacts other) =>
        one.Columns.Count == other.Columns.Count && one.Columns.Zip(other.Columns, (left, right) => Same(left.Name, right.Name)).All(same => same);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static T? Only<T>(IEnumerable<T> values) => values.Distinct().Take(2).ToList() is [var only] ? only : default;

    /// <summary>One way in which a stage writes the table.</summary>
    private readonly record struct Write(KnownStage Stage, OutputFacts Output)
    {
        public bool AddsRows => Output.Mode is not ("update" or "delete");
    }
}
