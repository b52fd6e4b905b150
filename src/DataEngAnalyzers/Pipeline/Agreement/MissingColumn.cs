using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Manifests;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column that another tool counts on and the code does not write.</summary>
/// <param name="Name">As the tool calls it.</param>
/// <param name="Meant">The column that the code writes instead; <see langword="null"/> when none looks like it.</param>
internal sealed record MissingColumn(string Name, WrittenColumn? Meant);

/// <summary>
/// Finds what a table surely does not get. A column that one write leaves out may be filled by the database, or by code elsewhere: it is
/// missing where the table is known and has no such column, where the code writes another one in its place, or where nothing in the
/// project names it.
/// </summary>
internal static class MissingColumns
{
    /// <param name="write">The write.</param>
    /// <param name="wanted">All the columns that the tool names.</param>
    /// <param name="stage">The stage that writes.</param>
    public static IEnumerable<MissingColumn> Missing(this TableWrite write, IReadOnlyCollection<string> wanted, Stage stage)
    {
        var known = KnownColumns(write.Table, stage.Context);
        foreach (var name in wanted.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => write.Column(name) is null))
        {
            if (known is not null && known.Contains(name))
                continue;

            var alike = write.Columns.Where(column => !Names(wanted, column.Name) && NameLikeness.AreAlike(name, column.Name)).Take(2).ToList();
            if (alike is [var meant] || known is not null)
                yield return new MissingColumn(name, alike is [var only] ? only : null);
            else if (write.IsWhole && !MayBeMade(name, stage.Context) && !stage.Context.IsNamedAnyhow(name))
                yield return new MissingColumn(name, null);
        }
    }

    /// <summary>The columns of a table that a history knows in full: DDL, migrations, or Alembic's revisions; <see langword="null"/> where none does.</summary>
    public static HashSet<string>? KnownColumns(Dataset table, PipelineContext context)
    {
        if (context.Catalog.Find(table) is { Origin.Source: not FactSource.EntityModel } found)
            return new HashSet<string>(found.Columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase);
        return context.Manifests.Find(table, DatasetRole.AlembicTable) is { } revised && revised.Values.Is("known")
            ? new HashSet<string>(revised.Columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase)
            : null;
    }

    /// <summary>True when some file of the compilation names a word.</summary>
    public static bool IsNamed(this PipelineContext context, string word)
    {
        var hash = WordHash.Of(word);
        return context.Compilation.SyntaxTrees.Any(tree => context.Sketches.Of(tree).Words.Contains(hash));
    }

    // customer_id, CUSTOMER_ID, CustomerId, customerId
    private static bool IsNamedAnyhow(this PipelineContext context, string column)
    {
        var pascal = string.Concat(NameWords.Of(column).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        var forms = new[] { column, column.ToLowerInvariant(), column.ToUpperInvariant(), pascal, pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1) };
        return forms.Any(form => form.Length == 0 || context.IsNamed(form));
    }

    // Databases number rows and note when they came.
    private static bool MayBeMade(string column, PipelineContext context) =>
        NameWords.Of(column).LastOrDefault() is "id" or "key" or "sk" || context.Options.ProvenanceColumns.Any(pattern => Wildcard.Matches(pattern, column));

    private static bool Names(IEnumerable<string> wanted, string column) => wanted.Contains(column, StringComparer.OrdinalIgnoreCase);
}
