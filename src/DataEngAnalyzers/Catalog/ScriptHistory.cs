using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>The tables that the <c>*.sql</c> files of a project leave behind: numbered ones in their order, then those that only declare.</summary>
internal static class ScriptHistory
{
    public static ImmutableArray<TableBook> Of(PipelineContext context, ImmutableArray<AdditionalText> files)
    {
        var scripts = files.Select(file => SqlFile.Read(file, context.DefaultDialect)).OfType<SqlFile>().Where(file => !file.Version.IsUndo).OrderBy(file => file.Version).ToList();
        var numbered = new TableBook(FactSource.Scripts);
        var others = new TableBook(FactSource.Scripts, isOrdered: false);
        foreach (var file in scripts)
        {
            foreach (var step in file.Steps)
                (file.Version.IsVersioned ? numbered : others).Apply(step);
        }

        return ImmutableArray.Create(numbered, others);
    }
}
