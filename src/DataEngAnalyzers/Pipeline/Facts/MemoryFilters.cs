using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A filter, or a count, over rows that were all read from a table before.</summary>
/// <param name="Read">The call that reads them all.</param>
/// <param name="Filter">The call that keeps some, or counts.</param>
/// <param name="Where">Its name.</param>
/// <param name="Name">The same, for messages.</param>
internal sealed record MemoryFilter(DataOperation Read, IOperation Filter, Location Where, string Name);

/// <summary>Finds filters that the database could have applied.</summary>
internal static class MemoryFilters
{
    private static readonly HashSet<string> Filters = new(StringComparer.Ordinal) { "Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Any", "Count", "LongCount" };

    private static readonly HashSet<string> TextQuestions = new(StringComparer.Ordinal) { "Contains", "StartsWith", "EndsWith" };

    public static IEnumerable<MemoryFilter> FiltersInMemory(this Stage stage)
    {
        foreach (var read in stage.Reads)
        {
            if (stage.Moves(read) && read.Dataset is { Kind: DatasetKind.Table, IsTemporary: false } && IsWhole(stage, read) && TakerOf(stage, read) is { } filter)
                yield return new MemoryFilter(read, filter, Call.PlaceOf(filter.Syntax), filter is IInvocationOperation call ? call.TargetMethod.Name : "Count");
        }
    }

    // Every row of one table, in a list. Who asks for a sequence in memory on purpose says so with AsEnumerable.
    private static bool IsWhole(Stage stage, DataOperation read) => read switch
    {
        { Statement: { Kind: SqlStatementKind.Select, HasWhere: false, HasLimit: false, Reads: [_], RowNumbers.IsEmpty: true } statement, Text: { IsConstant: true } } =>
            read.Api.Is("returns", "rows") && RowTypes.IsSequence(RowTypes.Awaited(read.Call.Operation.Type)) && !statement.Predicates.Any(),
        { Statement: null, Api.Role: ApiRole.Query } => read.Api.Is("returns", "rows")
            && read.Call.Operation is IInvocationOperation { TargetMethod.Name: "ToList" or "ToListAsync" or "ToArray" or "ToArrayAsync" }
            && read.Call["from"] is { } query && IsBare(stage, query),
        _ => false,
    };

    private static bool IsBare(Stage stage, Value query) =>
        QueryChains.Calls(query, stage.Context.Values).All(call => call.TargetMethod.Name is "AsNoTracking" or "AsQueryable" or "Include" or "ThenInclude" or "OrderBy" or "OrderByDescending")
        && stage.Context.Values.Resolve(query).Operation is var made && (made is IInvocationOperation || stage.Context.Entities.RowTypeOfTable(made.Type) is not null);

    private static IOperation? TakerOf(Stage stage, DataOperation read)
    {
        var rows = Unwrapped(read.Call.Operation);
        if (Values.KeeperOf(rows) is ILocalSymbol kept)
        {
            var uses = read.Call.Frame.OwnerOf(kept).MentionsOf(kept).OfType<ILocalReferenceOperation>().ToList();
            return uses is [var only] && !IsRepeated(only, read) ? FilterOver(Unwrapped(only), stage) : null;
        }

        return FilterOver(rows, stage);
    }

    // A list that is asked again and again spares the round trips.
    private static bool IsRepeated(IOperation use, DataOperation read)
    {
        for (var part = use.Parent; part is not null; part = part.Parent)
        {
            if (part is ILoopOperation or IAnonymousFunctionOperation && !part.Syntax.Span.Contains(read.Call.Operation.Syntax.Span))
                return true;
        }

        return false;
    }

    // Through await, conversions and another list.
    private static IOperation Unwrapped(IOperation rows)
    {
        while (rows.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }
            || rows.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" or "AsList", IsExtensionMethod: true } } })
            rows = rows.Parent is IArgumentOperation argument ? argument.Parent! : rows.Parent!;
        return rows;
    }

    private static IOperation? FilterOver(IOperation rows, Stage stage) => rows.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length", Property.ContainingNamespace: { } space } count when space.ToDisplayString().StartsWith("System", StringComparison.Ordinal) => count,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method } call } argument when call.Arguments[0] == argument && Filters.Contains(method.Name) =>
            call.Arguments.Length == 1 ? (method.Name is "Count" or "LongCount" or "Any" ? call : null) : IsTranslatable(call.Arguments[1].Value, stage) ? call : null,
        _ => null,
    };

    // Comparisons of columns with values that are known before; anything else may only work in memory.
    private static bool IsTranslatable(IOperation predicate, Stage stage) =>
        predicate is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var row], Body.Operations: [IReturnOperation { ReturnedValue: { } body }] } }
        && body.DescendantsAndSelf().All(part => part switch
        {
            IBinaryOperation or IUnaryOperation or ILiteralOperation or IConversionOperation or IParenthesizedOperation or ILocalReferenceOperation or IParameterReferenceOperation or IArgumentOperation or IInstanceReferenceOperation or IFieldReferenceOperation => true,
            IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: var instance } => !IsRow(instance, row) || IsColumn(property),
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: 1 } => TextQuestions.Contains(name),
            _ => false,
        })
        && body.DescendantsAndSelf().Any(part => IsRow(part, row));

    private static bool IsRow(IOperation? part, IParameterSymbol row) =>
        part is IParameterReferenceOperation { Parameter: var used } && SymbolEqualityComparer.Default.Equals(used, row);

    // What the class computes itself is no column.
    private static bool IsColumn(IPropertySymbol property) => property.SetMethod is not null;
}
