using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Calls: what a known API, a body in this compilation or the framework makes of what it is given.</summary>
internal sealed partial class FlowTracer
{
    private void LookAtCall(Value value, IInvocationOperation call, FlowAim aim)
    {
        if (LookAtKnown(value, aim) || LookAtJoined(value, call, aim))
            return;
        if (call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function })
        {
            LookAtResult(value.At(function), aim);
            return;
        }

        var callees = CalleesOf(call, value.Frame);
        foreach (var callee in callees)
            LookAtResults(callee, aim);
        if (!callees.IsEmpty)
            return;
        if (_context.Entities.RowTypeOfTable(call.Type) is INamedTypeSymbol entity)
            ReadTable(value, entity, aim);
        else if (Steps.IsOfFramework(call.TargetMethod) && PartAfter(call, aim) is { } computed)
            LookAtOperands(value, call, computed);
        else
            Gap($"what {call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name} returns", value, aim);
    }

    // What the framework makes of a line keeps its fields where they are; of anything else no part is known.
    private static FlowAim? PartAfter(IInvocationOperation call, FlowAim aim)
    {
        if (aim.Path is null)
            return aim.Computed;
        return call.Type?.SpecialType == SpecialType.System_String && aim.Path.Head.Kind is FlowStepKind.Index or FlowStepKind.Key or FlowStepKind.Field ? aim.By(SqlTransformation.Transformation) : null;
    }

    private void LookAtOperands(Value value, IInvocationOperation call, FlowAim aim)
    {
        Trace(value, call.Instance, aim);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: not RefKind.Out } && argument.Value.Type?.TypeKind != TypeKind.Delegate)
                Trace(value, argument.Value, aim);
        }

        if (call.Instance is null && call.Arguments.IsEmpty)
            aim.Found(FlowOriginKind.Constant);
    }

    private void LookAtResults(Frame callee, FlowAim aim)
    {
        var results = Results.Of(callee).ToList();
        foreach (var result in results)
            LookAtReturned(result, aim);
        if (results.Count == 0)
            aim.Into.Gap($"what {callee.Method.Name} returns", callee.Site?.Syntax.GetLocation() ?? Location.None);
    }

    // What an iterator yields is one element of what it returns.
    private void LookAtReturned(Value result, FlowAim aim)
    {
        if (result.Operation.Parent is not IReturnOperation { Kind: OperationKind.YieldReturn })
            Trace(result, aim);
        else if (aim.Path is null)
            Trace(result, aim.Computed);
        else if (aim.Path.Head.Kind == FlowStepKind.Element)
            Trace(result, aim.At(aim.Path.Rest));
    }

    /// <summary>What a lambda, or a method handed over as one, returns.</summary>
    private void LookAtResult(Value function, FlowAim aim)
    {
        var made = _context.Values.Resolve(function);
        switch (Delegates.FunctionIn(made.Operation))
        {
            case IAnonymousFunctionOperation lambda:
                foreach (var result in Results.Of(new Frame(made.Frame.Method, lambda.Body)))
                    LookAtReturned(made.At(result.Operation), aim);
                break;
            case IMethodReferenceOperation reference when CalleesOf(reference, made.Frame) is { IsEmpty: false } callees:
                foreach (var callee in callees)
                    LookAtResults(callee, aim);
                break;
            case IMethodReferenceOperation reference when Steps.IsOfFramework(reference.Method):
                LookAtHandedOver(made.At(reference), ordinal: 0, aim.Computed);
                break;
            default:
                Gap($"what {Shown(function.Operation)} returns", function, aim);
                break;
        }
    }

    /// <summary>What a parameter of a lambda, or of a method handed over as one, gets from who runs it.</summary>
    private void LookAtHandedOver(Value function, int ordinal, FlowAim aim)
    {
        var outer = function.Operation;
        while (outer.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;

        switch (outer.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                LookAtRunner(new Value(call, function.Frame), call, argument, ordinal, aim);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == outer && ordinal < call.Arguments.Length:
                Trace(function, call.Arguments[ordinal].Value, aim);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                foreach (var mention in function.Frame.MentionsOf(local).OfType<ILocalReferenceOperation>())
                    LookAtHandedOver(function.At(mention), ordinal, aim);
                break;
            default:
                Gap($"what {Shown(function.Operation)} is given", function, aim);
                break;
        }
    }

    private void LookAtRunner(Value value, IInvocationOperation call, IArgumentOperation argument, int ordinal, FlowAim aim)
    {
        foreach (var api in _context.Apis.FindAll(call.TargetMethod))
        {
            var known = new Call(call, api, value.Frame);
            if (api.Role == ApiRole.Sequence)
            {
                LookAtGiven(known, argument, ordinal, aim);
                return;
            }

            if (api.Role == ApiRole.Each && known["rows"] is { } rows && ordinal == 0)
            {
                Trace(rows, aim.Inside(FlowStep.Element));
                return;
            }
        }

        var callees = CalleesOf(call, value.Frame);
        foreach (var callee in callees)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= callee.Method.Parameters.Length)
                continue;
            foreach (var mention in callee.MentionsOf(callee.Method.OriginalDefinition.Parameters[parameter.Ordinal]))
                LookAtHandedOver(new Value(mention, callee), ordinal, aim);
        }

        if (callees.IsEmpty)
            Gap($"what {call.TargetMethod.Name} hands to its function", value, aim);
    }

    private void LookAtFilled(Change change, Value call, FlowAim aim)
    {
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(call.Operation)))
        {
            var known = new Call(call.Operation, api, call.Frame);
            switch (api.Role)
            {
                case ApiRole.Sequence:
                    LookAtSequence(known, aim);
                    return;
                case ApiRole.Parse when known["subject"] is { } subject:
                    Trace(subject, aim.Computed);
                    return;
                case ApiRole.Field:
                    Read(known, aim);
                    return;
            }
        }

        var callees = CalleesOf(call.Operation, call.Frame);
        if (!callees.IsEmpty && ParameterFor(change, call.Operation) is { } parameter)
        {
            foreach (var callee in callees)
            {
                foreach (var inner in Changes.In(callee.Method.OriginalDefinition.Parameters[parameter.Ordinal], callee, change => Replaces(change, callee, aim.Path), _changes).Found)
                    Apply(inner, callee, aim);
            }
        }
        else if (call.Operation is IInvocationOperation invocation && Steps.IsOfFramework(invocation.TargetMethod))
        {
            LookAtOperands(call, invocation, aim.Computed);
        }
        else
        {
            Gap($"what {Shown(call.Operation)} fills in", call, aim);
        }
    }
}
