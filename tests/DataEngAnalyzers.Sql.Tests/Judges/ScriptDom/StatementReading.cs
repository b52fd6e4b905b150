using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>Says of a parsed statement what the reader says of its text.</summary>
internal static class StatementReading
{
    /// <summary>A change that reads the rows of another change comes out as two.</summary>
    public static IEnumerable<StatementVerdict> Of(GuardedStatement guarded) =>
        guarded.Statement is DataModificationStatement change
            ? ChangeReading.Of(change, guarded.Guards)
            : [Of(guarded.Statement) with { Start = StartOf(guarded.Statement) }];

    // A cursor is what it selects.
    private static int StartOf(TSqlStatement statement) => statement is DeclareCursorStatement cursor ? cursor.CursorDefinition.Select.StartOffset : statement.StartOffset;

    private static StatementVerdict Of(TSqlStatement statement) => statement switch
    {
        SelectStatement select => Select(select),
        TruncateTableStatement truncate => Write(truncate, SqlStatementKind.Truncate, SqlWriteMode.Truncate, TableName.Of(truncate.TableName)),
        BulkInsertStatement bulk => Write(bulk, SqlStatementKind.Load, SqlWriteMode.Append, TableName.Of(bulk.To)),
        CreateTableStatement create => CreateTable(create),
        CreateIndexStatement index => Schema(index, SqlStatementKind.CreateIndex, TableName.Of(index.OnName)),
        CreateExternalTableStatement create => Schema(create, SqlStatementKind.CreateTable, TableName.Of(create.SchemaObjectName)),
        CreateXmlIndexStatement index => Schema(index, SqlStatementKind.CreateIndex, TableName.Of(index.OnName)),
        CreateSpatialIndexStatement index => Schema(index, SqlStatementKind.CreateIndex, TableName.Of(index.Object)),
        CreateFullTextIndexStatement index => Schema(index, SqlStatementKind.CreateIndex, TableName.Of(index.OnName)),
        CreateColumnStoreIndexStatement index => Schema(index, SqlStatementKind.CreateIndex, TableName.Of(index.OnName)),
        AlterTableStatement alter => Schema(alter, SqlStatementKind.AlterTable, TableName.Of(alter.SchemaObjectName)),
        DropObjectsStatement drop => Schema(drop, SqlStatementKind.Drop, [.. drop.Objects.Select(TableName.Of)]),
        ViewStatementBody view => Schema(view, SqlStatementKind.CreateView, TableName.Of(view.SchemaObjectName)) with { Read = TableUses.Of(view.SelectStatement).Read },
        ExecuteStatement call => Call(call),
        BeginTransactionStatement => new StatementVerdict { Kind = SqlStatementKind.Begin, Read = [] },
        CommitTransactionStatement => new StatementVerdict { Kind = SqlStatementKind.Commit, Read = [] },
        SaveTransactionStatement => new StatementVerdict { Kind = SqlStatementKind.Savepoint, Read = [] },
        RollbackTransactionStatement => new StatementVerdict { Kind = SqlStatementKind.Rollback, Read = [] },
        SetVariableStatement or SetOnOffStatement or SetCommandStatement or SetTransactionIsolationLevelStatement or SetRowCountStatement =>
            Neutral(statement, SqlStatementKind.Set),
        ProcedureStatementBodyBase or TriggerStatementBody => new StatementVerdict { Kind = SqlStatementKind.CreateRoutine, Mode = SqlWriteMode.None, Read = [] },
        DeclareCursorStatement cursor => Neutral(cursor.CursorDefinition.Select, SqlStatementKind.Select),
        ReturnStatement { Expression: ScalarSubquery } => Neutral(statement, SqlStatementKind.Select),
        var other when other.GetType().Name.StartsWith("Drop", StringComparison.Ordinal) => new StatementVerdict { Kind = SqlStatementKind.Drop },
        var other => Neutral(other, SqlStatementKind.Other),
    };

    private static StatementVerdict Select(SelectStatement statement)
    {
        var parameters = ParameterUses.Of(statement);
        var query = statement.QueryExpression;
        return new StatementVerdict
        {
            Kind = SqlStatementKind.Select,
            Mode = statement.Into is null ? SqlWriteMode.None : SqlWriteMode.Overwrite,
            Written = statement.Into is { } into ? [TableName.Of(into)] : [],
            Read = TableUses.Of(statement).Read,
            Parameters = parameters.Names,
            Comparisons = parameters.Comparisons,
            HasOrderBy = query.OrderByClause is not null,
            HasLimit = query.OffsetClause is not null || query is QuerySpecification { TopRowFilter.Percent: false },
        };
    }

    private static StatementVerdict CreateTable(CreateTableStatement create)
    {
        var keys = create.Definition?.TableConstraints.Concat(create.Definition.ColumnDefinitions.SelectMany(c => c.Constraints)).OfType<UniqueConstraintDefinition>();
        var key = keys?.FirstOrDefault(k => k.IsPrimaryKey);
        var ofColumn = create.Definition?.ColumnDefinitions.FirstOrDefault(c => key is not null && c.Constraints.Contains(key));
        return Schema(create, SqlStatementKind.CreateTable, TableName.Of(create.SchemaObjectName)) with
        {
            Mode = create.SelectStatement is null ? SqlWriteMode.None : SqlWriteMode.Overwrite,
            Read = create.SelectStatement is { } query ? TableUses.Of(query).Read : [],
            Declared = [.. create.Definition?.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value) ?? []],
            PrimaryKey = ofColumn is not null ? [ofColumn.ColumnIdentifier.Value] : [.. key?.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value) ?? []],
        };
    }

    private static StatementVerdict Call(ExecuteStatement call)
    {
        var procedure = (call.ExecuteSpecification.ExecutableEntity as ExecutableProcedureReference)?.ProcedureReference.ProcedureReference?.Name;
        var renames = procedure is not null && procedure.BaseIdentifier.Value.Equals("sp_rename", StringComparison.OrdinalIgnoreCase);
        return new StatementVerdict { Kind = renames ? SqlStatementKind.Rename : SqlStatementKind.Call, Read = [] };
    }

    private static StatementVerdict Write(TSqlStatement statement, SqlStatementKind kind, SqlWriteMode mode, string target) =>
        new() { Kind = kind, Mode = mode, Written = [target], Read = TableUses.Of(statement).Read };

    private static StatementVerdict Schema(TSqlStatement statement, SqlStatementKind kind, params string[] changed) =>
        Neutral(statement, kind) with { Written = changed, Read = [] };

    private static StatementVerdict Neutral(TSqlStatement statement, SqlStatementKind kind) =>
        new() { Kind = kind, Mode = SqlWriteMode.None, Read = TableUses.Of(statement).Read };
}
