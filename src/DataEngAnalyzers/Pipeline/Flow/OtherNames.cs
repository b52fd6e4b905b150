using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The variables of a body that stand for one object: <c>var copy = row;</c>.</summary>
internal sealed class OtherNames
{
    private const int MostNames = 64;

    private readonly List<(ISymbol Name, ISymbol Of, bool IsPlain)> _pairs = new();
    private readonly Dictionary<ISymbol, int> _assigned = new(SymbolEqualityComparer.Default);
    private readonly ILookup<ISymbol, (ISymbol Name, ISymbol Of, bool IsPlain)> _byName;
    private readonly ILookup<ISymbol, (ISymbol Name, ISymbol Of, bool IsPlain)> _byObject;

    public OtherNames(IOperation body)
    {
        foreach (var part in body.DescendantsAndSelf())
            Read(part);
        _byName = _pairs.ToLookup(pair => pair.Name, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        _byObject = _pairs.ToLookup(pair => pair.Of, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
    }

    /// <summary>The other names of what a variable holds; sure where neither name ever stands for anything else.</summary>
    public IReadOnlyList<(ISymbol Name, bool IsSure)> Of(ISymbol variable)
    {
        var found = new List<(ISymbol Name, bool IsSure)> { (variable, true) };
        if (_pairs.Count == 0)
            return [];

        // First where the object comes from, then who else got it from there: what else such a name held is another object.
        for (var at = 0; at < found.Count && found.Count < MostNames; at++)
            Add(found, at, _byName[found[at].Name].Select(pair => (pair.Of, IsSure(pair))));
        for (var at = 0; at < found.Count && found.Count < MostNames; at++)
            Add(found, at, _byObject[found[at].Name].Select(pair => (pair.Name, IsSure(pair))));
        return found.GetRange(1, found.Count - 1);
    }

    private static void Add(List<(ISymbol Name, bool IsSure)> found, int at, IEnumerable<(ISymbol Name, bool IsSure)> next)
    {
        foreach (var (name, isSure) in next)
        {
            if (!found.Any(known => SymbolEqualityComparer.Default.Equals(known.Name, name)))
                found.Add((name, isSure && found[at].IsSure));
        }
    }

    private bool IsSure((ISymbol Name, ISymbol Of, bool IsPlain) pair) => pair.IsPlain && IsOneObject(pair.Name, most: 1) && IsOneObject(pair.Of, pair.Of is IParameterSymbol ? 0 : 1);

    private bool IsOneObject(ISymbol name, int most) => name is IFieldSymbol { IsReadOnly: true } || (name is not IFieldSymbol && (!_assigned.TryGetValue(name, out var times) || times <= most));

    private void Read(IOperation part)
    {
        switch (part)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: var value }:
                Bind(declarator.Symbol, value);
                break;
            case ISimpleAssignmentOperation { Target: var target, Value: var value } when NameOf(target) is { } name:
                Bind(name, value);
                break;
            case ICoalesceAssignmentOperation { Target: var target, Value: var value } when NameOf(target) is { } name:
                Bind(name, value);
                Count(name);
                break;
            case IIsPatternOperation { Value: var value, Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } name } }:
                Bind(name, value);
                break;
            case IIsPatternOperation { Value: var value, Pattern: IRecursivePatternOperation { DeclaredSymbol: { } name } }:
                Bind(name, value);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var passed } when NameOf(passed) is { } name:
                Count(name);
                Count(name);
                break;
            case IDeconstructionAssignmentOperation { Target: var target }:
                foreach (var name in target.DescendantsAndSelf().Select(NameOf).OfType<ISymbol>())
                    Count(name);
                break;
        }
    }

    private void Bind(ISymbol name, IOperation value)
    {
        Count(name);
        foreach (var (source, isPlain) in SourcesOf(value))
        {
            if (NameOf(source) is { } held && source.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && !SymbolEqualityComparer.Default.Equals(held, name))
                _pairs.Add((name, held, isPlain));
        }
    }

    private void Count(ISymbol name) => _assigned[name] = _assigned.TryGetValue(name, out var times) ? times + 1 : 1;

    // The values that this one may be.
    private static IEnumerable<(IOperation Value, bool IsPlain)> SourcesOf(IOperation value)
    {
        var isPlain = true;
        var open = new Stack<IOperation>([value]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    open.Push(operand);
                    break;
                case IParenthesizedOperation { Operand: var operand }:
                    open.Push(operand);
                    break;
                case ISimpleAssignmentOperation { Value: var assigned }:
                    open.Push(assigned);
                    break;
                case IConditionalOperation { WhenTrue: var first, WhenFalse: { } second }:
                    isPlain = false;
                    open.Push(first);
                    open.Push(second);
                    break;
                case ICoalesceOperation { Value: var first, WhenNull: var second }:
                    isPlain = false;
                    open.Push(first);
                    open.Push(second);
                    break;
                case ISwitchExpressionOperation { Arms: var arms }:
                    isPlain = false;
                    foreach (var arm in arms)
                        open.Push(arm.Value);
                    break;
                case { } other:
                    yield return (other, isPlain);
                    break;
            }
        }
    }

    private static ISymbol? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } => field,
        _ => null,
    };
}
