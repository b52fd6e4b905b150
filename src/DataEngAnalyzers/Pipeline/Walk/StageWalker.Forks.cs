using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

// Code that runs only where a question was answered so.
internal sealed partial class StageWalker
{
    private Surroundings VisitBlock(IBlockOperation block, Frame frame, Surroundings around)
    {
        var next = around;
        foreach (var statement in block.Operations)
            next = Visit(statement, frame, next);
        foreach (var declaration in block.Operations.OfType<IUsingDeclarationOperation>().Reverse())
            EndScopes(declaration, frame, around);
        return next;
    }

    // What follows an if that leaves runs only when its condition did not hold.
    private Surroundings VisitConditional(IConditionalOperation conditional, Frame frame, Surroundings around)
    {
        var check = VisitQuestion(conditional.Condition, frame, around);
        var inside = around with { IsConditional = true, Check = check };
        var taken = new Branch(conditional, 0, around.Branch) { Frame = frame };
        var passed = new Branch(conditional, 1, around.Branch) { Frame = frame };
        var whenTrue = Visit(conditional.WhenTrue, frame, inside with { Branch = taken });
        var whenFalse = Visit(conditional.WhenFalse, frame, inside with { Branch = passed });
        if (Flow.Leaves(conditional.WhenTrue))
            return around with { Check = check, Branch = passed };
        if (Flow.Leaves(conditional.WhenFalse))
            return around with { Check = check, Branch = taken };

        // if (!again) { if (done) return; }
        var asked = ReferenceEquals(whenTrue.Check, check) ? whenFalse.Check : whenTrue.Check;
        return ReferenceEquals(asked, check) ? around : around with { Check = asked };
    }

    private Surroundings VisitSwitch(IOperation choice, IOperation asked, Frame frame, Surroundings around)
    {
        var check = VisitQuestion(asked, frame, around);
        var arm = 0;
        foreach (var way in choice.ChildOperations.Skip(1))
            Visit(way, frame, around with { IsConditional = true, Check = check, Branch = new Branch(choice, ++arm, around.Branch) { Frame = frame } });
        return choice is ISwitchOperation { Cases: var cases, ExitLabel: var end } && cases.Any(way => LeavesAt(way, end)) ? around with { Check = check } : around;
    }

    private static bool LeavesAt(ISwitchCaseOperation way, ILabelSymbol end) =>
        Flow.Last(way.Body.LastOrDefault()) is var last && Flow.Leaves(last) && !(last is IBranchOperation { Target: var target } && SymbolEqualityComparer.Default.Equals(target, end));

    // known ?? Add(row), known || Add(row)
    private void VisitShortCut(IOperation choice, Frame frame, Surroundings around)
    {
        var asked = choice.ChildOperations.First();
        var check = VisitQuestion(asked, frame, around);
        foreach (var way in choice.ChildOperations.Skip(1))
            Visit(way, frame, around with { IsConditional = true, Check = check });
    }

    private Check VisitQuestion(IOperation asked, Frame frame, Surroundings around)
    {
        var first = _found.Count;
        Visit(asked, frame, around);
        return new Check(new Value(asked, frame), first, _found.Count, around.Check);
    }

    private Surroundings VisitUsing(IUsingOperation scope, Frame frame, Surroundings around)
    {
        Visit(scope.Resources, frame, around);
        var next = Visit(scope.Body, frame, around);
        EndScopes(scope.Resources, frame, around);
        return Behind(next, around);
    }

    private Surroundings VisitTry(ITryOperation attempt, Frame frame, Surroundings around)
    {
        var handlers = attempt.Catches.Select(clause => _context.Handlers.Of(clause, frame)).ToImmutableArray();
        var inside = handlers.IsEmpty || Retries.IsEndless(attempt) ? around : around with { Attempt = new Attempt(handlers, around.Loop, around.Attempt) };
        var next = Visit(attempt.Body, frame, inside);
        foreach (var clause in attempt.Catches)
            Visit(clause.Handler, frame, around with { InHandler = true });
        Visit(attempt.Finally, frame, around with { InHandler = true });
        return Behind(next, around);
    }

    // The ways out of a statement decide about what is behind it; all else around them ends with it.
    private static Surroundings Behind(Surroundings end, Surroundings around) => around with { Check = end.Check, Branch = end.Branch };
}
