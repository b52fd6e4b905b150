using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Alembic's revisions as migrations: what they do to tables is judged as in C# and SQL.</summary>
internal static class RevisionMigrations
{
    public static IEnumerable<Migration> Of(PipelineContext context) => context.Options.IsTestProject
        ? []
        : context.Manifests.Facts.RevisionSteps.GroupBy(step => (step.Place.File, step.Revision)).Select(steps => Of(steps.Key.Revision, steps.ToList(), context));

    private static Migration Of(string revision, List<RevisionStep> steps, PipelineContext context) =>
        new("revision " + revision, steps[0].Place.File.Name, steps[0].Place.ToLocation(), Judged(steps).Select(step => StepOf(step, context)).ToImmutableArray(), context)
        {
            WayBack = WayBack.Settled,
            IsRevision = true,
        };

    // SQL that nobody has read may have filled the column, or kept elsewhere what is dropped.
    private static IEnumerable<RevisionStep> Judged(List<RevisionStep> steps)
    {
        var isOpaque = false;
        foreach (var step in steps)
        {
            isOpaque |= step.Kind == RevisionStepKind.Execute;
            if (step.Table is not null && !(isOpaque && step.Kind is RevisionStepKind.SetNotNull or RevisionStepKind.DropColumn or RevisionStepKind.DropTable))
                yield return step;
        }
    }

    private static MigrationStep StepOf(RevisionStep step, PipelineContext context)
    {
        var where = step.Place.ToLocation();
        return new MigrationStep(where)
        {
            Dialect = context.ConfiguredDialect,
            IsContractPhase = step.Values.Is("contract"),
            Change = new SchemaStep(KindOf(step.Kind), where)
            {
                Table = TableName.Quoted(step.Schema, step.Table!, context.ConfiguredDialect),
                NewTable = step.Kind == RevisionStepKind.RenameTable && step.Values["to"] is { } renamed ? TableName.Quoted(step.Schema, renamed, context.ConfiguredDialect) : null,
                Name = step.Kind == RevisionStepKind.RenameColumn ? step.Values["to"] : null,
                Column = step.Column is { } column ? new CatalogColumn(column, new FactOrigin(FactSource.Revisions, where)) { Type = step.Kind == RevisionStepKind.AlterType ? TypeOf(step.Values["to"]) : null, IsNullable = IsRequired(step) ? false : null } : null,
                OldType = TypeOf(step.Values["type"]),
                Default = step.Values.Is("default") ? ColumnDefault.Chosen : ColumnDefault.None,
                IsOnline = step.Values.Is("concurrent"),
            },
        };
    }

    private static bool IsRequired(RevisionStep step) =>
        step.Kind == RevisionStepKind.SetNotNull || (step.Kind == RevisionStepKind.AddColumn && step.Values.Is("nullable", "no"));

    private static string? TypeOf(string? type) => type is null ? null : SqlAlchemyType.ToSql(type);

    private static SchemaStepKind KindOf(RevisionStepKind kind) => kind switch
    {
        RevisionStepKind.CreateTable => SchemaStepKind.CreateTable,
        RevisionStepKind.DropTable => SchemaStepKind.DropTable,
        RevisionStepKind.RenameTable => SchemaStepKind.RenameTable,
        RevisionStepKind.AddColumn => SchemaStepKind.AddColumn,
        RevisionStepKind.DropColumn => SchemaStepKind.DropColumn,
        RevisionStepKind.RenameColumn => SchemaStepKind.RenameColumn,
        RevisionStepKind.AlterType or RevisionStepKind.SetNotNull => SchemaStepKind.AlterColumn,
        RevisionStepKind.CreateIndex => SchemaStepKind.CreateIndex,
        _ => SchemaStepKind.Other,
    };
}
