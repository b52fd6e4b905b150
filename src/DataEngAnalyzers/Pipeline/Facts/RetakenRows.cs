using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether a row or batch that failed is taken up again by the next run, because only what has worked is remembered: it is marked in the
/// table that the run chooses from, or noted where each turn asks first.
/// </summary>
internal static class RetakenRows
{
    /// <param name="stage">The stage.</param>
    /// <param name="attempt">The <c>try</c> whose handler passes over the error.</param>
    /// <param name="handler">That handler.</param>
    /// <param name="operation">What fails.</param>
    public static bool IsTakenUpAgain(this Stage stage, Attempt attempt, Handler handler, DataOperation operation) =>
        IsMarkedBehind(stage, attempt, operation) || IsNotedBehind(stage, handler, operation);

    // foreach (row of SELECT … WHERE state = 'new') try { Load(row); UPDATE … SET state = 'done' … }
    private static bool IsMarkedBehind(Stage stage, Attempt attempt, DataOperation operation) =>
        attempt.Loop is { } turn
        && TickedOff.SourceOf(stage, turn) is { Dataset: { } source } read
        && stage.FiltersOf(read).Any()
        && stage.Run.After(operation).Prepend(operation).Any(later => !later.Around.InHandler && TickedOff.IsInside(later, attempt) && TickedOff.Marks(stage, later, source));

    // if (store.Get(key) is not null) continue; try { Load(…); store.Set(key, now); }
    private static bool IsNotedBehind(Stage stage, Handler handler, DataOperation operation)
    {
        for (var check = operation.Around.Check; check is not null; check = check.Outer)
        {
            var frame = check.Condition.Frame;
            var questions = stage.Context.Values.Parts(check.Condition).Select(part => part.Operation).OfType<IInvocationOperation>().Where(IsOfStore).ToList();
            if (questions.Count > 0 && Attempts.BodyOf(handler, frame) is { } body && body.Descendants().OfType<IInvocationOperation>().Any(note => questions.Any(question => Notes(note, question, frame, stage.Context.Values))))
                return true;
        }

        return false;
    }

    // What a set in memory remembers is gone when the next run begins.
    private static bool IsOfStore(IInvocationOperation question) =>
        question.Instance?.Type?.ContainingNamespace?.ToDisplayString().StartsWith("System.", StringComparison.Ordinal) == false;

    private static bool Notes(IInvocationOperation note, IInvocationOperation question, Frame frame, Values values) =>
        note.Instance is { } store
        && !SymbolEqualityComparer.Default.Equals(note.TargetMethod, question.TargetMethod)
        && values.HolderOf(new Value(store, frame)) is { } holder
        && SymbolEqualityComparer.Default.Equals(holder, values.HolderOf(new Value(question.Instance!, frame)))
        && KeysIn(question).Intersect(KeysIn(note), SymbolEqualityComparer.Default).Any();

    private static IEnumerable<ISymbol> KeysIn(IInvocationOperation call) => call.Arguments
        .SelectMany(argument => argument.Value.DescendantsAndSelf())
        .Where(part => part.Type is { SpecialType: not SpecialType.None } or { Name: nameof(Guid) })
        .Select(part => part switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            IMemberReferenceOperation { Member: var member } => member,
            _ => (ISymbol?)null,
        })
        .OfType<ISymbol>();
}
