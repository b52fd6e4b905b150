using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the handlers around an operation are there for.</summary>
internal static class Attempts
{
    /// <summary>The guarded code of the <c>try</c> that a handler belongs to; <see langword="null"/> where it stands in another body.</summary>
    public static IOperation? BodyOf(Handler handler, Frame frame) => frame.Body.DescendantsAndSelf().OfType<ITryOperation>()
        .FirstOrDefault(attempt => attempt.Syntax.SyntaxTree == handler.Where.SourceTree && attempt.Catches.Any(clause => clause.Syntax.Span.Contains(handler.Where.SourceSpan)))?.Body;

    /// <summary>True when a handler around it takes a particular error: the author knows which one may come.</summary>
    public static bool ExpectsError(DataOperation operation)
    {
        for (var attempt = operation.Around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            if (attempt.Handlers.Any(handler => !handler.IsGeneral))
                return true;
        }

        return false;
    }

    /// <summary>True when a handler around it, or around the save that brings it about, asks whether its key was there already.</summary>
    public static bool ExpectsDuplicate(this Stage stage, DataOperation write) =>
        ExpectsDuplicate(write) || stage.TakesEffect(write) is { } effect && effect != write && ExpectsDuplicate(effect);

    private static bool ExpectsDuplicate(DataOperation operation)
    {
        for (var attempt = operation.Around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            if (attempt.Handlers.Any(handler => handler.KnowsDuplicates))
                return true;
        }

        return false;
    }
}
