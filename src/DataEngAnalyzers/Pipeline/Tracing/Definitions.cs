using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a local gets a value.</summary>
internal enum DefinitionKind
{
    /// <summary>The value itself: initializer or assignment.</summary>
    Assigned,

    /// <summary>An element of the value: the variable of a loop over it, a deconstructed part.</summary>
    Element,

    /// <summary>The old value with this one added: <c>+=</c>.</summary>
    Appended,

    /// <summary>A call fills it: <c>out</c>, <c>ref</c>.</summary>
    Filled,
}

/// <summary>One place where a local gets a value.</summary>
internal readonly record struct Definition(DefinitionKind Kind, IOperation Value);

/// <summary>Where the locals of one body get their values, in source order, lambdas and local functions included.</summary>
internal sealed class Definitions
{
    private static readonly string[] Collecting = ["Add", "Append", "Insert", "Push", "Enqueue", "TryAdd", "Write"];

    private readonly Dictionary<ISymbol, ImmutableArray<Definition>> _byLocal = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ImmutableArray<IOperation>> _contents = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _mentions = new(SymbolEqualityComparer.Default);

    private Definitions()
    {
    }

    public static Definitions In(IOperation body)
    {
        var definitions = new Definitions();
        foreach (var operation in body.DescendantsAndSelf())
            definitions.Visit(operation);
        return definitions;
    }

    public ImmutableArray<Definition> Of(ILocalSymbol local) =>
        _byLocal.TryGetValue(local, out var found) ? found : ImmutableArray<Definition>.Empty;

    /// <summary>What calls put into a local: <c>rows.Add(row)</c>, <c>text.AppendLine(line)</c>.</summary>
    public ImmutableArray<IOperation> ContentsOf(ILocalSymbol local) =>
        _contents.TryGetValue(local, out var found) ? found : ImmutableArray<IOperation>.Empty;

    /// <summary>Where a local, parameter or field of its own type is declared or used, in source order.</summary>
    public IReadOnlyList<IOperation> MentionsOf(ISymbol variable) =>
        _mentions.TryGetValue(variable, out var found) ? found : [];

    private void Visit(IOperation operation)
    {
        if (VariableOf(operation) is { } variable)
            Mention(variable, operation);

        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { Value: var value }:
                Add(local, DefinitionKind.Assigned, value);
                break;
            case ISimpleAssignmentOperation assignment:
                AddTarget(assignment.Target, DefinitionKind.Assigned, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                AddTarget(assignment.Target, DefinitionKind.Assigned, assignment.Value);
                break;
            case ICompoundAssignmentOperation assignment:
                AddTarget(assignment.Target, DefinitionKind.Appended, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                AddTarget(deconstruction.Target, DefinitionKind.Element, deconstruction.Value);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Add(local, DefinitionKind.Element, loop.Collection);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                AddTarget(argument.Value, DefinitionKind.Filled, argument.Parent ?? argument);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local }, TargetMethod.Name: var name, Arguments: { Length: > 0 } arguments }
                when Array.Exists(Collecting, word => name.StartsWith(word, StringComparison.Ordinal)):
                foreach (var argument in arguments)
                    _contents[local] = ContentsOf(local).Add(argument.Value);
                break;
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } } pattern:
                Add(local, DefinitionKind.Assigned, pattern.Value);
                break;
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var declared } => declared,
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { IsConst: false } field } => field,
        _ => null,
    };

    private void Mention(ISymbol variable, IOperation operation)
    {
        if (!_mentions.TryGetValue(variable, out var known))
            _mentions.Add(variable, known = new List<IOperation>());
        known.Add(operation);
    }

    private void AddTarget(IOperation target, DefinitionKind kind, IOperation value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                Add(local, kind, value);
                break;
            case ITupleOperation { Elements: var elements }:
                foreach (var element in elements)
                    AddTarget(element, kind, value);
                break;
            case IDeclarationExpressionOperation { Expression: var inner }:
                AddTarget(inner, kind, value);
                break;
        }
    }

    private void Add(ILocalSymbol local, DefinitionKind kind, IOperation value)
    {
        var definition = new Definition(kind, value);
        _byLocal[local] = _byLocal.TryGetValue(local, out var known) ? known.Add(definition) : ImmutableArray.Create(definition);
    }
}
