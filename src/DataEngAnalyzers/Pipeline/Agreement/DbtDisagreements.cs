using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column of which dbt says something that the code makes untrue.</summary>
/// <param name="Write">The write.</param>
/// <param name="Declared">The source or model.</param>
/// <param name="Column">The column as dbt declares it; <see langword="null"/> for one that its contract does not have.</param>
/// <param name="Written">The column as the code writes it; <see langword="null"/> for one that nothing writes.</param>
internal sealed record DbtDisagreement(TableWrite Write, DeclaredDataset Declared, DeclaredColumn? Column, WrittenColumn? Written);

/// <summary>Columns that dbt holds to be unique, while the code lets rows differ in more than them.</summary>
/// <param name="Write">The write, an upsert.</param>
/// <param name="Unique">dbt's test.</param>
/// <param name="Key">The columns by which the code knows a row.</param>
internal sealed record WiderKey(TableWrite Write, DeclaredCheck Unique, ImmutableArray<string> Key);

/// <summary>Holds what the code writes against the columns of dbt's sources, and of models whose contract dbt enforces.</summary>
internal static class DbtDisagreements
{
    public static IEnumerable<DbtDisagreement> DisagreementsWithDbt(this Stage stage)
    {
        foreach (var write in stage.TableWrites)
        {
            if (stage.Context.Manifests.Find(write.Table, DatasetRole.DbtSource) is { } source)
            {
                foreach (var found in Columns(write, source, stage))
                    yield return found;
            }
            else if (stage.Context.Manifests.Find(write.Table, DatasetRole.DbtModel) is { Columns.IsEmpty: false } model && model.Values.Is("enforced"))
            {
                foreach (var found in Columns(write, model, stage).Concat(Surplus(write, model)))
                    yield return found;
            }
        }
    }

    /// <summary>Upserts that keep apart what dbt's tests hold to be one row.</summary>
    public static IEnumerable<WiderKey> KeysWiderThanDbtTests(this Stage stage)
    {
        foreach (var write in stage.TableWrites)
        {
            if (write.Write.Statement?.Conflict is not { KeyColumns: { IsEmpty: false } named } || stage.Context.Manifests.Find(write.Table, DatasetRole.DbtSource) is not { } source)
                continue;

            var key = named.Select(column => column.Last).ToImmutableArray();
            if (source.Checks.FirstOrDefault(check => check.Kind == CheckKind.Unique && IsPart(check.Columns, key) && !IsEnforced(check.Columns, write.Table, stage.Context)) is { } unique)
                yield return new WiderKey(write, unique, key);
        }
    }

    private static IEnumerable<DbtDisagreement> Columns(TableWrite write, DeclaredDataset declared, Stage stage)
    {
        foreach (var missing in write.Missing(declared.Columns.Select(column => column.Name).ToList(), stage))
            yield return new DbtDisagreement(write, declared, declared.Column(missing.Name), missing.Meant);
        foreach (var column in declared.Columns)
        {
            if (write.Column(column.Name) is { } written && TypeFamilies.Disagree(written.Family, column.Family))
                yield return new DbtDisagreement(write, declared, column, written);
        }
    }

    // The columns of a source are often listed in part; those of a contract never are.
    private static IEnumerable<DbtDisagreement> Surplus(TableWrite write, DeclaredDataset model) => write.Columns
        .Where(column => model.Column(column.Name) is null && !model.Columns.Any(declared => NameLikeness.AreAlike(declared.Name, column.Name)))
        .Select(column => new DbtDisagreement(write, model, null, column));

    private static bool IsPart(ImmutableArray<string> columns, ImmutableArray<string> key) =>
        !columns.IsEmpty && columns.Length < key.Length && columns.All(column => key.Any(part => SqlWords.Same(part, column)));

    // The database itself lets no second row in.
    private static bool IsEnforced(ImmutableArray<string> columns, Dataset table, PipelineContext context)
    {
        var revised = context.Manifests.Find(table, DatasetRole.AlembicTable)?.Checks.Where(check => check.Kind == CheckKind.Unique).Select(check => check.Columns) ?? [];
        return context.Catalog.KeysOf(table).Select(key => key.Columns).Concat(revised).Any(key => !key.IsEmpty && key.All(column => columns.Any(unique => SqlWords.Same(unique, column))));
    }
}
