using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Says whether a value can only be one of a few that the code names: a constant, a switch over constants, the variable of a loop over
/// constants, a type's name.
/// </summary>
internal sealed class ClosedValues
{
    private const int MostDepth = 16;

    private readonly PipelineContext _context;

    public ClosedValues(PipelineContext context) => _context = context;

    public bool IsClosed(Value value) => IsClosed(value, 0);

    private bool IsClosed(Value value, int depth)
    {
        if (depth > MostDepth)
            return false;

        var made = _context.Values.Resolve(value);
        bool Closed(IOperation part) => IsClosed(made.At(part), depth + 1);
        return made.Operation switch
        {
            { ConstantValue.HasValue: true } or ITypeOfOperation or IThrowOperation => true,
            { Type.TypeKind: TypeKind.Enum } => true,
            ISwitchExpressionOperation choice => choice.Arms.All(arm => Closed(arm.Value)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Closed(choice.WhenTrue) && Closed(whenFalse),
            ICoalesceOperation choice => Closed(choice.Value) && Closed(choice.WhenNull),
            IBinaryOperation sum => Closed(sum.LeftOperand) && Closed(sum.RightOperand),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().All(part => Closed(part.Expression)),
            ILocalReferenceOperation { Local: var local } => IsClosed(made, local, depth),
            IArrayElementReferenceOperation { ArrayReference: var array } => Closed(array),
            IFieldReferenceOperation { Instance: { } owner } => Closed(owner),
            IPropertyReferenceOperation { Instance: { } owner } => Closed(owner),
            IInvocationOperation call => IsClosed(made, call, depth),
            IObjectCreationOperation { Initializer: null, Arguments: { Length: > 0 } arguments } => arguments.All(argument => Closed(argument.Value)),
            var sequence => Loops.IsConstant(sequence),
        };
    }

    private bool IsClosed(Value use, ILocalSymbol local, int depth)
    {
        var definitions = use.Frame.DefinitionsOf(local);
        return !definitions.IsEmpty && definitions.All(definition => definition.Kind != DefinitionKind.Filled && IsClosed(new Value(definition.Value, use.Frame.OwnerOf(local)), depth + 1));
    }

    // A method of this compilation that returns constants, or one of a library that turns closed values into another.
    private bool IsClosed(Value use, IInvocationOperation call, int depth)
    {
        if (_context.Callees.Of(call, use.Frame) is { IsEmpty: false } callees)
            return callees.All(callee => Results.Of(callee).ToList() is { Count: > 0 } results && results.All(result => IsClosed(result, depth + 1)));

        return (call.Instance is not null || call.Arguments.Length > 0)
            && (call.Instance is null || IsClosed(use.At(call.Instance), depth + 1))
            && call.Arguments.All(argument => IsClosed(use.At(argument.Value), depth + 1));
    }
}
