using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds queries whose entities are watched for changes that nobody makes.</summary>
internal static class TrackedReads
{
    public static IEnumerable<DataOperation> TrackedForNothing(this Stage stage)
    {
        var context = stage.Context;
        foreach (var read in stage.Reads)
        {
            if (read.Api.Role == ApiRole.Query && read.Api.Is("returns", "rows") && !read.Around.InHandler && stage.Moves(read) && read.Call["from"] is { } query
                && EntityOf(query, context) is { } entity
                && SymbolEqualityComparer.Default.Equals(RowTypes.ElementOf(RowTypes.Awaited(read.Call.Operation.Type)), entity)
                && ReadOnlyRows.Are(read.Call.Operation, read.Call.Frame, context))
                yield return read;
        }
    }

    // The entity type of a query that leaves it to the context to watch its rows; only what has a key can be watched.
    private static INamedTypeSymbol? EntityOf(Value query, PipelineContext context)
    {
        var start = query;
        foreach (var call in QueryChains.Calls(query, context.Values))
        {
            if (context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.Tracking))
                return null;
            start = query.At(call.Arguments[0].Value);
        }

        var table = context.Values.Resolve(start).Operation.Type;
        return context.Entities.RowTypeOfTable(table) is INamedTypeSymbol entity && !context.Entities.KeyOf(entity).IsEmpty && Watches(table!, context) ? entity : null;
    }

    // A library that watches at all, and that no code tells not to.
    private static bool Watches(ITypeSymbol table, PipelineContext context)
    {
        var library = context.Apis.FindAll(table).First(api => api.Role == ApiRole.Table).Library;
        var switches = context.Apis.OfRole(ApiRole.Tracking).Where(api => api.Library == library).ToList();
        return switches.Count > 0
            && !switches.Any(api => api.Is("kind", "context") && WordHash.Of(api.SymbolName.Member) is var word && context.Compilation.SyntaxTrees.Any(tree => context.Sketches.Of(tree).Words.Contains(word)));
    }
}
