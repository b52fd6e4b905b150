using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Follows values back to where they come from, inside what a stage can see. Gives up early: unknown means silence.</summary>
internal sealed class Values
{
    private const int MostSteps = 64;
    private const int MostOwners = 6;

    private readonly PipelineContext _context;

    public Values(PipelineContext context) => _context = context;

    /// <summary>
    /// The expression that made the value: through conversions, awaits, locals and fields with one definition, and parameters of
    /// followed calls. Returns the last expression reached where the trail ends.
    /// </summary>
    public Value Resolve(Value value) => Resolve(value, owners: 0);

    /// <summary>The next expression on the way that <see cref="Resolve(Value)"/> goes; <see langword="null"/> at its end.</summary>
    public Value? Step(Value value) => Next(value, owners: 0);

    /// <summary>The object behind an expression: where it is made, else what its type says.</summary>
    public Self? SelfOf(Value instance) => SelfOf(instance, owners: 0);

    /// <summary>The known API that made the value, such as the constructor of a handle; <see langword="null"/> where none did.</summary>
    public Call? MakerOf(Value value, params ApiRole[] roles)
    {
        var made = Resolve(value);
        foreach (var api in _context.Apis.FindAll(SymbolOf(made.Operation)))
        {
            if (roles.Length == 0 || roles.Contains(api.Role))
                return new Call(made.Operation, api, made.Frame);
        }

        return null;
    }

    /// <summary>
    /// The first known API of a role that the value is computed from, directly or through locals, fields and arguments.
    /// The value of a call depends on its receiver and its arguments.
    /// </summary>
    public Call? Influence(Value value, Func<ApiModel, bool> matches)
    {
        foreach (var part in Parts(value))
        {
            foreach (var api in _context.Apis.FindAll(SymbolOf(part.Operation)))
            {
                if (matches(api))
                    return new Call(part.Operation, api, part.Frame);
            }
        }

        return null;
    }

    /// <summary>True when an expression that matches is part of what the value is computed from, as far as <see cref="Influence"/> sees.</summary>
    public bool Reaches(Value value, Func<IOperation, bool> matches) =>
        Parts(value).Any(part => matches(part.Operation));

