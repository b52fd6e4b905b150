using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Reads the schema changes of a stage, from calls and from DDL alike.</summary>
internal static class SchemaChanges
{
    /// <summary>The changes in order; those of tables that the stage itself creates are left out: no rows and no readers are there yet.</summary>
    public static ImmutableArray<SchemaChange> Of(Stage stage)
    {
        var created = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var changes = ImmutableArray.CreateBuilder<SchemaChange>();
        foreach (var operation in stage.Of(DataAction.ChangeSchema))
        {
            if (CreatedBy(operation, stage.Context) is { } table)
                created.Add(table);
            foreach (var change in Read(operation, stage.Context))
            {
                if (change.Table is null || !created.Contains(change.Table))
                    changes.Add(change with { IsContractPhase = ContractPhase.IsDeclared(operation) });
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>The table that an operation creates; <see langword="null"/> for any other.</summary>
    public static string? CreatedBy(DataOperation operation, PipelineContext context) => operation.Statement is { } statement
        ? statement.Kind == SqlStatementKind.CreateTable ? statement.Target?.Text : null
        : operation.Api.Is("op", "create-table") ? Text(operation.Call["table"], context) : null;

    private static IEnumerable<SchemaChange> Read(DataOperation operation, PipelineContext context) =>
        operation.Statement is { } statement ? statement.Changes.Select(change => Read(change, operation)) : Read(operation.Call, operation, context);

    private static SchemaChange Read(SqlSchemaChange change, DataOperation operation) => new(change.Kind, operation, operation.Clause(change.Span))
    {
        Table = change.Table?.Text,
        Column = change.Column?.Text,
        IsNullable = change.IsNullable,
        Default = change.HasDefault ? ColumnDefault.Chosen : ColumnDefault.None,
    };

    private static IEnumerable<SchemaChange> Read(Call call, DataOperation operation, PipelineContext context)
    {
        if (KindOf(call.Api["op"]) is not { } kind)
            yield break;

        yield return new SchemaChange(kind, operation, operation.Location)
        {
            Table = Text(call["table"], context) ?? TableInNextCall(call) ?? (kind == SqlSchemaChangeKind.DropSchema ? Text(call["schema"], context) : null),
            Column = Text(call["column"], context),
            IsNullable = Flag(call, "nullable"),
            WasNullable = Flag(call, "oldnullable"),
            Default = DefaultOf(call),
            IsGenerated = call["computed"] is not null || IsAnnotatedAsGenerated(call.Operation),
        };
    }

    private static SqlSchemaChangeKind? KindOf(string? op) => op switch
    {
        "add-column" => SqlSchemaChangeKind.AddColumn,
        "alter-column" => SqlSchemaChangeKind.AlterColumn,
        "drop-column" => SqlSchemaChangeKind.DropColumn,
        "drop-table" => SqlSchemaChangeKind.DropTable,
        "drop-schema" => SqlSchemaChangeKind.DropSchema,
        "drop-database" => SqlSchemaChangeKind.DropDatabase,
        "rename-column" => SqlSchemaChangeKind.RenameColumn,
        "rename-table" => SqlSchemaChangeKind.RenameTable,
        _ => null,
    };

    private static ColumnDefault DefaultOf(Call call)
    {
        if (call["defaultsql"] is not null)
            return ColumnDefault.Chosen;
        return call["default"] switch
        {
            null => ColumnDefault.None,
            { Operation: var value } when IsNull(value) => ColumnDefault.None,
            { Operation: var value } => IsFabricated(value) ? ColumnDefault.Fabricated : ColumnDefault.Chosen,
        };
    }

    private static bool IsNull(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => IsNull(operand),
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };

    // What the scaffolder writes to get past NOT NULL. False is left out: it is the usual meaning of a new flag.
    private static bool IsFabricated(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => IsFabricated(operand),
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is "" or 0 or 0L or (short)0 or (byte)0 or 0m or 0d or 0f,
        IObjectCreationOperation { Arguments: [{ Value.ConstantValue.Value: 1 }, { Value.ConstantValue.Value: 1 }, { Value.ConstantValue.Value: 1 }, ..] } => true,
        IObjectCreationOperation { Arguments: [{ Value.ConstantValue.Value: string text }] } => text.Trim('0', '-').Length == 0,
        IObjectCreationOperation { Arguments: [{ Value: IObjectCreationOperation inner }, ..] } => IsFabricated(inner),
        IDefaultValueOperation => true,
        _ => false,
    };

    // Providers mark identity columns on the result: .Annotation("SqlServer:Identity", "1, 1").
    private static bool IsAnnotatedAsGenerated(IOperation operation)
    {
        for (var outer = operation.Parent as IInvocationOperation; outer is not null && outer.Instance is not null; outer = outer.Parent as IInvocationOperation)
        {
            if (outer.Arguments is [{ Value.ConstantValue.Value: string name }, ..]
                && (name.EndsWith("Identity", StringComparison.Ordinal) || name.EndsWith("ValueGenerationStrategy", StringComparison.Ordinal) || name.EndsWith("Autoincrement", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    // Fluent libraries name the table in the next call of the chain: Delete.Column("c").FromTable("t").
    private static string? TableInNextCall(Call call) =>
        call.Operation.Parent is IInvocationOperation { Instance: { } instance, Arguments: [{ Value.ConstantValue.Value: string table }, ..] } && instance == call.Operation ? table : null;

    private static string? Text(Value? value, PipelineContext context) => value is { } text && HostText.Read(text, context) is { IsConstant: true, Text.Text: { Length: > 0 } constant } ? constant : null;

    // A flag that is left out is false, as the parameters of EF's operations declare it.
    private static bool? Flag(Call call, string key) => (call.Api[key], call[key]) switch
    {
        (null, _) => null,
        (_, null) => false,
        (_, { Operation.ConstantValue: { HasValue: true, Value: bool flag } }) => flag,
        _ => null,
    };
}
