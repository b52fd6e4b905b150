using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A table that the code writes where dbt looks for its sources, and that is none of them.</summary>
/// <param name="Write">The write.</param>
/// <param name="Neighbour">A source of the same schema.</param>
/// <param name="Meant">The source whose name looks like the table's; <see langword="null"/> when none does.</param>
internal sealed record UndeclaredTable(TableWrite Write, DeclaredDataset Neighbour, DeclaredDataset? Meant);

/// <summary>
/// Finds the tables that are missing among dbt's sources. Most tables of a database are no business of dbt's: what counts is a schema
/// from which it reads.
/// </summary>
internal static class UndeclaredTables
{
    public static IEnumerable<UndeclaredTable> TablesThatDbtDoesNotKnow(this Stage stage)
    {
        foreach (var write in stage.TableWrites.Where(write => IsKept(write, stage)))
        {
            var manifests = stage.Context.Manifests;
            if (manifests.MayHold(write.Table, DatasetRole.DbtSource) || manifests.MayHold(write.Table, DatasetRole.DbtModel))
                continue;

            var neighbours = manifests.Of(DatasetRole.DbtSource).Where(source => AreInOneSchema(write.Table, source)).ToList();
            if (neighbours.Count > 0)
                yield return new UndeclaredTable(write, neighbours[neighbours.Count - 1], neighbours.FirstOrDefault(source => NameLikeness.AreAlike(source.Name, write.Table.LastPart)));
        }
    }

    /// <summary>True for a table whose rows somebody reads later: none that a run clears, keeps its own books in, or puts its rejects into.</summary>
    public static bool IsKept(TableWrite write, Stage stage) => !stage.IsTransient(write.Table) && !write.Table.IsHistory() && !write.Write.IsProgress();

    // A schema that is computed when dbt runs may be any.
    private static bool AreInOneSchema(Dataset table, DeclaredDataset source) => source.Schema is { } declared
        && (DatasetLink.SchemaOf(table) is { } own ? string.Equals(own, declared, StringComparison.OrdinalIgnoreCase) : DatasetLink.IsDefault(declared));
}
