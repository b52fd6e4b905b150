using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether added entities get keys that nothing in their source decides.</summary>
internal static class NewKeys
{
    /// <summary>
    /// True when the entity is created in sight, the database or a generator makes up its key, and no other key would stop a duplicate.
    /// A key taken from the source makes a second insert fail before anything is committed.
    /// </summary>
    public static bool MakesNewKeys(this Stage stage, DataOperation write)
    {
        var context = stage.Context;
        if (context.Datasets.EntityOf(write.Call) is not INamedTypeSymbol entity)
            return false;
        if (context.Entities.KeyOf(entity) is not [var key] || !IsGenerated(key.Type) || context.Catalog.HasAlternateKey(entity))
            return false;

        var isCreated = false;
        foreach (var declaration in write.Member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in declaration.GetSyntax().DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax { Left: var target } && NameOf(target) == key.Name && IsSame(context.ModelFor(node.SyntaxTree).GetSymbolInfo(target).Symbol, key))
                    return false;
                if (node is BaseObjectCreationExpressionSyntax creation && SymbolEqualityComparer.Default.Equals(context.ModelFor(node.SyntaxTree).GetTypeInfo(creation).Type, entity))
                    isCreated = true;
            }
        }

        return isCreated;
    }

    private static bool IsGenerated(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "Guid", ContainingNamespace.Name: "System" };

    private static bool IsSame(ISymbol? assigned, IPropertySymbol key) => SymbolEqualityComparer.Default.Equals(assigned?.OriginalDefinition, key.OriginalDefinition);

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
