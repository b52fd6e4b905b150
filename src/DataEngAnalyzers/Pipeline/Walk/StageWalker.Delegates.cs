using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

// Code that is handed over: to methods of other projects, to libraries, to the body's own callees.
internal sealed partial class StageWalker
{
    // A delegate in a local that never changes runs where the body calls it, not where it is made.
    private static bool IsRunLater(IVariableDeclaratorOperation declarator, Frame frame) =>
        KeptIn(declarator.Symbol, frame) is not null && frame.MentionsOf(declarator.Symbol).Any(mention => mention.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: var invoked } && invoked == mention);

    private static IDelegateCreationOperation? KeptIn(ILocalSymbol local, Frame frame) =>
        local.Type.TypeKind == TypeKind.Delegate && frame.DefinitionsOf(local) is [var definition] ? definition.Value as IDelegateCreationOperation : null;

    private void VisitKept(ILocalReferenceOperation kept, Frame frame, Surroundings around)
    {
        if (KeptIn(kept.Local, frame) is { Target: var target })
            Visit(target, frame, around);
    }

    // A method of another project: its operations in its order, among them the code of ours that it runs.
    private void VisitNeighbour(IInvocationOperation invocation, ImmutableArray<ApiModel> rows, Frame frame, Surroundings around)
    {
        var doer = new Frame(invocation.TargetMethod, invocation, frame, invocation) { IsOtherObject = true, IsNeighbour = true };
        var outside = invocation.TargetMethod.Name.Contains("Transaction") ? around with { IsHandedToTransaction = true } : around;
        var run = rows.OfType<SummaryRow>().Select(row => row.Facts.Runs).OfType<string>().ToList();
        Visit(invocation.Instance, frame, around);
        foreach (var argument in invocation.Arguments.Where(argument => !run.Contains(Signature.ReferenceTo(argument.Parameter))))
            VisitHandedOn(argument.Value, frame, outside);

        foreach (var row in rows.OfType<SummaryRow>())
        {
            var call = new Call(invocation, row, frame, doer);
            if (row.Facts.Runs is not { } runs)
                _recognizer.Recognize(call, row, row.Around(around, call), _found);
            else if (runs[0] != Signature.ParameterMark)
                EnterAll(_context.Callees.CalledBack(invocation, runs, frame), invocation, frame, row.Around(around, call));
            else if (call.Refer(runs) is { } body)
                VisitHandedOn(body.Operation, frame, row.Around(outside, call));
        }
    }

    // Who gets a delegate out of sight runs it, as far as anybody knows.
    private void VisitHandedOn(IOperation argument, Frame frame, Surroundings around)
    {
        if (argument is IParameterReferenceOperation { Type.TypeKind: TypeKind.Delegate })
            VisitHanded(new Value(argument, frame), around);
        else
            Visit(argument, frame, around);
    }

    private void VisitHanded(Value parameter, Surroundings around)
    {
        var made = _context.Values.Resolve(parameter);
        if (ForCallers && made is { Operation: IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol owner } given }, Frame: { Caller: null, Method: var root } } && SymbolEqualityComparer.Default.Equals(owner, root))
            _found.Add(new DataOperation(DataAction.CallBack, new Call(parameter.Operation, Callback.Of(given), parameter.Frame), around) { Index = _found.Count });
        if (made.Operation is IDelegateCreationOperation { Target: var target } && made.Frame != parameter.Frame)
            Visit(target, made.Frame, around);
    }
}
