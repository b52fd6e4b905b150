using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column on which an expectation suite and the code disagree.</summary>
/// <param name="Write">The write.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Column">The column that the suite asks for; <see langword="null"/> for one that it does not allow.</param>
/// <param name="Written">The column that the code writes instead, or that the suite does not allow; <see langword="null"/> when the code writes none.</param>
/// <param name="Places">Where the suite names the column, or lists those that it allows.</param>
internal sealed record SuiteDisagreement(TableWrite Write, DeclaredDataset Suite, string? Column, WrittenColumn? Written, ImmutableArray<ManifestPlace> Places);

/// <summary>Holds the columns that the code writes against those that expectation suites name.</summary>
internal static class SuiteDisagreements
{
    private const string Exact = "exact";

    public static IEnumerable<SuiteDisagreement> DisagreementsWithSuites(this Stage stage) =>
        from write in stage.TableWrites
        from suite in stage.Context.Manifests.SuitesOf(write.Table)
        from found in Of(write, suite, stage)
        select found;

    private static IEnumerable<SuiteDisagreement> Of(TableWrite write, DeclaredDataset suite, Stage stage)
    {
        var wanted = suite.Checks.Where(IsMet).SelectMany(check => check.Columns).ToList();
        foreach (var missing in write.Missing(wanted, stage))
            yield return new SuiteDisagreement(write, suite, missing.Name, missing.Meant, PlacesOf(suite, missing.Name));
        foreach (var check in suite.Checks.Where(check => check.Kind == CheckKind.ColumnsSet && check.Arguments.Contains(Exact)))
        {
            foreach (var surplus in write.Columns.Where(column => !wanted.Contains(column.Name, StringComparer.OrdinalIgnoreCase) && !wanted.Any(name => NameLikeness.AreAlike(name, column.Name))))
                yield return new SuiteDisagreement(write, suite, null, surplus, ImmutableArray.Create(check.Place));
        }
    }

    // A check of a type nobody knows is not run.
    private static bool IsMet(DeclaredCheck check) => check.Kind != CheckKind.UnknownType;

    private static ImmutableArray<ManifestPlace> PlacesOf(DeclaredDataset suite, string column) => suite.Checks
        .Where(check => check.Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        .Select(check => check.Place)
        .ToImmutableArray();
}
