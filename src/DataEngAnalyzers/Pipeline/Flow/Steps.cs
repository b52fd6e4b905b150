using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which step an access in code takes.</summary>
internal static class Steps
{
    /// <summary>Stands for every key that the code does not spell out.</summary>
    public const string AnyKey = "*";

    /// <summary>The step of an indexer: into a list by position, into anything else by name.</summary>
    public static FlowStep Indexed(IPropertySymbol indexer, IOperation index)
    {
        if (IsKeyed(indexer.ContainingType))
            return FlowStep.Under(index.ConstantValue is { HasValue: true, Value: { } key } ? key.ToString() : AnyKey);
        return Indexed(index);
    }

    /// <summary>The step to an entry that is added under a key; a parameter's sigil is not part of its name.</summary>
    public static FlowStep Entry(IOperation? key) =>
        FlowStep.Under(key?.ConstantValue is { HasValue: true, Value: { } constant } ? constant.ToString().TrimStart('@', ':', '$') : AnyKey);

    /// <summary>The step of an index: its constant, or any element.</summary>
    public static FlowStep Indexed(IOperation index)
    {
        while (index is IConversionOperation { Operand: var operand } && !index.ConstantValue.HasValue)
            index = operand;
        return index.ConstantValue switch
        {
            { HasValue: true, Value: int position and >= 0 } => FlowStep.At(position),
            { HasValue: true, Value: string name } => FlowStep.Under(name),
            _ when index.Type?.SpecialType == SpecialType.System_String => FlowStep.Under(AnyKey),
            _ => FlowStep.Element,
        };
    }

    /// <summary>True for a dictionary: its elements are pairs.</summary>
    public static bool IsKeyed(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (IsDictionary(named) || named.AllInterfaces.Any(IsDictionary));

    /// <summary>True for a property that gives the same rows in other clothes: <c>table.Rows</c>, <c>channel.Reader</c>.</summary>
    public static bool IsSame(ISymbol member, ApiCatalog apis) => apis.FindAll(member).Any(api => api.Role == ApiRole.Sequence && api.Is("op", "same"));

    /// <summary>True for members of the framework: nothing of the code's own happens in them.</summary>
    public static bool IsOfFramework(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: nameof(System) };
    }

    private static bool IsDictionary(INamedTypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary", Arity: 2 };
}
