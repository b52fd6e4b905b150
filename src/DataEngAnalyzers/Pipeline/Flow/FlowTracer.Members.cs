using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Members, entries and positions of values.</summary>
internal sealed partial class FlowTracer
{
    private void LookAtMember(Value value, FlowAim aim)
    {
        switch (value.Operation)
        {
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } when !_objects.ContainsKey(value.Frame):
                LookAtVariable(field, value, aim);
                break;
            case IFieldReferenceOperation { Instance: { } owner, Field: var field }:
                Trace(value, owner, aim.Inside(FlowStep.Of(field)));
                break;
            case IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array }:
                Trace(value, array, aim.Inside(StepAt(value, index)));
                break;
            case IDynamicMemberReferenceOperation { Instance: { } owner, MemberName: var name }:
                Trace(value, owner, aim.Inside(FlowStep.Named(name)));
                break;
            case IDynamicIndexerAccessOperation { Operation: var owner, Arguments: [var index] }:
                Trace(value, owner, aim.Inside(StepAt(value, index)));
                break;
            case IPropertyReferenceOperation property:
                LookAtProperty(value, property, aim);
                break;
            default:
                Gap($"what {Shown(value.Operation)} yields", value, aim);
                break;
        }
    }

    private void LookAtProperty(Value value, IPropertyReferenceOperation reference, FlowAim aim)
    {
        var property = reference.Property;
        if (LookAtKnown(value, aim))
            return;
        if (_context.Entities.RowTypeOfTable(property.Type) is INamedTypeSymbol entity)
        {
            ReadTable(value, entity, aim);
        }
        else if (reference is { Instance: { } keyed, Arguments: [{ Value: var index }] })
        {
            var step = Steps.IsKeyed(property.ContainingType) ? Steps.Indexed(property, index) : StepAt(value, index);
            Trace(value, keyed, aim.Inside(step));
        }
        else if (CalleesOf(reference, value.Frame) is { IsEmpty: false } getters)
        {
            foreach (var result in getters.SelectMany(Results.Of))
                Trace(result, aim.Through(property));
        }
        else if (reference.Instance is null)
        {
            LookAtStatic(value, property, aim);
        }
        else if (IsComputedByNeighbour(property))
        {
            LookAtComputedByNeighbour(value.At(reference.Instance), null, property, aim);
        }
        else if (Steps.IsOfFramework(property) && property.OriginalDefinition.Type is not ITypeParameterSymbol)
        {
            Trace(value, reference.Instance, aim.Computed);
        }
        else if (property.Name is "Count" or "Length" && RowTypes.IsSequence(reference.Instance.Type))
        {
            Trace(value, reference.Instance, aim.At(null).By(SqlTransformation.Aggregation));
        }
        else
        {
            Trace(value, reference.Instance, aim.Inside(FlowStep.Of(property)));
        }
    }

    private void LookAtStatic(Value value, ISymbol member, FlowAim aim)
    {
        if (_context.Fields.DefinitionOf(member, self: null, value.Frame.Method) is { } definition)
            Trace(definition, aim);
        else if (Steps.IsOfFramework(member))
            aim.Found(FlowOriginKind.Constant);
        else
            Gap($"what {member.Name} holds", value, aim);
    }

    // reader[reader.GetOrdinal("amount")], also through a variable.
    private FlowStep StepAt(Value value, IOperation index)
    {
        var made = _context.Values.Resolve(value.At(index));
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(made.Operation)))
        {
            if (api.Role == ApiRole.FieldPosition && new Call(made.Operation, api, made.Frame)["name"]?.Operation.ConstantValue is { HasValue: true, Value: string name })
                return FlowStep.Under(name);
        }

        // A variable may count on: only what the code spells out is a position.
        return Steps.Indexed(index);
    }

    /// <summary>The object of a body: that of the property that is looked into, else how the caller writes it.</summary>
    private void LookAtObject(Value value, FlowAim aim)
    {
        if (_objects.TryGetValue(value.Frame, out var known))
            Trace(known.Object, aim.Inside(known.Path));
        else if (Summarised is { } own && value.Frame.Entry == own)
            aim.Found(FlowOriginKind.Parameter, value.Operation, column: Paths.Shown(Signature.This, aim.Path));
        else if (value.Frame.Self is { Named: { } named } && named.Operation is not IInstanceReferenceOperation)
            Trace(named, aim);
        else if (value.Frame.Self is { Creation: { } creation })
            Trace(creation, aim);
        else if (aim.Path is { Head.Member: { } member } && _context.Fields.DefinitionOf(member, value.Frame.Self, value.Frame.Method) is { } definition)
            Trace(definition, aim.At(aim.Path.Rest));
        else
            Gap($"what this object holds in {Paths.Shown("this", aim.Path)}", value, aim);
    }

    /// <summary>A member of a part of a value; one with a body is what the body makes of the part.</summary>
    public void TraceMember(Value owner, FlowPath? part, ISymbol member, FlowAim aim)
    {
        if ((member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod) is { } getter && _context.Bodies.DeclarationOf(getter) is { } declaration && _context.Bodies.Of(declaration) is { } body)
        {
            var frame = new Frame(getter, body, owner.Frame);
            _objects[frame] = (owner, part);
            foreach (var result in Results.Of(frame))
                Trace(result, aim.Through(member));
        }
        else if (member is IPropertySymbol property && IsComputedByNeighbour(property))
        {
            LookAtComputedByNeighbour(owner, part, property, aim);
        }
        else
        {
            Trace(owner, aim.Inside(FlowStep.Of(member)).Inside(part));
        }
    }

    // Clocks, random values, sequences and reads; false for code that no model knows.
    private bool LookAtKnown(Value value, FlowAim aim)
    {
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(value.Operation)).OrderBy(api => api.Role == ApiRole.Sequence ? 0 : 1))
        {
            var call = new Call(value.Operation, api, value.Frame);
            switch (api.Role)
            {
                case ApiRole.Clock:
                    aim.Found(FlowOriginKind.Clock, call.Operation);
                    return true;
                case ApiRole.Random:
                    aim.Found(FlowOriginKind.Random, call.Operation);
                    return true;
                case ApiRole.Setting:
                    aim.Found(FlowOriginKind.Parameter, call.Operation, column: Shown(call.Operation));
                    return true;
                case ApiRole.Retry or ApiRole.Run when call["body"] is { } body:
                    LookAtResult(body, aim);
                    return true;
                case ApiRole.Sequence:
                    LookAtSequence(call, aim);
                    return true;
                case ApiRole.Map:
                    LookAtMap(call, aim);
                    return true;
                case ApiRole.Sql or ApiRole.Read or ApiRole.Query or ApiRole.Field or ApiRole.Ordinal or ApiRole.Table:
                case ApiRole.Open when api["access"] is not ("write" or "append"):
                    Read(call, aim);
                    return true;
            }
        }

        return false;
    }
}
