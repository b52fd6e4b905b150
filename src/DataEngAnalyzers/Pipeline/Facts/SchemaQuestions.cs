using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the schema rules ask a stage.</summary>
internal static class SchemaQuestions
{
    // A type or method named so is where a schema is meant to change.
    private static readonly string[] SchemaOwners =
        ["Migrat", "Schema", "Install", "Bootstrap", "Provision", "Setup", "Upgrade", "Initializ", "DesignTime", "EnsureTable", "EnsureCreated", "EnsureDatabase", "CreateTable", "CreateDatabase", "Ddl"];

    /// <summary>
    /// Schema changes in code that moves rows. Temporary and staging tables, indexes, and a new table that is swapped in by a rename are the
    /// loader's own business; a context whose constructor creates the database is not.
    /// </summary>
    public static IEnumerable<DataOperation> UnversionedSchemaChanges(this Stage stage)
    {
        if (stage.Scope.Host is HostKind.Test or HostKind.Migration or HostKind.Seed)
            return [];
        if (stage.Root.MethodKind == MethodKind.Constructor)
            return stage.Of(DataAction.ChangeSchema).Where(operation => operation.Api.Is("op", "create-database"));
        if (!stage.Scope.IsPipeline || stage.Of(DataAction.ChangeSchema).Any(IsRename))
            return [];
        return stage.Of(DataAction.ChangeSchema).Where(operation => ChangesShape(operation) && !IsOwner(operation.Member) && !(operation.Dataset is { } table && stage.IsTransient(table)));
    }

    private static bool ChangesShape(DataOperation operation) => operation.Statement is { } statement
        ? statement.Kind == SqlStatementKind.CreateTable || statement.Changes.Any(IsShape)
        : !operation.Api.Is("op", "sql");

    private static bool IsShape(SqlSchemaChange change) =>
        change.Kind is SqlSchemaChangeKind.AddColumn or SqlSchemaChangeKind.DropColumn or SqlSchemaChangeKind.AlterColumn or SqlSchemaChangeKind.RenameColumn or SqlSchemaChangeKind.DropTable;

    private static bool IsRename(DataOperation operation) =>
        operation.Statement is { Kind: SqlStatementKind.Rename } || operation.Statement?.Changes.Any(change => change.Kind == SqlSchemaChangeKind.RenameTable) == true;

    private static bool IsOwner(IMethodSymbol member) =>
        SchemaOwners.Any(word => member.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || member.ContainingType.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
