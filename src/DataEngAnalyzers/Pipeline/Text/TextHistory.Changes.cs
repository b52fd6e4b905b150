using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <content>What one operation makes of the text.</content>
internal sealed partial class TextHistory
{
    private TextRun Use(IOperation mention, TextRun state)
    {
        _at[mention] = state;
        return Escapes(mention) ? Unknown(mention) : state;
    }

    private TextRun? Change(IOperation operation, TextRun? state)
    {
        if (state is null)
            return null;

        var changed = operation switch
        {
            IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, _place.Holder) => Declared(declarator),
            ISimpleAssignmentOperation assignment when _place.Is(assignment.Target) => Read(assignment.Value),
            ISimpleAssignmentOperation assignment when _place.IsHolder(assignment.Target) => OfObject(assignment.Value),
            ICoalesceAssignmentOperation assignment when _place.Is(assignment.Target) => Coalesce(assignment, state),
            ICompoundAssignmentOperation assignment when _place.Is(assignment.Target) =>
                assignment.OperatorKind == BinaryOperatorKind.Add ? state.Add(Read(assignment.Value)) : Unknown(assignment.Target),
            IAssignmentOperation { Target: var target } when IsGrown(target) => Resized(target, operation, state),
            IIncrementOrDecrementOperation { Target: var target } when IsGrown(target) => Resized(target, operation, state),
            IDeconstructionAssignmentOperation { Target: var target } when target.DescendantsAndSelf().Any(_place.Is) => Unknown(_name),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var argument } when argument.DescendantsAndSelf().Any(_place.Is) => Unknown(_name),
            IInvocationOperation call when IsGrown(call) => _reading.Grow(state, _reading.ApiOf(new Value(call, _frame))!.Value, _depth),
            IInvocationOperation call => HandedOver(call, state),
            IObjectCreationOperation creation when creation.Arguments.FirstOrDefault(IsHandedOver) is { } builder => Unknown(builder.Value),
            _ => state,
        };
        return Bounded(changed);
    }

    private TextRun Read(IOperation value) => _reading.Read(new Value(value, _frame), _depth);

    // What the place holds once its variable is declared.
    private TextRun Declared(IVariableDeclaratorOperation declarator) => declarator switch
    {
        _ when declarator.GetVariableInitializer() is { Value: var value } => OfObject(value),
        { Parent: IForEachLoopOperation loop } => _place.Property is null ? _reading.ReadEach(loop, new Value(_name, _frame), _depth) : Unknown(_name),
        _ => TextRun.Null,
    };

    private TextRun OfObject(IOperation made) =>
        _place.Property is { } property ? _reading.ReadProperty(new Value(made, _frame), property, _depth) : Read(made);

    private TextRun Coalesce(ICoalesceAssignmentOperation assignment, TextRun state)
    {
        if (state == TextRun.Null)
            return Read(assignment.Value);
        return state is { Count: 1, Last: TextHole } ? TextRun.Choose(assignment, new Value(assignment.Target, _frame), [new TextArm(0, state), new TextArm(1, Read(assignment.Value))]) : state;
    }

    // A builder that is made shorter, or emptied, by setting its length.
    private TextRun Resized(IOperation target, IOperation operation, TextRun state) =>
        operation is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: 0 } } ? TextRun.Empty : _reading.Grow(state, _reading.ApiOf(new Value(target, _frame))!.Value, _depth);

    // A builder handed to a method of this compilation comes back as that method leaves it.
    private TextRun HandedOver(IInvocationOperation call, TextRun state)
    {
        if (call.Arguments.FirstOrDefault(IsHandedOver) is not { Value: var builder } argument || _reading.ApiOf(new Value(call, _frame)) is not null)
            return state;
        return argument.Parameter is { } parameter
            && _reading.FrameOf(call.TargetMethod, _frame, call) is { } callee
            && _reading.History(callee, new TextPlace(parameter.OriginalDefinition), _depth + 1).End is { } end
            ? end
            : Unknown(builder);
    }

    private bool IsHandedOver(IArgumentOperation argument) => IsBuilder && _place.IsHolder(argument.Value);

    // A call on the builder, or on what such a call gives back.
    private bool IsGrown(IOperation operation)
    {
        var current = operation;
        while (_place.Property is null && _reading.ApiOf(new Value(current, _frame)) is { } api && api["to"] is { Operation: var builder })
        {
            if (_place.IsHolder(builder))
                return true;
            current = builder;
        }

        return false;
    }
}
