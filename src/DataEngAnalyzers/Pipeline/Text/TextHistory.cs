using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// The texts that a variable, or a property of the object it holds, has in the course of one body: assigned, added to, built, under
/// conditions and in loops. Only the operations on the way to a mention of the variable are visited.
/// </summary>
internal sealed partial class TextHistory
{
    private readonly TextReading _reading;
    private readonly Frame _frame;
    private readonly TextPlace _place;
    private readonly int _depth;
    private readonly IReadOnlyList<IOperation> _mentions;
    private readonly IOperation _name;
    private readonly HashSet<IOperation> _onTheWay = new();
    private readonly Dictionary<IOperation, TextRun> _at = new();
    private readonly List<TextArm> _ends = new();

    public TextHistory(TextReading reading, Frame frame, TextPlace place, int depth)
    {
        _reading = reading;
        _frame = frame;
        _place = place;
        _depth = depth;
        _mentions = frame.MentionsOf(place.Holder);
        _name = _mentions.FirstOrDefault(mention => mention is not IVariableDeclaratorOperation) ?? frame.Body;
    }

    /// <summary>What the place holds where the body ends or returns; <see langword="null"/> before it was traced, or where the body never ends.</summary>
    public TextRun? End => _ends.Count == 0 ? null : Bounded(TextRun.Choose(_frame.Body, new Value(_name, _frame), _ends));

    /// <summary>What the place holds at a use of its variable.</summary>
    public TextRun At(Value use) => _at.TryGetValue(use.Operation, out var run) ? run : TextRun.Hole(use);

    /// <summary>True when a body gives a parameter another value than the call did.</summary>
    public static bool IsReplaced(IParameterSymbol parameter, Frame frame) => frame.MentionsOf(parameter).Any(IsWritten);

    /// <summary>What a body returns, lambdas and local functions inside it left out.</summary>
    public static IReadOnlyList<IOperation> ResultsOf(IOperation body) =>
        ReturnsOf(body).Select(returned => returned.ReturnedValue).OfType<IOperation>().ToList();

    private static IEnumerable<IReturnOperation> ReturnsOf(IOperation body) =>
        body.DescendantsAndSelf().OfType<IReturnOperation>().Where(returned => returned.Kind == OperationKind.Return && FunctionAround(returned, body) is null);

    /// <summary>Follows the body from its start to its end.</summary>
    public void Trace()
    {
        // What a lambda or local function of another body writes happens nobody knows when.
        if (_mentions.Any(mention => IsForeign(mention) && Changes(mention)))
            return;

        foreach (var mention in _mentions)
            Pave(mention);

        // What is left at the end is only asked of what outlives the body.
        if (_place.Holder is IParameterSymbol or IFieldSymbol)
        {
            foreach (var returned in ReturnsOf(_frame.Body))
                Pave(returned);
        }

        if (Walk(_frame.Body, Start()) is { } last)
            _ends.Add(new TextArm(_ends.Count, last));
    }

    private void Pave(IOperation? operation)
    {
        while (operation is not null && _onTheWay.Add(operation) && operation != _frame.Body)
            operation = operation.Parent;
    }

    private TextRun Start()
    {
        if (_place.Holder is not IParameterSymbol parameter)
            return TextRun.Null;
        if (_frame.ArgumentFor(parameter) is { } argument)
            return _place.Property is { } property ? _reading.ReadProperty(argument, property, _depth) : _reading.Read(argument, _depth);
        return _place.Property is null ? Unknown(_name) : TextRun.Null;
    }

    private TextRun Unknown(IOperation mention) => TextRun.Hole(new Value(mention, _frame));

