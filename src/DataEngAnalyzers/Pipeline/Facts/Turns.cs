using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which operations handle the same message, row or batch.</summary>
internal static class Turns
{
    /// <summary>True when every loop and every delegate around the other operation is around this one, too.</summary>
    public static bool IsInTurnOf(this DataOperation operation, DataOperation other) =>
        IsInLoop(operation.Around.Loop, other.Around.Loop)
        && (other.Delegates().FirstOrDefault() is not { } innermost || operation.Delegates().Contains(innermost));

    /// <summary>The lambdas, and the methods handed over as delegates, that an operation stands in, innermost first.</summary>
    public static IEnumerable<IOperation> Delegates(this DataOperation operation)
    {
        IOperation? part = operation.Call.Operation;
        for (var frame = operation.Call.Frame; frame is not null && part is not null; part = frame.Site, frame = frame.Caller)
        {
            for (var around = part; around is not null; around = around.Parent)
            {
                if (around is IAnonymousFunctionOperation)
                    yield return around;
            }

            if (frame.Handed is { } reference)
                yield return reference;
        }
    }

    /// <summary>The syntax in a frame's body that an operation is, or that leads to it; <see langword="null"/> where it is not reached from there.</summary>
    public static SyntaxNode? SyntaxIn(this DataOperation operation, Frame wanted)
    {
        IOperation? part = operation.Call.Operation;
        for (var frame = operation.Call.Frame; frame is not null && part is not null; part = frame.Site, frame = frame.Caller)
        {
            if (frame == wanted)
                return part.Syntax;
        }

        return null;
    }

    private static bool IsInLoop(Loop? inner, Loop? outer)
    {
        if (outer is null)
            return true;
        for (; inner is not null; inner = inner.Outer)
        {
            if (inner.Where == outer.Where)
                return true;
        }

        return false;
    }
}
