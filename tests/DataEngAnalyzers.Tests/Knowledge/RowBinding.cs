using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Tests.Knowledge;

/// <summary>Binds a model row against a compilation and says what does not fit.</summary>
internal sealed class RowBinding
{
    private readonly ApiModel _row;
    private readonly ImmutableArray<ISymbol> _symbols;

    private RowBinding(ApiModel row, ImmutableArray<ISymbol> symbols)
    {
        _row = row;
        _symbols = symbols;
    }

    public bool IsBound => !_symbols.IsEmpty;

    public static RowBinding Of(ApiModel row, Compilation compilation)
    {
        var types = DocumentationCommentId.GetSymbolsForDeclarationId(row.SymbolName.TypeId, compilation).OfType<INamedTypeSymbol>();
        var symbols = row.SymbolName.Kind == 'T'
            ? types.Cast<ISymbol>()
            : types.SelectMany(type => type.GetMembers()).Where(member => row.SymbolName.Distance(member) == 0);
        return new RowBinding(row, symbols.ToImmutableArray());
    }

    /// <summary>References of the row that no matched overload has.</summary>
    public IEnumerable<string> Misfits() =>
        from value in _row.Values
        where !RoleGrammar.IsVocabulary(RoleWord, value.Key)
        from name in value.Value.Split('|')
        where !_symbols.Any(symbol => Has(symbol, value.Key, name))
        select $"{_row.Id}: {value.Key}={name}";

    private string RoleWord => RoleGrammar.RoleWords.First(word => RoleGrammar.TryGetRole(word, out var role) && role == _row.Role);

    private static bool Has(ISymbol symbol, string key, string name) => (key, name) switch
    {
        ("finish" or "autocommit" or "autostore" or "idempotence" or "transactional" or "retries" or "inflight" or "servers" or "batches", _) => HasMember(Result(symbol), name),
        ("flush", _) => HasMember(symbol.ContainingType, name),
        ("ignores" or "when", "null" or "true" or "false") => true,
        ("ignores" or "when", _) => HasMember(ValueType(((IPropertySymbol)symbol).Type), name),
        (_, "this") => !symbol.IsStatic,
        (_, "return") => symbol is IMethodSymbol { ReturnsVoid: false },
        (_, "type") => symbol is IMethodSymbol { Arity: > 0 } or INamedTypeSymbol { Arity: > 0 },
        _ when name.StartsWith("this.", StringComparison.Ordinal) => HasMember(symbol.ContainingType, name["this.".Length..]),
        _ => symbol switch
        {
            IMethodSymbol method => method.Parameters.Any(parameter => parameter.Name == name),
            IPropertySymbol property => property.Parameters.Any(parameter => parameter.Name == name),
            INamedTypeSymbol type => type.InstanceConstructors.Any(constructor => Has(constructor, key, name)) || HasMember(type, name),
            _ => false,
        },
    };

    private static ITypeSymbol ValueType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    private static ITypeSymbol Result(ISymbol symbol)
    {
        var method = (IMethodSymbol)symbol;
        if (method.MethodKind == MethodKind.Constructor)
            return method.ContainingType;
        if (method.ReturnsVoid)
            return method.ContainingType;
        return method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var awaited] } ? awaited : method.ReturnType;
    }

    private static bool HasMember(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Length > 0)
                return true;
        }

        return type?.AllInterfaces.Any(implemented => implemented.GetMembers(name).Length > 0) == true;
    }
}
