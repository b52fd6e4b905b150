using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A data file that is brought into memory as a whole, only to be gone through once.</summary>
/// <param name="Read">What reads it.</param>
/// <param name="Where">The call that holds all rows.</param>
/// <param name="Streams">What to call instead; <see langword="null"/> where no other name does it.</param>
internal sealed record Buffer(DataOperation Read, Location Where, string? Streams)
{
    /// <summary>The file.</summary>
    public Dataset? Source { get; init; } = Read.Dataset;
}

/// <summary>Finds rows that are all held at once although one after the other would do. What is used twice is held for a reason.</summary>
internal static class Buffers
{
    private static readonly string[] Collectors = ["ToList", "ToArray", "ToListAsync", "ToArrayAsync"];

    public static IEnumerable<Buffer> WholeDatasetsHeld(this Stage stage)
    {
        foreach (var read in stage.Reads)
        {
            if (read.Statement is not null || read.Api["format"] is not ("csv" or "text" or "json" or "parquet") || read.Around.InHandler || read.Around.Loop is { Over: LoopOver.Rows } || !stage.Moves(read) && !IsForAnyRows(read, stage))
                continue;
            if ((HeldBy(read) ?? DecodedOf(read, stage.Context)) is var (held, streams) && (IsForAnyRows(read, stage) ? IsHandedOut(held) : IsGoneThroughOnce(held, read.Call.Frame, stage) && stage.Run.After(read).Any(stage.Stores)))
                yield return new Buffer(read, Call.PlaceOf(Unchosen(held).Syntax), streams);
        }

        foreach (var program in stage.Jq().Where(program => program.Slurps && DataFiles.IsDataFile(program.Input)))
            yield return new Buffer(program.Run.Start, program.Run.Start.Location, null) { Source = program.Input };
    }

    private static (IOperation Held, string? Streams)? HeldBy(DataOperation read)
    {
        var call = read.Call.Operation;
        if (call is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "File" } } && name.StartsWith("ReadAllLines", StringComparison.Ordinal))
            return (call, name == "ReadAllLines" ? "ReadLines" : null);
        if (!read.Api.Is("returns", "rows") || read.Api.Is("format", "json"))
            return null;

        // var records = csv.GetRecords<Sale>(); return records.ToList();
        if (Values.KeeperOf(call) is ILocalSymbol local && OnlyUseOf(local, read.Call.Frame) is { } only)
            call = only;
        var use = call.Parent;
        while (use is IConversionOperation or IArgumentOperation)
            use = use.Parent;
        return use is IInvocationOperation { TargetMethod: { Name: var collector, IsExtensionMethod: true } } && Array.IndexOf(Collectors, collector) >= 0 ? (use, null) : null;
    }

    // JsonSerializer.Deserialize<List<Sale>>(File.ReadAllText(path)): first the text is held, then its rows. A page of an API is no file.
    private static (IOperation Held, string? Streams)? DecodedOf(DataOperation read, PipelineContext context)
    {
        if (read.Dataset is not { Kind: DatasetKind.File or DatasetKind.Blob })
            return null;

        var rows = read.Call.Operation;
        if (!read.Api.Is("format", "json"))
        {
            var text = Values.KeeperOf(rows) is ILocalSymbol local && OnlyUseOf(local, read.Call.Frame) is { } only ? only : rows;
            if (Values.WholeOf(text).Parent is not IArgumentOperation { Parent: IInvocationOperation decode } || !context.Apis.FindAll(decode.TargetMethod).Any(api => api.Role == ApiRole.Sequence && api.Is("op", "decode")))
                return null;
            rows = decode;
        }

        if (RowTypes.Awaited(rows.Type) is not { Name: not "IAsyncEnumerable" } sequence || !RowTypes.IsRow(RowTypes.ElementOf(sequence)))
            return null;
        var whole = Values.WholeOf(rows);
        return (whole.Parent is ICoalesceOperation orNone && orNone.Value == whole ? orNone : rows, null);
    }

    // T[] Read<T>(Stream file): a reader of files with whatever rows, called from other projects, cannot count on small ones.
    private static bool IsForAnyRows(DataOperation read, Stage stage) =>
        read.Call.Frame is { Caller: null, Method: { DeclaredAccessibility: Accessibility.Public } method }
        && RowTypes.ElementOf(RowTypes.Awaited(method.ReturnType)) is ITypeParameterSymbol
        && !stage.IsOrdinary(read);

    private static bool IsHandedOut(IOperation held)
    {
        var use = Outward(held);
        if (use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var collector, IsExtensionMethod: true } } list } && Array.IndexOf(Collectors, collector) >= 0)
            use = Outward(list);
        return use is IReturnOperation;
    }

    private static IOperation Unchosen(IOperation held) =>
        held is ICoalesceOperation { Value: var value } ? value.DescendantsAndSelf().FirstOrDefault(part => part is IInvocationOperation) ?? value : held;

    private static IOperation? OnlyUseOf(ILocalSymbol local, Frame frame) =>
        frame.DefinitionsOf(local).Length == 1 && frame.MentionsOf(local).Where(mention => mention is ILocalReferenceOperation).ToList() is [var only] ? only : null;

    // A loop over it, a local that is used once, or a result of which the caller does the same.
    private static bool IsGoneThroughOnce(IOperation held, Frame frame, Stage stage)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            var use = Outward(held);
            if (use is IForEachLoopOperation)
                return true;
            if (use is IReturnOperation)
            {
                if (frame is not { Caller: { } caller, Site: { } site })
                    return false;
                (held, frame) = (site, caller);
                continue;
            }

            if (Values.KeeperOf(held) is not ILocalSymbol local || OnlyUseOf(local, frame) is not { } only || IsInOtherLoop(only, held))
                return false;
            var next = Outward(only);
            if (next is IForEachLoopOperation || next is IArgumentOperation { Parent: { } call } && IsWrite(call, stage))
                return true;
            if (next is not IReturnOperation)
                return false;
            held = only;
        }

        return false;
    }

    private static bool IsWrite(IOperation call, Stage stage) => stage.Operations.Any(operation => operation.Action == DataAction.Write && operation.Call.Operation == call);

    private static bool IsInOtherLoop(IOperation use, IOperation made)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation loop && !loop.Syntax.Span.Contains(made.Syntax.Span) && !(loop is IForEachLoopOperation each && each.Collection.Syntax.Span.Contains(use.Syntax.Span)))
                return true;
        }

        return false;
    }

    private static IOperation? Outward(IOperation value)
    {
        var use = value.Parent;
        while (use is not null && PassesOn(use))
            use = use.Parent;
        return use;
    }

    private static bool PassesOn(IOperation use) =>
        use is IConversionOperation or IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }
        || IsDeferred(use)
        || use is IArgumentOperation { Parent: { } call } && IsDeferred(call);

    // Select and Where go through their rows when somebody goes through theirs.
    private static bool IsDeferred(IOperation call) =>
        call is IInvocationOperation { TargetMethod: { Name: "Select" or "Where" or "Skip" or "Take" or "OfType" or "Cast", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } };
}
