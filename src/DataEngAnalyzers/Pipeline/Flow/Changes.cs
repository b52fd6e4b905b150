using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// What may have changed a variable before a use, nearest first, up to the change that replaces all that came before. Each turn of a loop
/// sees what the turn before it did.
/// </summary>
internal sealed class Changes
{
    private readonly ISymbol _variable;
    private readonly Func<Change, bool> _replaces;
    private readonly Change[] _all;
    private readonly List<Change> _found = new();
    private readonly HashSet<Change> _seen = new();

    private Changes(ISymbol variable, Change[] all, Func<Change, bool> replaces)
    {
        _variable = variable;
        _all = all;
        _replaces = replaces;
    }

    /// <summary>The changes, nearest first.</summary>
    public IReadOnlyList<Change> Found => _found;

    /// <summary>True when the value from before the body may still be there.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The loop whose variable this is; <see langword="null"/> for any other variable.</summary>
    public IForEachLoopOperation? Loop { get; private set; }

    /// <param name="variable">A local, a parameter or a field.</param>
    /// <param name="use">The operation before which it is looked at.</param>
    /// <param name="frame">The body that holds the use.</param>
    /// <param name="replaces">True for a change that leaves nothing of what was there, as far as it is asked for.</param>
    /// <param name="index">Where bodies change variables.</param>
    public static Changes Before(ISymbol variable, IOperation use, Frame frame, Func<Change, bool> replaces, ChangeIndex index)
    {
        var changes = new Changes(variable, index.Of(variable, frame), replaces);
        changes.IsOpen = changes.Climb(use, frame.Body);
        return changes;
    }

    /// <summary>The changes of a whole body, as its caller finds them.</summary>
    public static Changes In(ISymbol variable, Frame frame, Func<Change, bool> replaces, ChangeIndex index) => In(variable, frame.Body, frame, replaces, index);

    /// <summary>The changes of a part of a body.</summary>
    public static Changes In(ISymbol variable, IOperation part, Frame frame, Func<Change, bool> replaces, ChangeIndex index)
    {
        var changes = new Changes(variable, index.Of(variable, frame), replaces);
        changes.IsOpen = !changes.Settles(part);
        return changes;
    }

    private bool Climb(IOperation use, IOperation body)
    {
        for (var child = use; child != body && child.Parent is { } parent; child = parent)
        {
            var isChanged = ChangeIndex.HasBetween(_all, parent.Syntax.SpanStart, child.Syntax.SpanStart);
            foreach (var earlier in isChanged ? Earlier(parent, child) : [])
            {
                if (Settles(earlier))
                    return false;
            }

            switch (parent)
            {
                case IForEachLoopOperation loop when loop.Body == child && Declares(loop.LoopControlVariable):
                    Loop = loop;
                    return false;
                case ILoopOperation when !IsDeclaredIn(parent):
                    Gather(parent);
                    break;
                case IAnonymousFunctionOperation lambda when _variable is IParameterSymbol && SymbolEqualityComparer.Default.Equals(_variable.ContainingSymbol, lambda.Symbol):
                    return true;
            }
        }

        return true;
    }

    private bool Declares(IOperation control) => control.DescendantsAndSelf().Any(part =>
        part is IVariableDeclaratorOperation { Symbol: var declared } && SymbolEqualityComparer.Default.Equals(declared, _variable)
        || part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, _variable));

    // What runs before a part of an operation, nearest first; of the ways of a fork, only what decides.
    private static IEnumerable<IOperation> Earlier(IOperation parent, IOperation child)
    {
        return parent switch
        {
            IBlockOperation { Operations: var statements } => Backwards(statements, statements.IndexOf(child)),
            // What is assigned is there before its target changes.
            IAssignmentOperation assignment when assignment.Value == child => [],
            IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation => parent.ChildOperations.TakeWhile(part => part != child).Take(1),
            _ => parent.ChildOperations.TakeWhile(part => part != child).Reverse(),
        };
    }

    private static IEnumerable<IOperation> Backwards(ImmutableArray<IOperation> statements, int end)
    {
        for (var at = end - 1; at >= 0; at--)
            yield return statements[at];
    }

    private bool IsDeclaredIn(IOperation loop) => _variable is not IFieldSymbol
        && _variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

    // Adds the changes of a statement and says whether they replace all that came before, whatever way it goes.
    private bool Settles(IOperation statement)
    {
        if (!IsChangedIn(statement))
            return false;

        switch (statement)
        {
            case IBlockOperation or IUsingOperation or ILockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IExpressionStatementOperation:
                return statement.ChildOperations.Reverse().Any(Settles);
            case IConditionalOperation fork:
                // A way that leaves brings nothing here.
                return Ends(fork.WhenTrue) & (fork.WhenFalse is { } otherwise && Ends(otherwise)) || Settles(fork.Condition);
            case ISwitchOperation choice:
                var hasDefault = choice.Cases.Any(@case => @case.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
                return choice.Cases.Select(@case => @case.Body.Reverse().Any(Settles)).ToList().All(settled => settled) && hasDefault;
            case ITryOperation attempt:
                foreach (var handler in attempt.Catches)
                    Gather(handler);
                return (attempt.Finally is { } last && Settles(last)) | Settles(attempt.Body) & attempt.Catches.All(handler => Flow.Leaves(handler.Handler));
            case IForEachLoopOperation loop:
                Gather(loop.Body);
                return Settles(loop.Collection);
            case ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchExpressionOperation or ICoalesceOperation or IConditionalAccessOperation:
                Gather(statement);
                return false;
            default:
                return Gather(statement);
        }
    }

    private bool Ends(IOperation way) => Flow.Leaves(way) || Settles(way);

    private bool IsChangedIn(IOperation part) => ChangeIndex.HasBetween(_all, part.Syntax.SpanStart, part.Syntax.Span.End);

    // Adds every change in a part, last first; true when one of them replaces all.
    private bool Gather(IOperation part)
    {
        foreach (var change in ChangeIndex.Between(_all, part.Syntax.SpanStart, part.Syntax.Span.End))
        {
            if (!_seen.Add(change))
                continue;
            _found.Add(change);
            if (_replaces(change) && IsPlain(change.Mention, part))
                return true;
        }

        return false;
    }

    /// <summary>True when nothing between the part and the mention decides whether it runs.</summary>
    public static bool IsPlain(IOperation mention, IOperation part)
    {
        for (var step = mention; step != part && step is not null; step = step.Parent)
        {
            if (step is IConditionalOperation or ILoopOperation or IAnonymousFunctionOperation or ISwitchExpressionOperation or ISwitchCaseOperation or ITryOperation or IConditionalAccessOperation)
                return false;
        }

        return true;
    }
}
