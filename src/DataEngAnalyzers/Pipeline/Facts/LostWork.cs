using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A write that nobody waits for: what calls it goes on, and an error of it is lost.</summary>
/// <param name="Write">The write.</param>
/// <param name="Dropped">The call that loses the task, or that runs an async delegate as if it were none; the body of an async void method.</param>
/// <param name="Where">The name of the call or method.</param>
internal sealed record LostWork(DataOperation Write, IOperation Dropped, Location Where);

/// <summary>Follows the task of each write outwards to whoever drops it: a statement, an async void delegate, a discarded background task.</summary>
internal static class LostWorks
{
    public static IEnumerable<LostWork> WorkNotAwaited(this Stage stage)
    {
        foreach (var write in stage.Operations.Where(stage.Stores))
        {
            if (DroppedBy(write) is { } dropped && !IsService(write, dropped))
                yield return new LostWork(write, dropped, dropped is IBlockOperation ? stage.NameLocation : Call.PlaceOf(dropped.Syntax));
        }
    }

    private static IOperation? DroppedBy(DataOperation write)
    {
        var part = write.Call.Operation;
        for (var frame = write.Call.Frame; frame is not null; frame = frame.Caller)
        {
            while (true)
            {
                if (IsTask(part.Type) && IsDropped(part))
                    return part;
                if (Around(part) is not { } lambda)
                    break;
                if (TakerOf(lambda) is not { } taker)
                    return null;
                if (lambda.Symbol is { IsAsync: true, ReturnsVoid: true })
                    return taker;
                part = taker;
            }

            if (frame.Site is null)
                return IsLoader(frame.Method) ? frame.Body : null;
            if ((frame.Handed is { } reference ? TakerOf(reference) : frame.Site) is not { } site)
                return null;
            if (frame.Method is { IsAsync: true, ReturnsVoid: true })
                return site;
            part = site;
        }

        return null;
    }

    // async void where nothing demands it: no handler of an event, no override.
    private static bool IsLoader(IMethodSymbol root) =>
        root is { IsAsync: true, ReturnsVoid: true, IsOverride: false } && !root.Parameters.Any(parameter => parameter.Type.Name.EndsWith("Args", StringComparison.Ordinal));

    private static IAnonymousFunctionOperation? Around(IOperation part)
    {
        var around = part.Parent;
        while (around is not (null or IAnonymousFunctionOperation))
            around = around.Parent;
        return (IAnonymousFunctionOperation?)around;
    }

    // The call that gets a delegate; an event, a field or a variable hands it on to somebody out of sight.
    private static IOperation? TakerOf(IOperation handed)
    {
        while (handed.Parent is IDelegateCreationOperation or IConversionOperation)
            handed = handed.Parent;
        return handed.Parent is IArgumentOperation { Parent: (IInvocationOperation or IObjectCreationOperation) and var taker } ? taker : null;
    }

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    private static bool IsDropped(IOperation task)
    {
        while (task.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } || task.Parent is IConditionalAccessOperation access && access.WhenNotNull == task)
            task = task.Parent!;
        return task.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    // A service is started and runs on: its loop turns inside of what is dropped.
    private static bool IsService(DataOperation write, IOperation dropped)
    {
        for (var loop = write.Around.Loop; loop is not null; loop = loop.Outer)
        {
            if (loop.Over == LoopOver.Time && !(loop.Where.SourceTree == dropped.Syntax.SyntaxTree && loop.Where.SourceTree?.GetRoot().FindToken(loop.Where.SourceSpan.Start).Parent?.Span.Contains(dropped.Syntax.Span) == true))
                return true;
        }

        return false;
    }
}
