using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>
/// Loads entities by their key: <c>BulkInsert</c> becomes <c>BulkInsertOrUpdate</c>. Offered where the library has both and the rows bring
/// their key along; a key that the database makes up would add them all the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BulkUpsertFix))]
public sealed class BulkUpsertFix() : DataEngFix("DEA1020")
{
    private const string Insert = "BulkInsert";
    private const string Upsert = "BulkInsertOrUpdate";

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Operation is not { Action: DataAction.Write, Call.Operation: IInvocationOperation { TargetMethod: { Name: Insert or Insert + "Async", TypeArguments: [INamedTypeSymbol entity], ContainingType: var library } } } write
                || library.GetMembers(Upsert).IsEmpty
                || !BringsKey(site, entity))
                continue;

            var named = new TextSpan(write.Location.SourceSpan.Start, Insert.Length);
            yield return new PlannedFix(nameof(BulkUpsertFix), $"Insert or update the rows of '{write.Dataset?.Name}' by their key", ImmutableArray.Create(new TextChange(named, Upsert)));
        }
    }

    private static bool BringsKey(Site site, INamedTypeSymbol entity)
    {
        var context = site.Stage.Context;
        var key = context.Entities.KeyOf(entity);
        if (key.IsEmpty || site.Operation.Call["rows"] is not { } rows)
            return false;
        return key.All(part => part.Given(site.Operation, context).ToList() is { Count: > 0 } given
            ? given.All(value => context.Chance.Behind(value) is null)
            : context.Values.Influence(rows, RowSources.IsSource) is not null && !context.Values.Reaches(rows, made => made is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type, entity)));
    }
}
