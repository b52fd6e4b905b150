using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a use of a variable changes what it holds.</summary>
internal enum ChangeKind
{
    /// <summary>The place holds the value from here on.</summary>
    Set,

    /// <summary>The place holds its old value with this one worked in: <c>+=</c>.</summary>
    Mixed,

    /// <summary>A known call puts something into the collection.</summary>
    Collected,

    /// <summary>A call fills the place: <c>out</c>, <c>ref</c>.</summary>
    Filled,

    /// <summary>The object is handed to a call that may change it.</summary>
    Handed,

    /// <summary>A loop goes over the collection and may change its elements.</summary>
    Visited,
}

/// <summary>A use of a variable that changes it or a part of it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Place">The part; all of it when there are no steps.</param>
/// <param name="Source">The assigned value, the call, or the loop.</param>
/// <param name="Taken">The part of the assigned value: an element of a deconstructed tuple.</param>
internal sealed record Change(ChangeKind Kind, FlowPath? Place, IOperation Source, FlowPath? Taken = null)
{
    /// <summary>The use of the variable.</summary>
    public IOperation Mention { get; init; } = Source;

    /// <summary>True when another object than the one asked for may be the one that changes.</summary>
    public bool IsOfAnother { get; init; }

    /// <summary>True when the object changes; else the variable holds another one.</summary>
    public bool IsInside => Place is not null || Kind is ChangeKind.Collected or ChangeKind.Handed or ChangeKind.Visited;

    /// <summary>Where the use begins.</summary>
    public int Start => Mention.Syntax.SpanStart;

    /// <summary>The argument or receiver that stands for the variable in a call.</summary>
    public IOperation? Passed { get; init; }

    /// <summary>The field of the object that the called method may set; <see langword="null"/> for changes that name their variable.</summary>
    public IFieldSymbol? Kept { get; init; }

    /// <summary>The key under which an indexer puts the value.</summary>
    public IOperation? Key { get; init; }

    /// <summary>What a mention of a variable does to it; <see langword="null"/> where it only reads.</summary>
    public static Change? Of(IOperation mention, ApiCatalog apis) => By(mention, apis) is { } change ? change with { Mention = mention } : null;

    private static Change? By(IOperation mention, ApiCatalog apis)
    {
        if (mention is IVariableDeclaratorOperation declarator)
            return declarator.GetVariableInitializer() is { Value: var initial } ? new Change(ChangeKind.Set, null, initial) : null;

        IOperation? key = null;
        FlowPath? place = null;
        var top = mention;
        while (StepOut(ref top, apis, out var step, ref key))
            place = step is { } known ? Paths.Append(place, known) : place;

        return top.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == top => new Change(ChangeKind.Set, place, assignment.Value) { Key = key },
            ICoalesceAssignmentOperation assignment when assignment.Target == top => new Change(ChangeKind.Mixed, place, assignment.Value),
            ICompoundAssignmentOperation assignment when assignment.Target == top => new Change(ChangeKind.Mixed, place, assignment.Value),
            ITupleOperation or IDeconstructionAssignmentOperation or IDeclarationExpressionOperation when Deconstructed(top) is var (value, taken) => new Change(ChangeKind.Set, place, value, taken),
            IDeclarationExpressionOperation { Parent: IArgumentOperation { Parent: { } filling } } => new Change(ChangeKind.Filled, place, filling) { Passed = top },
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } => new Change(ChangeKind.Filled, place, call) { Passed = top },
            IArgumentOperation { Parent: { } call and (IInvocationOperation or IObjectCreationOperation) } => InCall(call, top, place, apis),
            IInvocationOperation call when call.Instance == top => InCall(call, top, place, apis),
            IForEachLoopOperation loop when loop.Collection == top => new Change(ChangeKind.Visited, place, loop),
            _ => null,
        };
    }

    private static Change InCall(IOperation call, IOperation passed, FlowPath? place, ApiCatalog apis) =>
        new(IsReceiver(call, passed) && apis.FindAll(Values.SymbolOf(call)).Any(api => api.Role == ApiRole.Collect || (api.Role == ApiRole.Text && api.Is("to", "this"))) ? ChangeKind.Collected : ChangeKind.Handed, place, call) { Passed = passed };

    private static bool IsReceiver(IOperation call, IOperation passed) => call is IInvocationOperation { Instance: var receiver } && receiver == passed;

    // One step from the variable towards the place: variable.Member, variable[key], through conversions.
    private static bool StepOut(ref IOperation top, ApiCatalog apis, out FlowStep? step, ref IOperation? key)
    {
        step = null;
        var parent = top.Parent;
        switch (parent)
        {
            case IConversionOperation or IParenthesizedOperation:
                break;
            case IConditionalAccessInstanceOperation:
                return false;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var index }] } indexer when indexer.Instance == top:
                step = Steps.Indexed(indexer.Property, index);
                key = index;
                break;
            case IPropertyReferenceOperation { Property: var property } reference when reference.Instance == top:
                step = Steps.IsSame(property, apis) ? null : FlowStep.Of(property);
                break;
            case IFieldReferenceOperation { Field: var field } reference when reference.Instance == top:
                step = FlowStep.Of(field);
                break;
            case IArrayElementReferenceOperation { Indices: [var index] } element when element.ArrayReference == top:
                step = Steps.Indexed(index);
                break;
            default:
                return false;
        }

        top = parent;
        return true;
    }

    // (a, b) = value, also nested.
    private static (IOperation Value, FlowPath? Taken)? Deconstructed(IOperation target)
    {
        FlowPath? taken = null;
        while (target.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            if (target.Parent is ITupleOperation { Elements: var elements })
                taken = new FlowPath(FlowStep.Named("Item" + (elements.IndexOf(target) + 1)), taken);
            target = target.Parent;
        }

        return taken is not null && target.Parent is IDeconstructionAssignmentOperation { Value: var value } deconstruction && deconstruction.Target == target ? (value, taken) : null;
    }
}
