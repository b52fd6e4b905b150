using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// One operation of a method of another project, as a row of the models: the role of the API that the method uses there, its
/// references rewritten to what the method's callers see. Immutable.
/// </summary>
internal sealed class SummaryRow : ApiModel
{
    public SummaryRow(SymbolName symbol, ApiRole role, ApiLibrary library, ImmutableArray<KeyValuePair<string, string>> values, OperationFacts facts)
        : base(symbol, role, library, values) => Facts = facts;

    public OperationFacts Facts { get; }

    /// <summary>What is around the operation at a call: what its method puts there, inside what the caller does.</summary>
    public Surroundings Around(Surroundings caller, Call call)
    {
        var loops = Facts.Loops.Reverse().Aggregate(
            ImmutableArray.Create(caller.Loop),
            (outer, fact) => outer.Add(new Loop(fact.Over, call.NameLocation, call.Doer, outer[outer.Length - 1]) { Sequence = fact.Sequence is { } sequence ? call.Refer(sequence) : null }));
        var attempt = Facts.Attempts.Reverse().Aggregate(caller.Attempt, (outer, fact) => new Attempt(
            fact.Handlers.Select(handler => new Handler(call.NameLocation, handler.IsGeneral, handler.Rethrows, handler.KeepsRow) { KnowsDuplicates = handler.KnowsDuplicates }).ToImmutableArray(),
            loops[System.Math.Min(fact.LoopsOutside, loops.Length - 1)],
            outer));
        var branch = Facts.Branches.Reverse().Aggregate(caller.Branch, (outer, fact) => new Branch(call.Operation, fact.Arm, outer)
        {
            Decides = fact.Decides,
            Frame = call.Frame,
            Nested = new NestedFork(fact.Fork, fact.IsMode),
        });
        return caller with
        {
            Loop = loops[loops.Length - 1],
            Attempt = attempt,
            Branch = branch,
            Retry = Facts.IsRetried ? new Retry(call.NameLocation, Facts.IsVerified) : caller.Retry,
            InHandler = caller.InHandler || Facts.InHandler,
            IsHandedToTransaction = caller.IsHandedToTransaction || Facts.IsHandedToTransaction,
            IsConditional = caller.IsConditional || Facts.IsConditional,
        };
    }
}
