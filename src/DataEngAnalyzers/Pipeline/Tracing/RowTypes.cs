using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a type says about how many rows it holds.</summary>
internal static class RowTypes
{
    /// <summary>True for a sequence of rows; a string, a byte array and a dictionary are single values.</summary>
    public static bool IsSequence(ITypeSymbol? type) => ElementOf(type) is { SpecialType: not (SpecialType.System_Char or SpecialType.System_Byte) };

    /// <summary>True for rows that lie in memory; a sequence that is only promised makes them anew each time.</summary>
    public static bool IsKept(ITypeSymbol? type) => type is IArrayTypeSymbol || type is INamedTypeSymbol named && (IsCollection(named) || named.AllInterfaces.Any(IsCollection));

    /// <summary>The element type of a sequence, sync or async; <see langword="null"/> for anything else.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or { SpecialType: SpecialType.System_String }:
                return null;
            case IArrayTypeSymbol { ElementType: var element }:
                return element;
            case INamedTypeSymbol named:
                if (IsEnumerable(named))
                    return named.TypeArguments[0];
                foreach (var contract in named.AllInterfaces)
                {
                    if (IsEnumerable(contract))
                        return IsPair(contract.TypeArguments[0]) ? null : contract.TypeArguments[0];
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>The type behind a task; any other type itself.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    /// <summary>True for a class, record or tuple with members: one row; false for numbers, strings, dates.</summary>
    public static bool IsRow(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Dynamic or TypeKind.Interface or TypeKind.TypeParameter }
        && (type.IsTupleType || type.ContainingNamespace?.ToDisplayString() is not ("System" or "System.IO" or "System.Reflection" or "System.Threading.Tasks"));

    /// <summary>True for a query that something else runs; false for rows in memory.</summary>
    public static bool IsQueryable(IOperation? source)
    {
        while (source is IConversionOperation { Operand: var operand })
            source = operand;
        return source?.Type is INamedTypeSymbol type && (IsQuery(type) || type.AllInterfaces.Any(IsQuery));
    }

    private static bool IsQuery(INamedTypeSymbol type) => type is { Name: "IQueryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    private static bool IsEnumerable(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type is { Name: "IAsyncEnumerable", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private static bool IsCollection(INamedTypeSymbol type) => type is { Name: "ICollection" or "IReadOnlyCollection", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private static bool IsPair(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 };
}
