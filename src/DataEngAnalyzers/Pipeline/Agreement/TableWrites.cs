using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Collects the columns that a stage writes into tables, with their types.</summary>
internal static class TableWrites
{
    /// <summary>The writes of a stage whose tables other tools may know; none where no other tool says anything.</summary>
    public static ImmutableArray<TableWrite> Of(Stage stage) => stage.Context.Manifests.IsEmpty
        ? ImmutableArray<TableWrite>.Empty
        : stage.Writes.Where(write => IsOpen(stage, write)).Select(write => Of(stage, write)).ToImmutableArray();

    private static bool IsOpen(Stage stage, DataOperation write) =>
        write is { Dataset: { Kind: DatasetKind.Table, HasHole: false, IsTemporary: false }, Around.InHandler: false } && stage.Moves(write);

    private static TableWrite Of(Stage stage, DataOperation write)
    {
        var table = write.Dataset!;
        if (write is { Statement: { } statement, Sink: not Sink.Bulk })
            return new TableWrite(write, table, OfStatement(stage, write, statement).ToImmutableArray(), statement is { HasColumnList: true, Columns.IsEmpty: false });
        if (write.Sink == Sink.Entity && stage.Context.Datasets.EntityOf(write.Call) is INamedTypeSymbol entity && stage.Context.Catalog.Model.TableOf(entity) is { } mapped)
            return new TableWrite(write, table, mapped.Columns.Select(column => OfEntity(column, entity, stage, write)).ToImmutableArray(), !mapped.IsPartial);

        var flow = stage.FlowInto(write);
        var names = flow.Columns.Select(column => column.Column).OfType<string>().ToList();
        return new TableWrite(
            write,
            table,
            names.Where(name => name.Length > 0 && name[0] != '[').Select(name => Typed(name, write.Location, null, stage, write)).ToImmutableArray(),
            flow.Gaps.IsEmpty && names.Count == flow.Columns.Length && names.All(name => name.Length > 0 && name[0] != '['));
    }

    private static IEnumerable<WrittenColumn> OfStatement(Stage stage, DataOperation write, SqlStatement statement)
    {
        var columns = statement.Columns;
        for (var position = 0; position < columns.Length; position++)
        {
            if (!columns[position].HasHole)
                yield return Typed(columns[position].Last, write.Clause(columns[position].Span), TypeAt(position, statement, write, stage), stage, write);
        }

        foreach (var assigned in statement.Assignments.Select(assignment => assignment.Column).Where(assigned => !assigned.HasHole && !columns.Any(column => column.Matches(assigned))))
            yield return Typed(assigned.Last, write.Clause(assigned.Span), null, stage, write);
    }

    // A value that is a parameter and nothing else has the type of what is bound to it.
    private static ITypeSymbol? TypeAt(int position, SqlStatement statement, DataOperation write, Stage stage)
    {
        if (statement.Values is not { FirstRow: var row } || position >= row.Length || statement.Parameters.FirstOrDefault(candidate => candidate.Span == row[position]) is not { Name: var name })
            return null;
        return SqlParameters.ValueOf(write, name, stage.Context.Values) is { } bound ? bound.Unconverted.Operation.Type : RowMembers.Find(RowMembers.RowTypeOf(write.Call, stage.Context), name)?.Type;
    }

    private static WrittenColumn OfEntity(CatalogColumn column, INamedTypeSymbol entity, Stage stage, DataOperation write)
    {
        var member = stage.Context.IsNamed("HasConversion") ? null : RowFields.Of(entity).FirstOrDefault(property => stage.Context.Entities.ColumnOf(entity, property.Name) == column.Name);
        return Typed(column.Name, column.Origin.Where.SourceTree == write.Location.SourceTree ? column.Origin.Where : write.Location, member?.Type, stage, write);
    }

    // What the database is known to hold says more than what it is given. A model of entities knows no more than the code.
    private static WrittenColumn Typed(string name, Location where, ITypeSymbol? type, Stage stage, DataOperation write)
    {
        var known = stage.Context.Catalog.Find(write.Dataset!) is { Origin.Source: not FactSource.EntityModel } table ? table.Columns.FirstOrDefault(column => SqlWords.Same(column.Name, name))?.Type : null;
        if (TypeFamilies.OfSql(known, write.Dialect) is var stored and not TypeFamily.Unknown)
            return new WrittenColumn(name, where, stored) { Type = known, StoredType = known };
        return stage.Context.Manifests.Find(write.Dataset, DatasetRole.AlembicTable) is { } revisions && revisions.Values.Is("known") && revisions.Column(name) is { Family: not TypeFamily.Unknown } revised
            ? new WrittenColumn(name, where, revised.Family) { Type = revised.Type }
            : new WrittenColumn(name, where, TypeFamilies.OfClr(type)) { Type = type?.ToMinimalName() };
    }

    private static string ToMinimalName(this ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
