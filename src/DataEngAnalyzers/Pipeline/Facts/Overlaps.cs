using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether two runs of a stage may be under way at the same time, and whether something keeps them apart.</summary>
internal static class Overlaps
{
    private static readonly string[] SqlLocks = ["sp_getapplock", "advisory_lock", "advisory_xact_lock", "GET_LOCK("];

    private static readonly HashSet<string> LockWords = new(StringComparer.Ordinal) { "lock", "acquire", "lease", "semaphore", "mutex", "exclusive", "throttle" };

    /// <summary>
    /// The first write that a second run under way would repeat or destroy; <see langword="null"/> where the host starts one run at a
    /// time, something locks, or every write recognises what is there.
    /// </summary>
    public static DataOperation? WriteThatRunsOverlap(this Stage stage) =>
        MayOverlap(stage) && !stage.HoldsLock()
            ? stage.Writes.FirstOrDefault(write => stage.Moves(write) && IsHurt(write) && !stage.IsChecked(write))
            : null;

    /// <summary>True when the stage takes a lock: in the database, in the process or elsewhere.</summary>
    public static bool HoldsLock(this Stage stage) =>
        stage.Operations.Any(operation => operation.Text is { } text && SqlLocks.Any(name => text.Text.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))
        || stage.Operations.Select(operation => operation.Call.Frame.Body).Distinct().SelectMany(body => body.Descendants()).Any(Locks);

    private static bool MayOverlap(Stage stage) =>
        stage.Context.Apis.FindAll(stage.Root.ContainingType).Any(host => host.Role == ApiRole.Host && host["overlap"] == stage.Root.Name)
        && !stage.Root.GetAttributes().Concat(AttributesOf(stage.Root.ContainingType)).Any(attribute => stage.Context.Apis.FindAll(attribute.AttributeClass).Any(api => api.Role == ApiRole.Exclusive));

    private static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var attribute in type.GetAttributes())
                yield return attribute;
        }
    }

    private static bool IsHurt(DataOperation write) =>
        write.Mode is WriteMode.Append or WriteMode.Replace
        && write.Statement is not { IsGuardedByExistence: true }
        && write.Dataset is { IsTemporary: false, Kind: not DatasetKind.Topic } dataset && !dataset.IsHistory();

    private static bool Locks(IOperation part) =>
        part is ILockOperation
        || part is IInvocationOperation { TargetMethod: var method } && (NameWords.Any(method.Name, LockWords) || NameWords.Any(method.ContainingType.Name, LockWords));
}
