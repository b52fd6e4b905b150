using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Objects, tuples and collections where the code makes them.</summary>
internal sealed partial class FlowTracer
{
    private void LookAtCreation(Value value, FlowAim aim)
    {
        switch (value.Operation)
        {
            case ITupleOperation { Elements: var elements }:
                LookAtList(value, elements, aim, position => FlowStep.Named("Item" + (position + 1)));
                break;
            case IArrayCreationOperation { Initializer: { ElementValues: var elements } }:
                LookAtList(value, elements, aim, FlowStep.At);
                break;
            case IAnonymousObjectCreationOperation { Initializers: var initializers }:
                LookAtInitializers(value, initializers, aim);
                break;
            case IWithOperation with:
                if (!LookAtInitializers(value, with.Initializer.Initializers, aim))
                    Trace(value, with.Operand, aim);
                break;
            case IObjectCreationOperation creation:
                LookAtNew(value, creation, aim);
                break;
        }
    }

    private void LookAtList(Value value, IReadOnlyList<IOperation> elements, FlowAim aim, Func<int, FlowStep> stepTo)
    {
        for (var position = 0; position < elements.Count; position++)
        {
            if (aim.Path is null)
                Trace(value, elements[position], aim.Computed);
            else if (stepTo(position).Meets(aim.Path.Head))
                Trace(value, elements[position], aim.At(aim.Path.Rest));
        }
    }

    // [first, .. others]
    private void LookAtElements(Value value, FlowAim aim)
    {
        foreach (var element in value.Operation.ChildOperations)
        {
            if (element.Syntax is SpreadElementSyntax)
                Trace(value, element.ChildOperations.FirstOrDefault(), aim);
            else if (aim.Path is null)
                Trace(value, element, aim.Computed);
            else if (aim.Path.Head.Kind is FlowStepKind.Element or FlowStepKind.Index)
                Trace(value, element, aim.At(aim.Path.Rest));
        }
    }

