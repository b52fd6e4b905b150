using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A whole dataset that is removed or overwritten by a run that brings one slice of it.</summary>
/// <param name="Operation">What removes the other slices.</param>
/// <param name="Write">What brings the slice; the same operation for a writer that overwrites.</param>
/// <param name="Mode">The step that lets a partitioned writer overwrite everything; <see langword="null"/> for a folder that is deleted.</param>
/// <param name="IsCertain">False when the setting that would spare the other slices may be made where the run does not show it.</param>
internal sealed record Wipe(DataOperation Operation, DataOperation Write, Call? Mode, bool IsCertain);

/// <summary>Finds what a run wipes beyond its own window.</summary>
internal static class Wipes
{
    public static IEnumerable<Wipe> WipesBeyondWindow(this Stage stage)
    {
        foreach (var operation in stage.Operations.Where(operation => stage.Moves(operation) && !operation.Around.InHandler))
        {
            if (operation.Action == DataAction.Delete && RefillOf(stage, operation) is { } refill)
                yield return new Wipe(operation, refill, null, IsCertain: true);
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
