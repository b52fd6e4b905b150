using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A job that its host may start again while it is under way.</summary>
/// <param name="Write">The first write that a second run would repeat or destroy.</param>
/// <param name="Job">The method of a run.</param>
/// <param name="Where">Its name.</param>
/// <param name="Start">The row of what starts it.</param>
internal sealed record OverlappingJob(DataOperation Write, IMethodSymbol Job, Location Where, ApiModel Start);

/// <summary>Whether two runs of a stage may be under way at the same time, and whether something keeps them apart.</summary>
internal static class Overlaps
{
    private static readonly string[] SqlLocks = ["sp_getapplock", "advisory_lock", "advisory_xact_lock", "GET_LOCK("];

    private static readonly HashSet<string> LockWords = new(StringComparer.Ordinal) { "lock", "acquire", "lease", "semaphore", "mutex", "monitor", "interlocked", "exclusive", "throttle" };

    /// <summary>
    /// The job whose runs would repeat or destroy what another one under way writes; <see langword="null"/> where the host starts one run
    /// at a time, something locks, or every write recognises what is there.
    /// </summary>
    public static OverlappingJob? JobThatOverlaps(this Stage stage)
    {
        foreach (var write in stage.Writes.Where(write => stage.Moves(write) && IsHurt(write) && !stage.IsChecked(write)))
        {
            if (JobAround(write, stage) is { } job)
                return stage.HoldsLock() ? null : job;
        }

        return null;
    }

    /// <summary>True when the stage takes a lock: in the database, in the process or elsewhere.</summary>
    public static bool HoldsLock(this Stage stage) =>
        stage.Operations.Any(operation => operation.Text is { } text && SqlLocks.Any(name => text.Text.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))
        || stage.Operations.Select(operation => operation.Call.Frame.Body).Distinct().SelectMany(body => body.Descendants()).Any(Locks);

    private static OverlappingJob? JobAround(DataOperation write, Stage stage)
    {
        for (var frame = write.Call.Frame; frame is not null; frame = frame.Caller)
        {
            if (StartOf(frame.Method, stage.Context) is { } start && stage.Context.Bodies.DeclarationOf(frame.Method) is { } declaration)
                return IsExclusive(frame.Method, stage.Context) ? null : new OverlappingJob(write, frame.Method, StageBuilder.NameOf(declaration), start);
        }

        return null;
    }

    /// <summary>What starts a method again and again: a job says it by its type, or code hands it to a clock; <see langword="null"/> where nothing does.</summary>
    public static ApiModel? StartOf(IMethodSymbol method, PipelineContext context) =>
        context.Apis.FindAll(method.ContainingType).FirstOrDefault(host => host.Role == ApiRole.Host && host["overlap"] == method.Name) ?? context.Schedules.StartOf(method.OriginalDefinition)?.Api;

    private static bool IsExclusive(IMethodSymbol job, PipelineContext context) =>
        job.GetAttributes().Concat(AttributesOf(job.ContainingType)).Any(attribute => context.Apis.FindAll(attribute.AttributeClass).Any(api => api.Role == ApiRole.Exclusive));

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
