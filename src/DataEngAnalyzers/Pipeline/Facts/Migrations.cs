using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Reads migrations: those in C# from their stages, numbered scripts from their files.</summary>
internal static class Migrations
{
    /// <summary>The migration whose way up a stage is; <see langword="null"/> for any other stage.</summary>
    public static Migration? Of(Stage stage)
    {
        if (stage.Scope.Host != HostKind.Migration || WaysBack.IsWayBack(stage.Root))
            return null;

        var annotated = stage.Operations.Select(operation => Annotations.DialectOf(operation.Call.Operation)).FirstOrDefault(dialect => dialect != SqlDialect.Unknown);
        var engine = annotated != SqlDialect.Unknown ? annotated : stage.Context.ConfiguredDialect;
        var steps = stage.Operations.SelectMany(operation => StepsOf(operation, engine, stage)).ToImmutableArray();
        return new Migration(stage.Root.ContainingType.Name, stage.Root.GetDocumentationCommentId() ?? stage.Root.ToDisplayString(), stage.NameLocation, steps, stage.Context)
        {
            WayBack = WaysBack.Of(stage.Root, stage.Context),
        };
    }

    /// <summary>The migration that a file is; <see langword="null"/> for a file that no runner takes in its turn.</summary>
    public static Migration? Of(SqlFile file, PipelineContext context)
    {
        if (!file.Version.IsVersioned || file.Version.IsUndo || ScriptRunners.Transactions(file, context) is not { } inTransaction)
            return null;

        var reader = new SqlSteps(file.Script.Dialect, FactSource.Scripts, file.Locate);
        var end = 0;
        var steps = ImmutableArray.CreateBuilder<MigrationStep>();
        foreach (var statement in file.Script.Statements)
        {
            var isContractPhase = ContractPhase.IsDeclared(file.Script.Source.Slice(SqlSpan.FromBounds(end, System.Math.Max(end, statement.Span.End))));
            var plain = new MigrationStep(file.Locate(statement.Head)) { Statement = statement, Sql = file.Script.Source.Slice(statement.Span), Dialect = file.Script.Dialect, IsInTransaction = inTransaction, IsContractPhase = isContractPhase, Rows = RowsOf(statement), IsUpdate = statement.Kind == SqlStatementKind.Update, IsBackfill = IsBackfill(statement) };
            steps.AddRange(Changing(plain, reader.Of(statement)));
            end = System.Math.Max(end, statement.Span.End);
        }

        return new Migration(file.Name, file.Name, file.Locate(default), steps.ToImmutable(), context) { WayBack = WayBack.Settled };
    }

    private static List<MigrationStep> StepsOf(DataOperation operation, SqlDialect engine, Stage stage)
    {
        var plain = new MigrationStep(operation.Statement is { } sql ? operation.Clause(sql.Head) : operation.Location)
        {
            Statement = operation.Statement,
            Sql = operation is { Statement: { } read, Text: { } text } ? text.Text.Slice(read.Span) : null,
            Dialect = operation.Dialect != SqlDialect.Unknown ? operation.Dialect : engine,
            IsInTransaction = ScriptRunners.IsInTransaction(operation, stage.Context),
            IsContractPhase = ContractPhase.IsDeclared(operation),
            Rows = operation.Action is DataAction.Write or DataAction.Update or DataAction.Delete ? operation.Dataset : null,
            IsUpdate = operation.Action == DataAction.Update,
            IsBackfill = operation.Action == DataAction.Update && operation.Statement is { } statement && IsBackfill(statement),
        };
        return Changing(plain, OperationSteps.Of(operation, FactSource.Migrations, stage.Context));
    }

    // One step for each change; a statement that changes no schema is a step of its own.
    private static List<MigrationStep> Changing(MigrationStep plain, IEnumerable<SchemaStep> changes)
    {
        var steps = changes.Select(change => plain with { Change = change, Rows = null, IsUpdate = false, IsBackfill = false }).Select(step => step with { Where = step.Change!.Where }).ToList();
        return steps.Count > 0 ? steps : [plain];
    }

    private static Dataset? RowsOf(SqlStatement statement) =>
        statement.WriteMode != SqlWriteMode.None && statement is { Definition: null, Target: { HasHole: false } table } ? new Dataset(DatasetKind.Table, table.Text, IsTemporary: table.IsTemporary) : null;

    // A value that picks rows picks a few.
    private static bool IsBackfill(SqlStatement statement) => statement is { Kind: SqlStatementKind.Update, Target.IsTemporary: false, HasLimit: false, HasWhere: not null }
        && !statement.Predicates.Any(predicate => predicate is { Clause: SqlClause.Where, Operator: "=" or "in", OperandKind: SqlOperandKind.Literal or SqlOperandKind.Parameter });
}
