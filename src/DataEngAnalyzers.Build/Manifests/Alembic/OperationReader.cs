using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Python;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Reads a call of <c>op</c>, or of the operations on one table that a batch collects.</summary>
internal sealed class OperationReader
{
    // They change no table, or none that is told of.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "create_foreign_key", "create_check_constraint", "create_exclude_constraint", "bulk_insert", "create_table_comment",
        "drop_table_comment", "f", "inline_literal", "get_bind", "get_context", "batch_alter_table", "implementation_for", "register_operation",
    };

    private readonly Literals _literals;
    private readonly ColumnReader _columns;

    public OperationReader(Literals literals)
    {
        _literals = literals;
        _columns = new ColumnReader(literals);
    }

    /// <param name="name">The operation.</param>
    /// <param name="call">Its call.</param>
    /// <param name="batch">The call that opened the batch; <see langword="null"/> outside of one.</param>
    public IEnumerable<SchemaStep> Read(string name, PythonCall call, PythonCall? batch)
    {
        // In a batch the table is not named again.
        var shift = batch is null ? 0 : 1;
        switch (name)
        {
            case "create_table":
                return [Create(call)];
            case "drop_table":
                return [new SchemaStep(call.Spot, StepKinds.DropTable, SchemaOf(call), _literals.Text(call.Argument("table_name", 0)))];
            case "rename_table":
                return [Step(StepKinds.RenameTable, _literals.Text(call.Argument("old_table_name", 0))) with { NewName = _literals.Text(call.Argument("new_table_name", 1)) ?? string.Empty }];
            case "add_column":
                return [Add(Step(StepKinds.AddColumn, Table(0)), call.Argument("column", 1 - shift))];
            case "drop_column":
                return [WithColumn(Step(StepKinds.DropColumn, Table(0)), call.Argument("column_name", 1 - shift))];
            case "alter_column":
                return Alter(call, Table(0), SchemaOf(batch ?? call), call.Argument("column_name", 1 - shift));
            case "create_index":
                return [Index(call, Step(StepKinds.CreateIndex, Table(1)), call.Argument("columns", 2 - shift))];
            case "create_unique_constraint" or "create_primary_key":
                return [WithKey(call, Step(StepKinds.Alter, Table(1)), call.Argument("columns", 2 - shift), name == "create_primary_key")];
            case "drop_index":
                return [new SchemaStep(call.Spot, StepKinds.DropIndex, string.Empty, string.Empty) { NewName = _literals.Text(call.Argument("index_name", 0)) ?? string.Empty }];
            case "drop_constraint" when _literals.Text(call.Argument("type_", 2)) is "foreignkey" or "check":
                return [];
            case "drop_constraint":
                return [Step(StepKinds.DropConstraint, Table(1)) with { NewName = _literals.Text(call.Argument("constraint_name", 0)) ?? string.Empty }];
            case "execute":
                return Execute(call, call.Argument("sqltext", 0));
            default:
                return Harmless.Contains(name) ? [] : [Opaque(call)];
        }

        string? Table(int position) => _literals.Text(batch is null ? call.Argument("table_name", position) ?? call.Argument("source", position) : batch.Argument("table_name", 0));

        SchemaStep Step(string kind, string? table) => new(call.Spot, kind, SchemaOf(batch ?? call), table);
    }

    /// <summary>A statement that is run: nothing when it only reads or changes rows.</summary>
    public IEnumerable<SchemaStep> Execute(PythonCall call, PythonExpression? statement)
    {
        if (statement is PythonName name && _literals.Constant(name.Path) is { } constant)
            statement = constant;
        if (statement is PythonCall { Target.Last: "text" or "DDL" } made)
            statement = made.Positional.FirstOrDefault();
        var texts = statement?.Span.Texts() ?? [];
        if (texts.Count > 0 ? !texts.Any(SqlWords.MayChangeTables) : IsBuilt(statement))
            return [];

        // Only a text that is literal names all the tables it changes.
        return [new SchemaStep(call.Spot, StepKinds.Execute, string.Empty, _literals.Text(statement) is null ? null : string.Empty) { Texts = texts, IsUncertain = true }];
    }

    /// <summary>A call that nobody here knows: tables it names may have changed.</summary>
    public static SchemaStep Opaque(PythonCall call) => new(call.Spot, StepKinds.Alter, string.Empty, string.Empty) { Texts = call.Span.Texts(), IsUncertain = true };

    // Statements that SQLAlchemy builds from tables change rows: orders.update().values(…)
    private static bool IsBuilt(PythonExpression? statement)
    {
        for (var index = statement?.Span.Start ?? 0; statement is PythonCall && index < statement.Span.End; index++)
        {
            if (statement.Span.Tokens[index] is { Kind: PythonTokenKind.Name, Value: "update" or "insert" or "delete" or "select" })
                return true;
        }

        return false;
    }

    private SchemaStep Create(PythonCall call)
    {
        var (columns, keys) = _columns.Table(call.Positional.Skip(1), out var isPartial);
        return new SchemaStep(call.Spot, StepKinds.CreateTable, SchemaOf(call), _literals.Text(call.Argument("table_name", 0))) { Columns = columns, Keys = keys, IsUncertain = isPartial };
    }

    private SchemaStep Add(SchemaStep step, PythonExpression? column) => _columns.Column(column) is { } read
        ? step with { Column = read.Name, Columns = [read], Nullable = read.Nullable, HasDefault = read.HasDefault }
        : step with { IsUncertain = true };

    private SchemaStep WithColumn(SchemaStep step, PythonExpression? column) =>
        _literals.Text(column) is { } name ? step with { Column = name } : step with { IsUncertain = true };

    private IEnumerable<SchemaStep> Alter(PythonCall call, string? table, string schema, PythonExpression? column)
    {
        var known = new SchemaStep(call.Spot, StepKinds.Alter, schema, table) { OldType = call.Argument("existing_type")?.Span.Source() ?? string.Empty };
        var step = WithColumn(known, column);
        if (call.Argument("type_") is { IsNone: false } type && column is not null)
            yield return step with { Kind = StepKinds.AlterType, Columns = [ColumnReader.Typed(column, step.Column, type, null)] };
        if (call.Argument("nullable")?.Flag is { } nullable)
            yield return step with { Kind = nullable ? StepKinds.Alter : StepKinds.SetNotNull, Nullable = nullable, HasDefault = call.Argument("server_default") is { IsNone: false } };
        if (call.Argument("new_column_name") is { IsNone: false } renamed)
            yield return step with { Kind = StepKinds.RenameColumn, NewName = _literals.Text(renamed) ?? string.Empty, IsUncertain = step.IsUncertain || _literals.Text(renamed) is null };
    }

    private SchemaStep Index(PythonCall call, SchemaStep step, PythonExpression? columns)
    {
        var isUnique = call.Argument("unique", 3)?.Flag == true && call.Argument("postgresql_where") is null;
        var indexed = isUnique ? WithKey(call, step, columns, isPrimary: false) : step;
        return indexed with { Column = string.Join(",", _literals.Texts(columns) ?? []), IsConcurrent = call.Argument("postgresql_concurrently")?.Flag == true };
    }

    private SchemaStep WithKey(PythonCall call, SchemaStep step, PythonExpression? columns, bool isPrimary) => _literals.Texts(columns) is { } names
        ? step with { Keys = [new TableKey(call.Spot, _literals.Text(call.Argument("constraint_name", 0)) ?? string.Empty, names, isPrimary)] }
        : step;

    private string SchemaOf(PythonCall call) => _literals.Text(call.Argument("schema")) ?? string.Empty;
}
