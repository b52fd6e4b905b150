using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a stage knows what it has loaded before: it asks the target, or keeps a record of files and batches.</summary>
internal static class Ledger
{
    private static readonly HashSet<string> LookupWords = new(StringComparer.Ordinal)
    {
        "exist", "exists", "processed", "already", "loaded", "imported", "seen", "duplicate", "known", "new", "claim", "contain", "contains", "lock", "acquire",
    };

    private static readonly HashSet<string> FilterNames = new(StringComparer.Ordinal)
    {
        "Contains", "ContainsKey", "TryGetValue", "Except", "ExceptBy", "ExceptWith",
    };

    /// <summary>True when the stage read the target before it wrote to it, and so can know what is there.</summary>
    public static bool LooksBefore(this Stage stage, DataOperation write) =>
        stage.SeenBefore(write).Any(earlier => earlier.Looks(write));

    /// <summary>True for a read of the rows that a write adds to.</summary>
    public static bool Looks(this DataOperation operation, DataOperation write) =>
        operation.Action == DataAction.Read && operation.Dataset is { } seen && seen.Matches(write.Dataset) && !operation.IsElsewhere(write);

    /// <summary>True when a look at what was processed before decides whether the write runs.</summary>
    public static bool IsChecked(this Stage stage, DataOperation write)
    {
        if (write.Api is SummaryRow { Facts.IsChecked: true })
            return true;
        for (var check = write.Around.Check; check is not null; check = check.Outer)
        {
            if (stage.AsksForEarlierRuns(check))
                return true;
        }

        return Sieves.Before(write, stage.Context).Any(stage.SievesOutEarlierRows);
    }

    /// <summary>The look at a write's target in a condition; <see langword="null"/> where it asks something else.</summary>
    public static DataOperation? LookIn(this Stage stage, Check check, DataOperation write)
    {
        var asked = stage.Run.Operations.Skip(check.First).Take(check.Next - check.First);
        if (stage.Context.Values.Influence(check.Condition, api => IsRead(api) || api.Role == ApiRole.Read) is { } call)
            asked = asked.Concat(stage.Run.Operations.Where(operation => operation.Call.Operation == call.Operation));
        return asked.FirstOrDefault(operation => operation.Looks(write));
    }

    /// <summary>True when rows that are known already are taken out of those to be written.</summary>
    public static bool FiltersKnownRows(this Stage stage, DataOperation write) =>
        write.Call["rows"] is { } rows && stage.Context.Values.Reaches(rows, part => part is IInvocationOperation call && FilterNames.Contains(call.TargetMethod.Name));

    /// <summary>True when the stage takes its source away once it is loaded: the file is moved or deleted.</summary>
    public static bool ConsumesSource(this Stage stage, DataOperation write) =>
        stage.Run.MayFollow(write, later => stage.TakenBy(later) is { } taken && stage.Run.Before(write).Any(source => source.Action is DataAction.Read or DataAction.Open && taken.Matches(source.Dataset)));

    // The file that is gone after an operation: deleted, or moved as the rows of a call that writes another file whole.
    private static Dataset? TakenBy(this Stage stage, DataOperation operation) => operation switch
    {
        { Action: DataAction.Delete, Dataset: { Kind: DatasetKind.File or DatasetKind.Blob } deleted } => deleted,
        { Action: DataAction.Write, Sink: Sink.File, Mode: WriteMode.Replace } when operation.Api["name"] is not null && operation.Call["rows"] is { Operation.Type.SpecialType: SpecialType.System_String } source =>
            stage.Context.Datasets.Handle(source, depth: 0),
        _ => null,
    };

    private static bool AsksForEarlierRuns(this Stage stage, Check check)
    {
        for (var index = check.First; index < check.Next && index < stage.Run.Operations.Length; index++)
        {
            if (stage.Run.Operations[index] is { Action: DataAction.Read } read && IsOneAnswer(read.Call) || IsClaim(stage.Run.Operations[index]))
                return true;
        }

        return stage.SievesOutEarlierRows(check.Condition);
    }

    private static bool SievesOutEarlierRows(this Stage stage, Value condition) =>
        IsLookup(condition) || stage.Context.Values.Parts(condition, Sieves.IsRow).Any(part => stage.IsKnownAnswer(part) || stage.IsCountOfClaim(part));

    private static bool IsCountOfClaim(this Stage stage, Value part) =>
        part.Operation is IInvocationOperation { Type.SpecialType: not SpecialType.System_Void } && stage.Run.Operations.Any(operation => operation.Call.Operation == part.Operation && IsClaim(operation));

    // UPDATE files SET state = 'loading' WHERE … AND state = 'new', INSERT … ON CONFLICT DO NOTHING: how many rows it changed tells whether it came first.
    private static bool IsClaim(DataOperation operation) =>
        operation is { Action: DataAction.Update, Statement.HasWhere: true } or { Action: DataAction.Write, Mode: WriteMode.AppendIfAbsent };

    private static bool IsKnownAnswer(this Stage stage, Value part) =>
        stage.Context.Apis.FindAll(Values.SymbolOf(part.Operation)).Any(api => IsRead(api) && IsOneAnswer(new Call(part.Operation, api, part.Frame)));

    private static bool IsRead(ApiModel api) => api.Role == ApiRole.Query || (api.Role == ApiRole.Sql && !api.Is("returns", "count"));

    // Many rows in a condition are the source's: "is there anything to load?"
    private static bool IsOneAnswer(Call call) =>
        call.Api["format"] is null && !RowTypes.IsSequence(RowTypes.Awaited(call.Operation.Type)) && !call.Api.Is("from", "this");

    // A method out of sight that answers yes or no and is named for the question.
    private static bool IsLookup(Value condition) => condition.Operation.DescendantsAndSelf().Any(part =>
        CalledIn(part) is { } method
        && NameWords.Any(method.Name, LookupWords)
        && method.ContainingType?.SpecialType is not SpecialType.System_String
        && (RowTypes.Awaited(method.ReturnType)?.SpecialType == SpecialType.System_Boolean));

    private static IMethodSymbol? CalledIn(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: var called } => called,
        IMethodReferenceOperation { Method: var named } => named,
        _ => null,
    };
}