    /// <summary>Everything a value is computed from, nearest first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isEnd">True for parts whose own origin is of no interest.</param>
    public IEnumerable<Value> Parts(Value value, Func<Value, bool>? isEnd = null)
    {
        var seen = new HashSet<IOperation>();
        var pending = new Stack<Value>();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < MostSteps)
        {
            var current = pending.Pop();
            if (!seen.Add(current.Operation))
                continue;

            foreach (var operation in current.Operation.DescendantsAndSelf())
            {
                var part = current.At(operation);
                yield return part;
                if (isEnd?.Invoke(part) == true)
                    continue;
                foreach (var source in Sources(part))
                    pending.Push(source);
            }
        }
    }

    /// <summary>The local, field, property or parameter that holds the value; two uses of one variable have one holder.</summary>
    public ISymbol? HolderOf(Value value)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            switch (value.Operation)
            {
                case ILocalReferenceOperation { Local: var local }:
                    if (Next(value, owners: 0) is { Operation: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation } alias)
                    {
                        value = alias;
                        continue;
                    }

                    return local;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    if (PassedFor(parameter, value.Frame) is not { } argument)
                        return parameter;
                    value = argument;
                    continue;
                case IFieldReferenceOperation or IPropertyReferenceOperation:
                    if (HandedOn(value) is not { } handed)
                        return ((IMemberReferenceOperation)value.Operation).Member;
                    value = handed;
                    continue;
                case IInstanceReferenceOperation when value.Frame.Self is { Named: { } named }:
                    value = named;
                    continue;
                case IConversionOperation { Operand: var operand }:
                    value = value.At(operand);
                    continue;
                case IAwaitOperation { Operation: var awaited }:
                    value = value.At(awaited);
                    continue;
                default:
                    return KeeperOf(value.Operation);
            }
        }

        return null;
    }

    /// <summary>The expression whose value an operation is, out through await, conversions and parentheses.</summary>
    public static IOperation WholeOf(IOperation operation)
    {
        while (operation.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            operation = operation.Parent;
        return operation;
    }

    /// <summary>The local, field or property that the result of an operation is stored in, through await and conversions.</summary>
    public static ISymbol? KeeperOf(IOperation operation)
    {
        return WholeOf(operation).Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } => field,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => property,
            _ => null,
        };
    }

    /// <summary>The method, constructor or property that an operation uses.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => method,
        IObjectCreationOperation { Constructor: { } constructor } => constructor,
        IPropertyReferenceOperation { Property: var property } => property,
        IFieldReferenceOperation { Field: var field } => field,
        _ => null,
    };

    private Value Resolve(Value value, int owners)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Next(value, owners) is not { } next)
                return value;
            value = next;
        }

        return value;
    }

    private Value? Next(Value value, int owners)
    {
        switch (value.Operation)
        {
            case IConversionOperation { Operand: var operand }:
                return value.At(operand);
            case IParenthesizedOperation { Operand: var operand }:
                return value.At(operand);
            case IAwaitOperation { Operation: var awaited }:
                return value.At(awaited);
            case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ConfigureAwait" or "AsTask" }:
                return value.At(instance);
            case ILocalReferenceOperation { Local: var local }:
                return value.Frame.DefinitionsOf(local) is [{ Kind: DefinitionKind.Assigned } only] ? new Value(only.Value, value.Frame.OwnerOf(local)) : null;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return PassedFor(parameter, value.Frame);
            case IFieldReferenceOperation { Field: { HasConstantValue: false } field } reference:
                return OfMember(field, reference.Instance, value, owners);
            case IPropertyReferenceOperation { Property: var property } reference:
                return OfMember(property, reference.Instance, value, owners);
            default:
                return null;
        }
    }

    /// <summary>What was passed for a parameter; one of a primary constructor is captured by the members of its type.</summary>
    public Value? PassedFor(IParameterSymbol parameter, Frame frame) =>
        frame.ArgumentFor(parameter)
        ?? (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? _context.Constructions.FrameOf(constructor, frame.Self)?.ArgumentFor(parameter) : null);

    private Value? OfMember(ISymbol member, IOperation? instance, Value use, int owners)
    {
        if (instance is not null && owners >= MostOwners)
            return null;

        var self = instance is null ? null : SelfOf(use.At(instance), owners + 1);
        if (member is IPropertySymbol { GetMethod: { } getter, IsStatic: false })
            member = _context.Dispatch.TargetsOf(getter, self) is [{ AssociatedSymbol: { } only }] ? only : member;
        return member.IsAbstract ? null : _context.Fields.DefinitionOf(member, self, use.Frame.Method);
    }

    private Self? SelfOf(Value instance, int owners)
    {
        var made = instance.Operation is IInstanceReferenceOperation ? instance : Resolve(instance, owners);
        return made.Operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => made.Frame.Self ?? new Self(made.Frame.Method.ContainingType, Creation: null),
            IObjectCreationOperation { Type: { } type } => new Self(made.Frame.Filled(type), made) { Named = instance },
            { Type: { } type } => new Self(made.Frame.Filled(type), Creation: null) { Named = instance },
            _ => null,
        };
    }

    // A member that only hands on what its object was given, or another member: one thing has one holder.
    private Value? HandedOn(Value use) => Next(use, owners: 0) switch
    {
        { Operation: IParameterReferenceOperation { Parameter: var parameter }, Frame: var frame } => PassedFor(parameter, frame),
        { Operation: IFieldReferenceOperation or IPropertyReferenceOperation } member => member,
        _ => null,
    };

    private IEnumerable<Value> Sources(Value value)
    {
        switch (value.Operation)
        {
            case ILocalReferenceOperation { Local: var local }:
                foreach (var definition in value.Frame.DefinitionsOf(local))
                    yield return new Value(definition.Value, value.Frame.OwnerOf(local));
                foreach (var content in value.Frame.ContentsOf(local))
                    yield return new Value(content, value.Frame.OwnerOf(local));
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when PassedFor(parameter, value.Frame) is { } argument:
                yield return argument;
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                foreach (var handed in Delegates.HandedTo(parameter, value))
                    yield return handed;
                break;
            case IInvocationOperation:
                foreach (var result in _context.Callees.Of(value.Operation, value.Frame).SelectMany(Results.Of))
                    yield return result;
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when Next(value, owners: 0) is { } definition:
                yield return definition;
                break;
        }
    }
}
