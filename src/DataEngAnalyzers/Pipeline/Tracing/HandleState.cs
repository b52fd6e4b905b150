using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What was set on an object before it is used: a command's text, a copier's destination.</summary>
internal sealed class HandleState
{
    private readonly Values _values;

    public HandleState(Values values) => _values = values;

    /// <summary>
    /// The value of a property of a handle: the last assignment before the use, else the object initializer, else the
    /// constructor argument that the model row of the handle's maker calls <paramref name="makerKey"/>.
    /// </summary>
    public Value? Of(Value handle, string property, string? makerKey, IOperation use) =>
        Assigned(handle, property, use) ?? Initialized(handle, property) ?? (makerKey is null ? null : _values.MakerOf(handle)?[makerKey]);

    private Value? Assigned(Value handle, string property, IOperation use)
    {
        if (_values.HolderOf(handle) is not { } holder)
            return null;

        Value? last = null;
        foreach (var assignment in handle.Frame.Body.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Syntax.SpanStart > use.Syntax.SpanStart && assignment.Syntax.SyntaxTree == use.Syntax.SyntaxTree)
                break;
            if (assignment.Target is IPropertyReferenceOperation { Instance: { } instance } target
                && target.Property.Name == property
                && SymbolEqualityComparer.Default.Equals(_values.HolderOf(handle.At(instance)), holder))
                last = handle.At(assignment.Value);
        }

        return last;
    }

    private Value? Initialized(Value handle, string property)
    {
        var made = _values.Resolve(handle);
        if (made.Operation is not IObjectCreationOperation { Initializer: { } initializer })
            return null;

        foreach (var assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)
                return made.At(assignment.Value);
        }

        return null;
    }
}
