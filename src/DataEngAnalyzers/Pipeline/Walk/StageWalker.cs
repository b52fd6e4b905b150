using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Walks a root in the order of the code, through lambdas, local functions and the bodies it calls in whatever class, and collects
/// what happens to data with what is around it.
/// </summary>
internal sealed partial class StageWalker
{
    private const int MostOperations = 2_000;
    private const int MostVisits = 200_000;
    private const int MostBodies = 500;

    private readonly PipelineContext _context;
    private readonly CancellationToken _cancellation;
    private readonly Recognizer _recognizer;
    private readonly List<DataOperation> _found = new();
    private readonly HashSet<Frame> _unfinished = new();
    private int _visits;
    private int _bodies;

    public StageWalker(PipelineContext context, CancellationToken cancellation)
    {
        _context = context;
        _cancellation = cancellation;
        _recognizer = new Recognizer(context);
    }

    /// <summary>True where what the root runs of its callers' code is to be found, too.</summary>
    public bool ForCallers { get; init; }

    /// <summary>The bodies that were under way when there was too much to follow; what comes after that is unknown.</summary>
    public IReadOnlyCollection<Frame> Unfinished => _unfinished;

    private bool IsOverBudget => _visits > MostVisits || _bodies > MostBodies || _found.Count > MostOperations;

    public IReadOnlyList<DataOperation> Found => _found;

    /// <summary>How many bodies were walked, each as often as it was called.</summary>
    public int Bodies => _bodies;

    public void Walk(Frame root) => Enter(root, Surroundings.None);

    private void Enter(Frame callee, Surroundings around)
    {
        if (IsOverBudget)
            return;

        _bodies++;
        Visit(callee.Body, callee, around);
        if (IsOverBudget)
            _unfinished.Add(callee);
    }

    // Where the object's type decides, one run takes one of the ways.
    private void EnterAll(ImmutableArray<Frame> callees, IOperation use, Frame caller, Surroundings around)
    {
        if (callees is [var only])
        {
            Enter(only, around);
            return;
        }

        for (var arm = 0; arm < callees.Length; arm++)
            Enter(callees[arm], around with { IsConditional = true, Branch = new Branch(use, arm, around.Branch) { Frame = caller } });
    }

    // Hands back what is around the next statement: an if that leaves decides about what follows it.
    private Surroundings Visit(IOperation? operation, Frame frame, Surroundings around)
    {
        if (operation is null || IsOverBudget)
            return around;

        _visits++;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case ILoopOperation loop:
                VisitLoop(loop, frame, around);
                break;
            case ITryOperation attempt:
                return VisitTry(attempt, frame, around);
            case IConditionalOperation conditional:
                return VisitConditional(conditional, frame, around);
            case ISwitchOperation choice:
                return VisitSwitch(choice, choice.Value, frame, around);
            case ISwitchExpressionOperation choice:
                return VisitSwitch(choice, choice.Value, frame, around);
            case IUsingOperation scope:
                return VisitUsing(scope, frame, around);
            case ILockOperation { LockedValue: var locked, Body: var body }:
                Visit(locked, frame, around);
                return Visit(body, frame, around);
            case IBlockOperation block:
                return VisitBlock(block, frame, around);
            case ICoalesceOperation or ICoalesceAssignmentOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, ConstantValue.HasValue: false }:
                VisitShortCut(operation, frame, around);
                break;
            case ILocalFunctionOperation:
                // Seen where it is called; a local function nobody calls moves no data.
                break;
            case IInvocationOperation invocation:
                VisitInvocation(invocation, frame, around);
                break;
            case IVariableDeclaratorOperation declarator when IsRunLater(declarator, frame):
                break;
            case IBinaryOperation { ConstantValue.HasValue: true } or ILiteralOperation:
                break;
            default:
                VisitChildren(operation, frame, around);
                Recognize(operation, frame, around);
                break;
        }

        return around;
    }

    private void VisitChildren(IOperation operation, Frame frame, Surroundings around)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child, frame, around);
    }

    private void VisitLoop(ILoopOperation loop, Frame frame, Surroundings around)
    {
        var inside = Retries.IsRetry(loop)
            ? around with { Retry = new Retry(_context.Loops.Of(loop, frame, null).Where) }
            : around with { Loop = _context.Loops.Of(loop, frame, around.Loop) };
        if (loop is IForEachLoopOperation each)
        {
            Visit(each.Collection, frame, around);
            Visit(each.Body, frame, inside);
            return;
        }

        VisitChildren(loop, frame, inside);
    }

    private void VisitInvocation(IInvocationOperation invocation, Frame frame, Surroundings around)
    {
        if (_context.Apis.FindAll(invocation.TargetMethod) is [SummaryRow, ..] rows)
        {
            VisitNeighbour(invocation, rows, frame, around);
            return;
        }

        var outside = invocation.TargetMethod.Name.Contains("Transaction") ? around with { IsHandedToTransaction = true } : around;
        var inside = outside;
        string[] bodies = [];
        foreach (var api in _context.Apis.FindAll(invocation.TargetMethod))
        {
            var call = new Call(invocation, api, frame);
            if (api.Role == ApiRole.Retry)
                inside = _context.RetryPolicies.Retries(call) ? outside with { Retry = new Retry(call.NameLocation, IsVerified: call["verify"] is not null) } : outside;
            else if (api.Role == ApiRole.Host)
                inside = outside with { Runner = _context.Hosts.Of(call) };
            else if (api.Role == ApiRole.Each)
                inside = outside with { Loop = _context.Loops.Of(call, around.Loop) };
            else
                continue;
            bodies = api["body"]?.Split('|') ?? [];
        }

        var followed = _context.Callees.FruitfulOf(invocation, frame);
        Visit(invocation.Instance, frame, around);
        foreach (var argument in invocation.Arguments)
        {
            var place = bodies.Contains(argument.Parameter?.Name) ? inside : outside;
            if (followed.IsEmpty)
                VisitHandedOn(argument.Value, frame, place);
            else if (argument.Value is not IDelegateCreationOperation)
                // A followed method runs the lambda where it calls it, inside its own loops and retries.
                Visit(argument.Value, frame, place);
        }

        Recognize(invocation, frame, around);
        EnterAll(followed, invocation, frame, around);
        if (ForCallers && invocation is { IsVirtual: true, Instance: IInstanceReferenceOperation, TargetMethod.DeclaringSyntaxReferences.IsEmpty: false })
            _found.Add(new DataOperation(DataAction.CallBack, new Call(invocation, Callback.Of(invocation.TargetMethod), frame), around) { Index = _found.Count });
        if (invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation handed })
            VisitHanded(new Value(handed, frame), around);
        else if (invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation kept })
            VisitKept(kept, frame, around);
    }

    private void Recognize(IOperation operation, Frame frame, Surroundings around)
    {
        // A method handed over as a delegate runs where it is handed to; a getter and a constructor, where they are used.
        if (operation is IMethodReferenceOperation or IObjectCreationOperation or IPropertyReferenceOperation)
            EnterAll(_context.Callees.FruitfulOf(operation, frame), operation, frame, around);
        _recognizer.Recognize(operation, frame, around, _found);
    }

    private void EndScopes(IOperation resources, Frame frame, Surroundings around)
    {
        foreach (var declarator in resources.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
            _recognizer.EndScope(declarator.GetVariableInitializer()?.Value, declarator.Symbol, frame, around, _found);
        if (resources is not (IVariableDeclarationGroupOperation or IUsingDeclarationOperation))
            _recognizer.EndScope(resources, _context.Values.HolderOf(new Value(resources, frame)), frame, around, _found);
    }
}
