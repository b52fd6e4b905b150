using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Prints stages as a maintainer reads them: what the engine saw, one operation a line, in the order of the run.</summary>
internal static class StageText
{
    /// <summary>Operations that say nothing of where rows go are left out.</summary>
    private static readonly HashSet<DataAction> Quiet = [DataAction.Configure, DataAction.Other, DataAction.Log, DataAction.Convert, DataAction.EndScope, DataAction.CallBack];

    /// <summary>All stages, each under a line with its method.</summary>
    public static string Of(IEnumerable<Stage> stages) => string.Join("\n", stages.Select(Of));

    private static string Of(Stage stage) => string.Join("\n", stage.Operations.Where(IsShown).Select(operation => "  " + Of(operation, stage)).Prepend(HeadOf(stage)));

    private static bool IsShown(DataOperation operation) => !Quiet.Contains(operation.Action) || operation.Statement is not null;

    private static string HeadOf(Stage stage) =>
        $"{stage.Root.ContainingType.Name}.{stage.Name}: {(stage.Scope.IsPipeline ? stage.Scope.Why : "no pipeline")}{(stage.Scope.Host == HostKind.Unknown ? "" : $" ({stage.Scope.Host})")}";

    private static string Of(DataOperation operation, Stage stage) => string.Join(" ", Parts(operation, stage).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(DataOperation operation, Stage stage)
    {
        yield return operation.Action.ToString().ToLowerInvariant();
        yield return operation.Dataset?.Name ?? "";
        yield return operation.Mode == WriteMode.Unknown ? "" : operation.Mode.ToString().ToLowerInvariant();
        yield return operation.IsMany ? "many" : "";
        foreach (var loop in LoopsAround(operation))
            yield return $"[each {loop.Over.ToString().ToLowerInvariant()}]";
        yield return operation.Around.Retry is null ? "" : "[retry]";
        yield return operation.Transaction is null ? "" : operation.Transaction.Begin is null ? "[caller's transaction]" : "[transaction]";
        yield return operation.Around.InHandler ? "[catch]" : "";
        yield return operation.Around.IsConditional ? "[if]" : "";
        yield return PathOf(operation, stage);
    }

    private static IEnumerable<Loop> LoopsAround(DataOperation operation)
    {
        for (var loop = operation.Around.Loop; loop is not null; loop = loop.Outer)
            yield return loop;
    }

    // The calls from the stage's method down to the one that holds the operation.
    private static string PathOf(DataOperation operation, Stage stage)
    {
        var path = new List<string>();
        for (var frame = operation.Call.Frame; frame is not null && frame != stage.Frame; frame = frame.Caller)
            path.Insert(0, $"{frame.Method.ContainingType.Name}.{(frame.Method.MethodKind == Microsoft.CodeAnalysis.MethodKind.Constructor ? "new" : frame.Method.Name)}");
        return path.Count == 0 ? "" : "<- " + string.Join(" > ", path);
    }
}
