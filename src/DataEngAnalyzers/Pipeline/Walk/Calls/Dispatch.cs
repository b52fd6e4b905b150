using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which methods a call may run, where the object's type decides.</summary>
internal sealed class Dispatch
{
    private const int MostTargets = 3;

    private readonly PipelineContext _context;
    private readonly Registrations _registrations;
    private readonly ConcurrentDictionary<(ISymbol Type, ISymbol Method), ImmutableArray<IMethodSymbol>> _targets = new(PairComparer.Instance);

    public Dispatch(PipelineContext context)
    {
        _context = context;
        _registrations = new Registrations(context);
    }

    /// <summary>The names of the types that a container is told to make for a contract; empty where nothing says.</summary>
    public IReadOnlyCollection<string> RegisteredFor(string contract) => _registrations.Of(contract);

    /// <param name="method">The method as it is called.</param>
    /// <param name="self">The object, as far as it is known.</param>
    /// <returns>The methods with bodies that can run; none where there are too many or they are out of sight.</returns>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, Self? self)
    {
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
            return ImmutableArray.Create(method);

        var type = self?.Type as INamedTypeSymbol ?? method.ContainingType;
        var found = self is { IsExact: true }
            ? Implementation(type, method) is { IsAbstract: false } own ? ImmutableArray.Create(own) : ImmutableArray<IMethodSymbol>.Empty
            : _targets.GetOrAdd((type, method.ConstructedFrom), key => Find((INamedTypeSymbol)key.Type, (IMethodSymbol)key.Method));
        return method.IsGenericMethod
            ? found.Select(target => target.IsGenericMethod && target.Arity == method.Arity ? target.ConstructedFrom.Construct([.. method.TypeArguments]) : target).ToImmutableArray()
            : found;
    }

    private ImmutableArray<IMethodSymbol> Find(INamedTypeSymbol type, IMethodSymbol method)
    {
        var found = new List<IMethodSymbol>();
        foreach (var candidate in Candidates(type))
        {
            if (Implementation(candidate, method) is { IsAbstract: false } target && !found.Any(known => Same(known, target)))
                found.Add(target);
        }

        if (found.Count > 1 && RegisteredFor(type.Name) is { Count: > 0 } registered)
        {
            var chosen = found.Where(target => registered.Contains(target.ContainingType.Name)).ToList();
            if (chosen.Count > 0)
                found = chosen;
        }

        return found.Count <= MostTargets ? found.ToImmutableArray() : ImmutableArray<IMethodSymbol>.Empty;
    }

    // The type itself and the types of this compilation that are one; test doubles are not what runs at night.
    private IEnumerable<INamedTypeSymbol> Candidates(INamedTypeSymbol type)
    {
        if (type is { IsAbstract: false, TypeKind: not TypeKind.Interface })
            yield return type;
        foreach (var sketch in _context.Code.Types.Below(type.Name))
        {
            if (_context.ModelFor(sketch.Declaration.SyntaxTree).GetDeclaredSymbol(sketch.Declaration) is INamedTypeSymbol { IsAbstract: false, TypeKind: not TypeKind.Interface } derived
                && Filled(derived, type) is { } filled
                && (!TestCode.IsDouble(filled) || TestCode.IsDouble(type)))
                yield return filled;
        }
    }

    // The derived type with its own type parameters filled in from those of the type it is asked as; null when it is no such type.
    private static INamedTypeSymbol? Filled(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        if (As(derived, type) is not { } seen)
            return null;
        if (derived.TypeParameters.IsEmpty || type.TypeArguments.Length != seen.TypeArguments.Length)
            return derived;

        var arguments = derived.TypeParameters.Select(parameter => seen.TypeArguments.IndexOf(parameter, 0, SymbolEqualityComparer.Default) is var at and >= 0 ? type.TypeArguments[at] : parameter);
        return derived.Construct([.. arguments]);
    }

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
            return Override(type, method);
        if (As(type, method.ContainingType) is not { } contract
            || contract.GetMembers(method.Name).FirstOrDefault(member => Same(member, method)) is not { } declared)
            return null;
        return type.FindImplementationForInterfaceMember(declared) is IMethodSymbol found ? Override(type, found) ?? found : null;
    }

    private static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                for (var overriding = member as IMethodSymbol; overriding is not null; overriding = overriding.OverriddenMethod)
                {
                    if (Same(overriding, method))
                        return (IMethodSymbol)member;
                }
            }
        }

        return null;
    }

    private static INamedTypeSymbol? As(INamedTypeSymbol type, INamedTypeSymbol wanted)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current, wanted))
                return current;
        }

        return type.AllInterfaces.FirstOrDefault(contract => Same(contract, wanted));
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    private sealed class PairComparer : IEqualityComparer<(ISymbol Type, ISymbol Method)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((ISymbol Type, ISymbol Method) one, (ISymbol Type, ISymbol Method) other) =>
            SymbolEqualityComparer.Default.Equals(one.Type, other.Type) && SymbolEqualityComparer.Default.Equals(one.Method, other.Method);

        public int GetHashCode((ISymbol Type, ISymbol Method) pair) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(pair.Type) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.Method));
    }
}
