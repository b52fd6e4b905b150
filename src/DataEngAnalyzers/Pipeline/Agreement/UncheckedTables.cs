using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds the tables that a project with expectation suites fills and has no check for. What dbt misses among its sources has a rule of its own.</summary>
internal static class UncheckedTables
{
    public static IEnumerable<(TableWrite Write, DeclaredDataset Suite)> TablesThatNobodyChecks(this Stage stage)
    {
        var manifests = stage.Context.Manifests;
        if (stage.TableWrites.IsEmpty || manifests.Of(DatasetRole.GxSuite).FirstOrDefault() is not { } suite || RowChecks.In(stage))
            return [];

        var missing = stage.TablesThatDbtDoesNotKnow().Select(table => table.Write).ToList();
        return stage.TableWrites
            .Where(write => UndeclaredTables.IsKept(write, stage) && !missing.Contains(write) && !Roles.Any(role => manifests.MayHold(write.Table, role)))
            .Select(write => (write, suite));
    }

    private static readonly DatasetRole[] Roles = [DatasetRole.GxSuite, DatasetRole.DbtSource, DatasetRole.DbtModel];
}
