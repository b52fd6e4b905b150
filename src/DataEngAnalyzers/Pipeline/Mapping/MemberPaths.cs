using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Members by their names, as mappers find them.</summary>
internal static class MemberPaths
{
    // A name of more words than this is not taken apart.
    private const int MostWords = 8;

    /// <summary>The members that a selector or a constant names, parted by points; <see langword="null"/> for any other expression.</summary>
    public static string? In(IOperation selector)
    {
        var function = Delegates.FunctionIn(selector);
        if (function.ConstantValue is { HasValue: true, Value: string name })
            return name;
        if (function is not IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } step }] })
            return null;

        string? path = null;
        while (true)
        {
            switch (step)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    step = operand;
                    break;
                case IMemberReferenceOperation { Instance: { } owner, Member: var member }:
                    path = path is null ? member.Name : member.Name + "." + path;
                    step = owner;
                    break;
                default:
                    return step is IParameterReferenceOperation ? path : null;
            }
        }
    }

    /// <summary>The members that the names of a path lead through; empty where one is missing.</summary>
    public static ImmutableArray<ISymbol> Follow(ITypeSymbol source, string path)
    {
        var members = ImmutableArray.CreateBuilder<ISymbol>();
        ITypeSymbol? type = source;
        foreach (var name in path.Split('.'))
        {
            if (Find(type, name, StringComparison.OrdinalIgnoreCase) is not { } member)
                return ImmutableArray<ISymbol>.Empty;
            members.Add(member);
            type = TypeOf(member);
        }

        return members.ToImmutable();
    }

    /// <summary>What a mapper finds for a name: a member, a method that gets it, or a member of a member; empty where it finds nothing.</summary>
    public static ImmutableArray<ISymbol> ByName(ITypeSymbol source, string name, StringComparison comparison) => ByName(source, name, comparison, words: 0);

    private static ImmutableArray<ISymbol> ByName(ITypeSymbol source, string name, StringComparison comparison, int words)
    {
        if (Find(source, name, comparison) is { } direct)
            return ImmutableArray.Create(direct);

        for (var at = 1; at < name.Length && words < MostWords; at++)
        {
            if (char.IsUpper(name[at]) && Find(source, name.Substring(0, at), comparison) is { } owner && TypeOf(owner) is { } inner
                && ByName(inner, name.Substring(at), comparison, words + 1) is { IsEmpty: false } further)
                return further.Insert(0, owner);
        }

        return ImmutableArray<ISymbol>.Empty;
    }

    /// <summary>The type of what a member holds or a method returns.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { Type: var type } => type,
        IFieldSymbol { Type: var type } => type,
        IMethodSymbol { ReturnType: var type } => type,
        _ => null,
    };

    /// <summary>The public member of a name, also of a base type.</summary>
    public static ISymbol? Find(ITypeSymbol? source, string name, StringComparison comparison)
    {
        ISymbol? getter = null;
        for (var type = source; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(contract => contract.GetMembers()) : []))
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, AssociatedSymbol: null }
                    && string.Equals(member.Name, name, comparison))
                    return member;
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, Parameters.IsEmpty: true, ReturnsVoid: false, DeclaredAccessibility: Accessibility.Public } && string.Equals(member.Name, "Get" + name, comparison))
                    getter ??= member;
            }
        }

        return getter;
    }
}