    // The state is null where no run gets to: after a return or a throw.
    private TextRun? Walk(IOperation? operation, TextRun? state)
    {
        if (operation is null || state is null)
            return state;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_onTheWay.Contains(operation))
            return Flow.Leaves(operation) ? null : state;

        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation when _place.IsHolder(operation):
                return Use(operation, state);
            case IBlockOperation { Operations: var statements }:
                foreach (var statement in statements)
                    state = Walk(statement, state);
                return state;
            case IConditionalOperation fork:
                return WalkFork(fork, state);
            case ISwitchOperation fork:
                return WalkSwitch(fork, state);
            case ISwitchExpressionOperation fork:
                return WalkArms(fork, fork.Arms.Select(arm => arm.Value), Walk(fork.Value, state));
            case ILoopOperation loop:
                return WalkLoop(loop, state);
            case ITryOperation attempt:
                return WalkTry(attempt, state);
            case IAnonymousFunctionOperation lambda when !IsHome(lambda):
                WalkLambda(lambda, state);
                return state;
            case ILocalFunctionOperation when !IsHome(operation):
                return state;
            case ILabeledOperation:
                return WalkChildren(operation, Unknown(_name));
            default:
                return Change(operation, WalkChildren(operation, state));
        }
    }

    private TextRun? WalkChildren(IOperation operation, TextRun? state)
    {
        foreach (var child in operation.ChildOperations)
            state = Walk(child, state);
        if (state is not null && operation is IReturnOperation { Kind: OperationKind.Return })
            _ends.Add(new TextArm(_ends.Count, state));
        return Flow.Leaves(operation) ? null : state;
    }

    private TextRun? WalkFork(IConditionalOperation fork, TextRun? state)
    {
        state = Walk(fork.Condition, state);
        return Join(fork, [(0, Walk(fork.WhenTrue, state)), (1, Walk(fork.WhenFalse, state))]);
    }

    private TextRun? WalkArms(IOperation fork, IEnumerable<IOperation> arms, TextRun? state) =>
        Join(fork, arms.Select((arm, index) => (index + 1, Walk(arm, state))));

    private TextRun? WalkSwitch(ISwitchOperation fork, TextRun? state)
    {
        state = Walk(fork.Value, state);
        var arms = new List<(int, TextRun?)>();
        foreach (var section in fork.Cases)
        {
            var after = state;
            foreach (var statement in section.Body)
                after = statement is IBranchOperation { BranchKind: BranchKind.Break } ? after : Walk(statement, after);

            // A break in the middle brings what was there by then.
            var ends = section.Body.SelectMany(statement => statement.DescendantsAndSelf()).Count(part => part is IBranchOperation { Target: var target } && SymbolEqualityComparer.Default.Equals(target, fork.ExitLabel));
            if (ends == 0)
                after = null;
            else if (ends > 1 && after != state)
                after = Unknown(_name);
            arms.Add((arms.Count + 1, after));
        }

        if (!fork.Cases.Any(section => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default)))
            arms.Add((arms.Count + 1, state));
        return Join(fork, arms);
    }

    private TextRun? Join(IOperation fork, IEnumerable<(int Number, TextRun? Text)> ways)
    {
        var arms = ways.Where(way => way.Text is not null).Select(way => new TextArm(way.Number, way.Text!)).ToList();
        return arms.Count == 0 ? null : Bounded(TextRun.Choose(fork, new Value(_name, _frame), arms));
    }

    // How often a loop turns is unknown: what it adds is one hole, what it assigns is anything.
    private TextRun? WalkLoop(ILoopOperation loop, TextRun? state)
    {
        var changes = _mentions.Where(mention => IsInside(mention, loop) && Changes(mention)).ToList();
        if (state is null || changes.Count == 0)
        {
            WalkChildren(loop, state);
            return state;
        }

        // Whole statements may as well be those of one turn: what is true of one run is worth saying.
        var grows = changes.All(Grows);
        var turn = grows && TextEnds.IsBetweenStatements(state) ? WalkChildren(loop, TextRun.Empty) : null;
        var entry = grows ? Bounded(state.Add(Unknown(changes[0]))) : Unknown(changes[0]);
        WalkChildren(loop, entry);
        return turn is { Count: > 0 } && TextEnds.IsBetweenStatements(turn) ? Bounded(state.Add(turn)) : entry;
    }

    private TextRun? WalkTry(ITryOperation attempt, TextRun? state)
    {
        var done = Walk(attempt.Body, state);
        var changed = _mentions.Where(mention => IsInside(mention, attempt.Body) && Changes(mention)).ToList();
        var failed = changed.Count == 0 ? state : Unknown(changed[0]);
        foreach (var handler in attempt.Catches)
        {
            var handled = Walk(handler.Handler, failed);
            if (handled is not null && handled != done)
                done = done is null ? handled : Unknown(_name);
        }

        return Walk(attempt.Finally, done);
    }

    // A lambda runs when it is called: what the variable holds then is known if nothing changes it any more.
    private void WalkLambda(IAnonymousFunctionOperation lambda, TextRun? state)
    {
        var end = lambda.Syntax.Span.End;
        if (!_mentions.Any(mention => Changes(mention) && (mention.Syntax.SpanStart > end || IsInLoopAround(lambda, mention))))
            Walk(lambda.Body, state);
    }

    private TextRun Bounded(TextRun run) => run.IsTooLong ? Unknown(_name) : run;
}