    // True when they give the asked part a value, so that nothing else does.
    private bool LookAtInitializers(Value value, IEnumerable<IOperation> initializers, FlowAim aim)
    {
        var found = false;
        foreach (var initializer in initializers)
        {
            var change = initializer switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] } entry, Value: var set } => new Change(ChangeKind.Set, new FlowPath(Steps.Indexed(entry.Property, key), null), set) { Key = key },
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var set } => new Change(ChangeKind.Set, new FlowPath(FlowStep.Of(member), null), set),
                IMemberInitializerOperation nested => null,
                _ => new Change(ChangeKind.Collected, null, initializer),
            };
            if (change is not null)
            {
                found |= change.Kind == ChangeKind.Set && Paths.Covers(change.Place, aim.Path);
                Apply(change, value.Frame, aim);
            }
            else if (initializer is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member: var member }, Initializer.Initializers: var inner } && (aim.Path is null || FlowStep.Of(member).Meets(aim.Path.Head)))
            {
                LookAtInitializers(value, inner, aim.At(aim.Path?.Rest));
            }
        }

        return found;
    }

    private void LookAtNew(Value value, IObjectCreationOperation creation, FlowAim aim)
    {
        if (LookAtKnown(value, aim) || (creation.Initializer is { Initializers: var initializers } && LookAtInitializers(value, initializers, aim)))
            return;

        if (aim.Path is null)
        {
            foreach (var argument in creation.Arguments)
                Trace(value, argument.Value, aim.Computed);
        }
        else if (aim.Path.Head.Kind is FlowStepKind.Member)
        {
            LookAtNewMember(value, creation, aim, aim.Path.Head.Name, aim.Path.Rest);
        }
        else if (creation.Arguments.FirstOrDefault(argument => RowTypes.IsSequence(argument.Value.Type) || Steps.IsKeyed(argument.Value.Type)) is { } copied)
        {
            Trace(value, copied.Value, aim);
        }
    }

    private void LookAtNewMember(Value value, IObjectCreationOperation creation, FlowAim aim, string name, FlowPath? rest)
    {
        var member = MemberOf(creation.Type, name);
        var inside = aim.At(rest).Through(member);
        if (creation.Arguments.FirstOrDefault(argument => IsFor(argument.Parameter, member, name)) is { } argument)
        {
            Trace(value, argument.Value, inside);
            return;
        }

        if (IsOfNeighbour(creation.Type) && creation is { Constructor: { } made, Arguments.IsEmpty: false })
        {
            LookAtMadeByNeighbour(value, creation, made, name, inside);
            return;
        }

        var set = CalleesOf(creation, value.Frame).SelectMany(constructor => AssignmentsTo(member, constructor)).ToList();
        foreach (var assigned in set)
            Trace(assigned, inside);
        if (set.Count > 0)
            return;
        if (IsChained(creation.Constructor))
            Gap($"what the constructor of {creation.Type?.Name} puts into {name}", value, inside);
        else if (member is not null && _context.Fields.DefinitionOf(member, new Self(creation.Type, value), value.Frame.Method) is { } definition)
            Trace(definition, inside);
        else
            aim.Found(FlowOriginKind.Unset, creation);
    }

    private static ISymbol? MemberOf(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(candidate => candidate is IPropertySymbol or IFieldSymbol) is { } member)
                return member;
        }

        return null;
    }

    // Another constructor, of the type or of its base, is given something, too.
    private bool IsChained(IMethodSymbol? constructor) => constructor?.IsDeclaredIn(_context.Compilation) == true && constructor.DeclaringSyntaxReferences is [var declared, ..] && declared.GetSyntax() switch
    {
        ConstructorDeclarationSyntax { Initializer.ArgumentList.Arguments.Count: var count } => count > 0,
        TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: var count }, ..] } => count > 0,
        _ => false,
    };

    // A positional record declares its members as parameters; a library's constructor calls its parameters like its members.
    private bool IsFor(IParameterSymbol? parameter, ISymbol? member, string name) => (parameter, member) switch
    {
        (null, _) => false,
        (_, { DeclaringSyntaxReferences: [var declared, ..] }) when member.IsDeclaredIn(_context.Compilation) => declared.GetSyntax() is ParameterSyntax && parameter.Name == name,
        ({ ContainingSymbol: IMethodSymbol constructor }, { }) when IsOfNeighbour(member) => parameter.Name == name && IsPositional(constructor),
        _ => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Follows what a constructor gives a member; false where it gives it nothing.</summary>
    public bool TraceAssigned(ISymbol member, Frame constructor, FlowAim aim)
    {
        var assigned = AssignmentsTo(member, constructor).ToList();
        foreach (var value in assigned)
            Trace(value, aim);
        return assigned.Count > 0;
    }

    private static IEnumerable<Value> AssignmentsTo(ISymbol? member, Frame constructor) => constructor.Body.DescendantsAndSelf()
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member?.OriginalDefinition))
        .Select(assignment => new Value(assignment.Value, constructor));

    // text.Append(id).Append(';').Append(amount): each call of the chain puts something in.
    private void ApplyCollected(Change change, Value source, FlowAim aim)
    {
        if (!Paths.Into(change.Place, aim.Path, out var rest))
            return;

        for (var call = source.Operation as IInvocationOperation; call is not null; call = call.Parent is IInvocationOperation { Instance: var receiver } next && receiver == call ? next : null)
        {
            foreach (var api in _context.Apis.FindAll(call.TargetMethod))
                ApplyCollected(new Call(call, api, source.Frame), rest, aim);
        }
    }

    private void ApplyCollected(Call call, FlowPath? rest, FlowAim aim)
    {
        if (call.Api.Role == ApiRole.Text && call["from"] is { } text)
            LookAtAppended(call, text, rest, aim);
        else if (call.Api.Role != ApiRole.Collect)
            return;
        else if (call["value"] is { } value)
            ApplySet(new Change(ChangeKind.Set, new FlowPath(Steps.Entry(call["key"]?.Operation), null), value.Operation) { Key = call["key"]?.Operation }, value, aim.At(rest));
        else if (call["rows"] is { } rows)
            Trace(rows, aim.At(rest));
        else if (call["row"] is { } row)
            Trace(row, rest is null ? aim.Computed : aim.At(rest.Rest));
        else if (call["fields"] is { } fields && rest is { Head.Kind: FlowStepKind.Element, Rest: { } part })
            LookAtFields(new Value(call.Operation, call.Frame), fields, part, aim);
    }

    // Only a whole line shows which of its fields a value is.
    private void LookAtAppended(Call call, Value text, FlowPath? rest, FlowAim aim)
    {
        if (rest is null)
            Trace(text, aim.Computed);
        else if (rest.Head.Kind == FlowStepKind.Field && call.Api.Is("op", "line"))
            Trace(text, aim.At(rest));
        else
            Gap("which fields the text has", text, aim);
    }

    // table.Rows.Add(id, amount) goes by the order of the columns that the body adds to the table.
    private void LookAtFields(Value call, Value fields, FlowPath part, FlowAim aim)
    {
        var column = part.Head;
        var position = column.Kind == FlowStepKind.Key ? TableColumns.Of(call, _context).FindIndex(name => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase)) : 0;
        if (position < 0)
            Gap($"which of the values {column.Name} is", call, aim);
        else
            Trace(fields, aim.At(new FlowPath(column.Kind == FlowStepKind.Key ? FlowStep.At(position) : column, part.Rest)));
    }
}
