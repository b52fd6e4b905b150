using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>Reads the schema steps of a SQL statement.</summary>
/// <param name="dialect">Whose SQL it is.</param>
/// <param name="source">What the SQL stands in.</param>
/// <param name="locate">The place of a part of the text.</param>
internal sealed class SqlSteps(SqlDialect dialect, FactSource source, Func<SqlSpan, Location> locate)
{
    /// <summary>The steps in order; none for a statement that changes no schema.</summary>
    public IEnumerable<SchemaStep> Of(SqlStatement statement) => statement switch
    {
        { Kind: SqlStatementKind.CreateTable, Target: { } table, Definition: { IsTemporary: false } definition } => [Created(statement, table, definition)],
        { Kind: SqlStatementKind.CreateIndex, Target: { } table, Index: { } index } => [Indexed(statement, table, index)],
        _ => statement.Changes.Select(Changed).OfType<SchemaStep>(),
    };

    private SchemaStep Created(SqlStatement statement, SqlName table, SqlTableDefinition definition)
    {
        var where = locate(statement.Head);
        return new SchemaStep(SchemaStepKind.CreateTable, where)
        {
            Table = NameOf(table),
            Columns = definition.Columns.Select(ColumnOf).ToImmutableArray(),
            Keys = definition.Keys.Where(key => !key.Columns.IsEmpty).Select(key => KeyOf(key.Columns, key.IsPrimary, key.Name, where)).ToImmutableArray(),
            IsPartial = definition.IsPartial,
            IsConditional = definition.IfNotExists,
        };
    }

    private SchemaStep Indexed(SqlStatement statement, SqlName table, SqlIndexDefinition index)
    {
        var where = locate(statement.Head);
        var name = index.Name.Length > 0 ? index.Name : null;
        return new SchemaStep(SchemaStepKind.CreateIndex, where)
        {
            Table = NameOf(table),
            Constraint = name,
            Keys = index is { IsUnique: true, IsPartial: false, Columns.IsEmpty: false } ? ImmutableArray.Create(KeyOf(index.Columns, isPrimary: false, name, where)) : ImmutableArray<TableKey>.Empty,
            IsOnline = index.IsOnline,
        };
    }

    private SchemaStep? Changed(SqlSchemaChange change)
    {
        var where = locate(change.Span);
        var step = new SchemaStep(KindOf(change), where)
        {
            Table = NameOf(change.Table),
            Column = change.Column is { } column ? ColumnOf(change, column, where) : null,
            Name = change.NewName?.Last,
            NewTable = NameOf(change.NewName),
            Constraint = change.Constraint,
            Keys = change.KeyColumns.IsEmpty ? ImmutableArray<TableKey>.Empty : ImmutableArray.Create(KeyOf(change.KeyColumns, change.IsPrimaryKey, change.Constraint, where)),
            Default = change.HasDefault ? ColumnDefault.Chosen : ColumnDefault.None,
            IsConditional = change.IsConditional,
        };

        // What is no table stands where the table does.
        return step.Kind switch
        {
            SchemaStepKind.DropSchema or SchemaStepKind.DropDatabase => step with { Table = null, Name = change.Table?.Last },
            SchemaStepKind.DropIndex when change.Constraint is null => step with { Table = null, Constraint = change.Table?.Last },
            SchemaStepKind.Other => null,
            _ => step,
        };
    }

    private static SchemaStepKind KindOf(SqlSchemaChange change) => change.Kind switch
    {
        SqlSchemaChangeKind.AddColumn => SchemaStepKind.AddColumn,
        SqlSchemaChangeKind.AlterColumn => SchemaStepKind.AlterColumn,
        SqlSchemaChangeKind.DropColumn => SchemaStepKind.DropColumn,
        SqlSchemaChangeKind.RenameColumn => SchemaStepKind.RenameColumn,
        SqlSchemaChangeKind.AddConstraint when !change.KeyColumns.IsEmpty => SchemaStepKind.AddKey,
        SqlSchemaChangeKind.DropConstraint => SchemaStepKind.DropKey,
        SqlSchemaChangeKind.RenameTable => SchemaStepKind.RenameTable,
        SqlSchemaChangeKind.DropTable => SchemaStepKind.DropTable,
        SqlSchemaChangeKind.DropSchema => SchemaStepKind.DropSchema,
        SqlSchemaChangeKind.DropDatabase => SchemaStepKind.DropDatabase,
        SqlSchemaChangeKind.DropIndex => SchemaStepKind.DropIndex,
        _ => SchemaStepKind.Other,
    };

    private CatalogColumn ColumnOf(SqlColumnDefinition column) => new(column.Name.Last, new FactOrigin(source, locate(column.Name.Span)))
    {
        Type = TypeOf(column.Type),
        IsNullable = column.IsNullable,
        HasDefault = column.HasDefault,
        IsGenerated = column.IsGenerated,
    };

    private CatalogColumn ColumnOf(SqlSchemaChange change, SqlName column, Location where) => new(column.Last, new FactOrigin(source, where))
    {
        Type = TypeOf(change.Type),
        IsNullable = change.IsNullable,
        HasDefault = change.HasDefault,
    };

    private TableKey KeyOf(ImmutableArray<SqlName> columns, bool isPrimary, string? name, Location where) =>
        new(columns.Select(column => column.Last).ToImmutableArray(), new FactOrigin(source, where)) { IsPrimary = isPrimary, Name = name };

    private TableName? NameOf(SqlName? name) => name is { HasHole: false } known ? TableName.Of(known, dialect) : null;

    private static string? TypeOf(string? type) => string.IsNullOrWhiteSpace(type) || type!.IndexOf(SqlText.HoleMark) >= 0 ? null : type;
}
