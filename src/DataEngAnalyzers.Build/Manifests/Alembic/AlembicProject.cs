using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Reads Alembic's revisions, environment by environment.</summary>
internal static class AlembicProject
{
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        StepKinds.CreateTable, StepKinds.DropTable, StepKinds.RenameTable, StepKinds.AddColumn, StepKinds.DropColumn, StepKinds.RenameColumn,
        StepKinds.AlterType, StepKinds.SetNotNull, StepKinds.CreateIndex, StepKinds.Execute,
    };

    public static IReadOnlyList<FileFacts> Read(IReadOnlyList<ManifestInput> inputs)
    {
        var files = new Dictionary<string, FileFacts>(StringComparer.Ordinal);
        var locations = VersionLocations.Read(inputs);
        foreach (var environment in inputs.Where(input => input.Name.EndsWith(".py", StringComparison.Ordinal) && locations.Of(input) is not null).GroupBy(locations.Of, StringComparer.Ordinal))
            Read(environment, files);
        return [.. files.Values];
    }

    private static void Read(IEnumerable<ManifestInput> environment, Dictionary<string, FileFacts> files)
    {
        var revisions = environment.Select(input => Read(input, files)).OfType<Revision>().ToList();
        var tree = new RevisionTree(revisions, files);
        tree.Check();
        var replay = new TableReplay();
        foreach (var revision in tree.InOrder())
            replay.Run(revision);
        replay.Tell(files);
        foreach (var revision in revisions)
            files[revision.Path].Operations.AddRange(revision.Steps.Where(step => Told.Contains(step.Kind)).Select(step => Operation(step, revision)));
    }

    private static Revision? Read(ManifestInput input, Dictionary<string, FileFacts> files)
    {
        Revision? revision = null;
        files[input.Path] = input.Read((path, text) =>
        {
            revision = RevisionReader.Read(path, text);
            return new FileFacts(path, Tools.Alembic);
        });
        return revision;
    }

    private static OperationFact Operation(SchemaStep step, Revision revision)
    {
        var column = step.Columns.Count == 1 ? step.Columns[0] : null;
        return new OperationFact(step.Spot, step.Kind, step.Schema, step.Table ?? string.Empty, step.Column, revision.Id)
        {
            Details = new Details()
                .With("to", step.Kind == StepKinds.AlterType ? column?.Type : step.NewName)
                .With("type", step.Kind == StepKinds.AddColumn ? column?.Type : step.OldType)
                .With("nullable", step.Nullable == false && step.Kind == StepKinds.AddColumn ? "no" : null)
                .With("default", step.HasDefault)
                .With("concurrent", step.IsConcurrent),
        };
    }
}
