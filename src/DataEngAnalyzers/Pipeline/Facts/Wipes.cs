using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A whole dataset that is removed or overwritten by a run that brings one slice of it.</summary>
/// <param name="Operation">What removes the other slices.</param>
/// <param name="Write">What brings the slice; the same operation for a writer that overwrites.</param>
/// <param name="Mode">The step that lets a partitioned writer overwrite everything; <see langword="null"/> for a folder that is deleted.</param>
/// <param name="IsCertain">False when the setting that would spare the other slices may be made where the run does not show it.</param>
internal sealed record Wipe(DataOperation Operation, DataOperation Write, Call? Mode, bool IsCertain)
{
    /// <summary>What is wiped.</summary>
    public Dataset? Target { get; init; } = Operation.Dataset;
}

/// <summary>Finds what a run wipes beyond its own window.</summary>
internal static class Wipes
{
    public static IEnumerable<Wipe> WipesBeyondWindow(this Stage stage)
    {
        foreach (var operation in stage.Operations.Where(operation => stage.Moves(operation) && !operation.Around.InHandler))
        {
            if (operation.Action == DataAction.Delete && RefillOf(stage, operation) is { } refill)
                yield return new Wipe(operation, refill, null, IsCertain: true);
            if (operation.Action == DataAction.Delete && ListingOf(stage, operation) is { } listing && RefillOf(stage, operation, listing) is { } again)
                yield return new Wipe(operation, again.Write, null, IsCertain: true) { Target = again.Target };
            if (operation.Action == DataAction.Write && stage.HasWindow() && OverwritesAll(stage, operation) is { } mode)
                yield return new Wipe(operation, operation, mode, IsCertain: stage.Run.Operations.Any(IsOfSession));
        }
    }

    // Directory.Delete(root, recursive: true), then root/dt=2024-05-01/part.parquet
    private static DataOperation? RefillOf(Stage stage, DataOperation delete)
    {
        if (delete.Call["recursive"]?.Operation.ConstantValue is not { HasValue: true, Value: true } || delete.Around.Loop is not null || stage.Context.FilePaths.Of(delete.Call) is not { } folder)
            return null;
        return stage.Run.After(delete).FirstOrDefault(write =>
            write.Action is DataAction.Write or DataAction.Open
            && stage.Context.FilePaths.Of(write.Call) is { } path
            && folder.Below(path) is { } chosen
            && chosen.Any(stage.IsSlice)
            && !Branch.Exclude(delete.Around.Branch, write.Around.Branch));
    }

    // foreach (var blob in container.GetBlobs(prefix: "sales/")) container.DeleteBlob(blob.Name);
    private static Call? ListingOf(Stage stage, DataOperation delete) =>
        delete.Around is { IsConditional: false, Loop.Sequence: { } listed } ? stage.Context.Values.MakerOf(listed, ApiRole.Listing) : null;

    // The blob of one slice among those that are listed.
    private static (DataOperation Write, Dataset? Target)? RefillOf(Stage stage, DataOperation delete, Call listing)
    {
        if (listing["from"] is not { } container || stage.Context.Values.HolderOf(container) is not { } holder || PrefixOf(listing, stage.Context) is not (true, var prefix))
            return null;

        var folder = prefix is { } named ? stage.Context.FilePaths.Read(named) : null;
        var write = stage.Run.After(delete).FirstOrDefault(later =>
            later.Action is DataAction.Write or DataAction.Open
            && SymbolEqualityComparer.Default.Equals(holder, ContainerOf(later.Call, stage.Context))
            && stage.Context.FilePaths.Of(later.Call) is { } path
            && (folder is null ? path.Holes : folder.Below(path)) is { } chosen
            && chosen.Any(stage.IsSlice)
            && !Branch.Exclude(delete.Around.Branch, later.Around.Branch));
        return write is null ? null : (write, folder is null ? stage.Context.Datasets.Handle(container, depth: 0) : new Dataset(DatasetKind.Blob, folder.Text, HasHole: !folder.Holes.IsEmpty));
    }

    // No prefix lists everything; options out of sight may hold one.
    private static (bool IsKnown, Value? Prefix) PrefixOf(Call listing, PipelineContext context)
    {
        if (listing["prefix"] is { } prefix)
            return (true, prefix.Unconverted.Operation.ConstantValue is { HasValue: true, Value: null or "" } ? null : prefix);
        if (listing["options"] is not { } options)
            return (true, null);
        var made = context.Values.Resolve(options);
        return (made.Operation is IObjectCreationOperation, MemberValues.MadeWith(made, listing.Api["filter"]!));
    }

    private static ISymbol? ContainerOf(Call write, PipelineContext context)
    {
        if ((write["to"] ?? write["inner"]) is not { } handle)
            return null;
        return context.Values.HolderOf(context.Values.MakerOf(handle, ApiRole.Open) is { } opening && opening["inner"] is { } container ? container : handle);
    }

    // The step that says overwrite, when another one parts the output and none spares the partitions that do not come.
    private static Call? OverwritesAll(Stage stage, DataOperation write)
    {
        Call? mode = null;
        var isPartitioned = false;
        foreach (var step in WriterSteps.Before(write.Call, stage.Context.Values))
        {
            if (Spares(step))
                return null;
            isPartitioned |= step.Api.Is("kind", "partition");
            if (step.Api.Is("kind", "mode") && WriterSteps.ModeOf(step) == WriteMode.Replace)
                mode = step;
        }

        return isPartitioned && !stage.Run.Operations.Any(operation => IsOfSession(operation) && Spares(operation.Call)) ? mode : null;
    }

    private static bool IsOfSession(DataOperation operation) => operation.Api.Role == ApiRole.WriterOption && operation.Api.Is("kind", "session");

    private static bool Spares(Call step) => step.Api.Role == ApiRole.WriterOption && step["key"] is { } key && key.Operation.ConstantValue switch
    {
        { HasValue: true, Value: string name } => name.EndsWith("partitionOverwriteMode", StringComparison.OrdinalIgnoreCase) || name.Equals("replaceWhere", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
