using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// What may have changed a variable before a use, nearest first, up to the change that replaces all that came before. Each turn of a loop
/// sees what the turn before it did.
/// </summary>
internal sealed class Changes
{
    private readonly ISymbol _variable;
    private readonly Func<Change, bool> _replaces;
    private readonly PipelineContext _context;
    private readonly IReadOnlyList<IOperation> _mentions;
    private readonly List<Change> _found = new();
    private readonly HashSet<IOperation> _seen = new();

    private Changes(ISymbol variable, Frame frame, Func<Change, bool> replaces, PipelineContext context)
    {
        _variable = variable;
        _replaces = replaces;
        _context = context;
        _mentions = variable is IFieldSymbol { IsStatic: false } ? [.. frame.MentionsOf(variable).Concat(frame.Body.DescendantsAndSelf().Where(IsOwnCall)).OrderBy(mention => mention.Syntax.SpanStart)] : frame.MentionsOf(variable);
    }

    // A method of the same object may set its fields.
    private static bool IsOwnCall(IOperation part) => part is IInvocationOperation { Instance: IInstanceReferenceOperation };

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
    /// <param name="context">Knows what calls do.</param>
    public static Changes Before(ISymbol variable, IOperation use, Frame frame, Func<Change, bool> replaces, PipelineContext context)
    {
        var changes = new Changes(variable, frame, replaces, context);
        changes.IsOpen = changes.Climb(use, frame.Body);
        return changes;
    }

    /// <summary>The changes of a whole body, as its caller finds them.</summary>
    public static Changes In(ISymbol variable, Frame frame, Func<Change, bool> replaces, PipelineContext context)
    {
        var changes = new Changes(variable, frame, replaces, context);
        changes.IsOpen = !changes.Settles(frame.Body);
        return changes;
    }

    private bool Climb(IOperation use, IOperation body)
    {
        for (var child = use; child != body && child.Parent is { } parent; child = parent)
        {
            foreach (var earlier in Earlier(parent, child))
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
        var before = parent.ChildOperations.TakeWhile(part => part != child);
        return parent switch
        {
            IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation => before.Take(1),
            _ => before.Reverse(),
        };
    }

    private bool IsDeclaredIn(IOperation loop) => _variable is not IFieldSymbol
        && _variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

    // Adds the changes of a statement and says whether they replace all that came before, whatever way it goes.
    private bool Settles(IOperation statement)
    {
        if (!Mentions(statement))
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
                return (attempt.Finally is { } last && Settles(last)) | Settles(attempt.Body);
            case ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchExpressionOperation or ICoalesceOperation or IConditionalAccessOperation:
                Gather(statement);
                return false;
            default:
                return Gather(statement);
        }
    }

    private bool Ends(IOperation way) => Flow.Leaves(way) || Settles(way);

    private bool Mentions(IOperation part) => MentionsIn(part).Any();

    private IEnumerable<IOperation> MentionsIn(IOperation part) =>
        _mentions.Where(mention => mention.Syntax.SyntaxTree == part.Syntax.SyntaxTree && part.Syntax.Span.Contains(mention.Syntax.Span)).Reverse();

    // Adds every change in a part, last first; true when one of them replaces all.
    private bool Gather(IOperation part)
    {
        var settled = false;
        foreach (var mention in MentionsIn(part))
        {
            if (!_seen.Add(mention) || ChangeBy(mention) is not { } change)
                continue;
            _found.Add(change);
            if (_replaces(change) && IsPlain(mention, part))
            {
                settled = true;
                break;
            }
        }

        return settled;
    }

    private Change? ChangeBy(IOperation mention) =>
        IsOwnCall(mention) ? new Change(ChangeKind.Handed, null, mention) { Kept = (IFieldSymbol)_variable } : Change.Of(mention, _context.Apis);

    // Nothing between the part and the mention decides whether it runs.
    private static bool IsPlain(IOperation mention, IOperation part)
    {
        for (var step = mention; step != part && step is not null; step = step.Parent)
        {
            if (step is IConditionalOperation or ILoopOperation or IAnonymousFunctionOperation or ISwitchExpressionOperation or ISwitchCaseOperation or ICatchClauseOperation or IConditionalAccessOperation)
                return false;
        }

        return true;
    }
}
