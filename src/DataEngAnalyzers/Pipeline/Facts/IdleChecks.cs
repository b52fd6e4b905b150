using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What becomes of the outcome of a check.</summary>
internal enum CheckOutcome
{
    /// <summary>Nobody looks at it.</summary>
    Dropped,

    /// <summary>It is written to a log, and the load goes on.</summary>
    OnlyLogged,

    /// <summary>Another program checks, and its exit code is not asked.</summary>
    ExitCodeDropped,

    /// <summary>Another program checks, and its exit code is the same whatever it finds.</summary>
    NoVerdict,
}

/// <summary>A check that cannot stop what it checks.</summary>
/// <param name="Check">The call that checks, or that starts the program which does.</param>
/// <param name="Outcome">What becomes of its outcome.</param>
/// <param name="Name">What checks, for messages.</param>
/// <param name="Write">The write that follows; <see langword="null"/> where another program does the work.</param>
internal sealed record IdleCheck(DataOperation Check, CheckOutcome Outcome, string Name, DataOperation? Write);

/// <summary>Finds checks whose outcome decides nothing.</summary>
internal static class IdleChecks
{
    public static IEnumerable<IdleCheck> ChecksThatStopNothing(this Stage stage)
    {
        foreach (var check in stage.Of(DataAction.Validate))
        {
            if (check.Api.Is("outcome", "result")
                && OutcomeOf(check, stage) is { } outcome
                && stage.After(check).FirstOrDefault(write => write.Action == DataAction.Write && stage.Moves(write) && DataFiles.LandsRows(write)) is { } write)
                yield return new IdleCheck(check, outcome, Conversions.NameOf(check.Call), write);
        }

        foreach (var run in stage.Tooling())
        {
            if (IsExitCodeDropped(run.Start))
                yield return new IdleCheck(run.Start, CheckOutcome.ExitCodeDropped, run.Tool, null);
            else if (JqProgram.IsGateWithoutVerdict(run))
                yield return new IdleCheck(run.Start, CheckOutcome.NoVerdict, run.Tool, null);
        }
    }

    private static CheckOutcome? OutcomeOf(DataOperation check, Stage stage)
    {
        var call = check.Call.Operation;
        if (call.Descendants().Any(ThrowsItself) || CollectsErrors(check))
            return null;

        var value = Values.WholeOf(call);
        if (IsDropped(value))
            return CheckOutcome.Dropped;
        if (Values.KeeperOf(call) is not ILocalSymbol kept)
            return IsLogged(value, stage) ? CheckOutcome.OnlyLogged : null;

        var uses = check.Call.Frame.MentionsOf(kept).OfType<ILocalReferenceOperation>().Where(use => !Assigns(use)).ToList();
        return uses.Count == 0 ? CheckOutcome.Dropped : uses.All(use => IsLogged(use, stage)) ? CheckOutcome.OnlyLogged : null;
    }

    private static bool IsDropped(IOperation value) => value.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private static bool Assigns(ILocalReferenceOperation use) => use.Parent is ISimpleAssignmentOperation { Target: var target } && target == use;

    // options => options.ThrowOnFailures()
    private static bool ThrowsItself(IOperation part) =>
        part is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Throw", StringComparison.Ordinal)
        || part is IPropertyReferenceOperation { Property.Name: var property } && property.StartsWith("Throw", StringComparison.Ordinal);

    // A list that takes the errors, and that somebody asks later.
    private static bool CollectsErrors(DataOperation check) => check.Call.Operation is IInvocationOperation { Arguments: var arguments } && arguments.Any(argument =>
        argument.Parameter?.Type is { } type && RowTypes.IsSequence(type) && Unconverted(argument.Value) switch
        {
            ILocalReferenceOperation { Local: var list } => check.Call.Frame.MentionsOf(list).Count(use => use is ILocalReferenceOperation) > 1,
            var value => value is IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation,
        });

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
            value = operand;
        return value;
    }

    // It stands in a condition whose branches only log, inside of such a branch, or in the log call itself.
    private static bool IsLogged(IOperation use, Stage stage)
    {
        for (var part = use; part.Parent is { } parent; part = parent)
        {
            if (parent is IConditionalOperation { Type: null } choice)
                return OnlyLogs(choice, stage);
            if (parent is IExpressionStatementOperation { Operation: IInvocationOperation })
                return stage.Context.Handlers.LeavesNoTrace(parent);
            if (parent is IReturnOperation or IAssignmentOperation or IVariableInitializerOperation or IAnonymousFunctionOperation)
                return false;
        }

        return false;
    }

    private static bool OnlyLogs(IConditionalOperation choice, Stage stage) =>
        choice.Type is null && stage.Context.Handlers.LeavesNoTrace(choice.WhenTrue) && (choice.WhenFalse is null || stage.Context.Handlers.LeavesNoTrace(choice.WhenFalse));

    // The process stays in the method, and nothing there asks it how it went.
    private static bool IsExitCodeDropped(DataOperation start)
    {
        var call = start.Call.Operation;
        while (call.Parent is IConversionOperation or IParenthesizedOperation || call.Parent is IConditionalAccessOperation access && access.Operation == call)
            call = call.Parent;
        if (start.Call.Frame.Body.Descendants().Any(AsksExitCode))
            return false;
        if (start.Call.Receiver is null && call.Parent is IExpressionStatementOperation or IInvocationOperation { Parent: IExpressionStatementOperation })
            return true;
        return (start.Call.Receiver is { Operation: ILocalReferenceOperation { Local: var local } } ? local : Values.KeeperOf(start.Call.Operation)) is ILocalSymbol kept
            && start.Call.Frame.MentionsOf(kept).OfType<ILocalReferenceOperation>().All(use => Assigns(use) || Around(use) is IMemberReferenceOperation or IInvocationOperation { Instance: not null } or IConditionalAccessOperation);
    }

    private static IOperation? Around(IOperation use)
    {
        while (use.Parent is IConversionOperation or IParenthesizedOperation)
            use = use.Parent;
        return use.Parent;
    }

    private static bool AsksExitCode(IOperation part) => part is IPropertyReferenceOperation { Property.Name: "ExitCode" };
}
