using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How the columns of a query become members of a row type, where that goes by names.</summary>
internal sealed class RowMaps
{
    private static readonly int[] OwnMaps = new[] { "SetTypeMap", "ITypeMap", "FluentMapper", "FluentMap", "TypeMapProvider", "CustomPropertyTypeMap", "ColumnAttributeTypeMapper" }.Select(WordHash.Of).ToArray();

    private static readonly int Underscores = WordHash.Of("MatchNamesWithUnderscores");

    private readonly PipelineContext _context;
    private readonly Lazy<bool> _hasOwnMaps;
    private readonly Lazy<bool> _ignoresUnderscores;

    public RowMaps(PipelineContext context)
    {
        _context = context;
        _hasOwnMaps = new Lazy<bool>(() => OwnMaps.Any(IsMentioned));
        _ignoresUnderscores = new Lazy<bool>(() => context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary || IsMentioned(Underscores));
    }

    /// <summary>The team's own class that a query makes its rows of by the names of columns; <see langword="null"/> where it makes something else.</summary>
    public static INamedTypeSymbol? RowOf(DataOperation read) =>
        read.Api.Is("maps", "names")
        && read.Call.Operation is IInvocationOperation { TargetMethod.TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class } row] } query
        && row.IsDeclaredIn(query.SemanticModel?.Compilation)
        && row.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty)
            ? row
            : null;

    /// <summary>The members that columns are put into.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol row) =>
        AllOf(row).Where(member => member is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false, IsConst: false });

    /// <summary>Every property and public field.</summary>
    public static IEnumerable<ISymbol> AllOf(INamedTypeSymbol row)
    {
        for (var type = row; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
                    yield return member;
            }
        }
    }

    public static bool Takes(ISymbol member, string? column) => string.Equals(member.Name, column, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when something else than the plain names may bring a column to a member: an attribute, a map, a setting; a library leaves the setting to the program.</summary>
    public bool MayMap(INamedTypeSymbol row, string column, ISymbol member) =>
        _hasOwnMaps.Value
        || AllOf(row).Any(candidate => candidate.GetAttributes().Any(attribute => attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Primitive && string.Equals(argument.Value as string, column, StringComparison.OrdinalIgnoreCase))))
        || Takes(member, column.Replace("_", string.Empty)) && _ignoresUnderscores.Value;

    private bool IsMentioned(int word) => _context.Compilation.SyntaxTrees.Any(tree => _context.Sketches.Of(tree).Words.Contains(word));
}
