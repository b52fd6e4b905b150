using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Catalog;

/// <summary>A migration in C#.</summary>
/// <param name="Type">The class.</param>
/// <param name="Up">Its way up.</param>
/// <param name="Id">What orders it among the others of its series.</param>
/// <param name="Series">The context whose database it changes; empty when there is only one.</param>
internal sealed record MigrationClass(INamedTypeSymbol Type, MethodDeclarationSyntax Up, string Id, string Series)
{
    private const string WayUp = "Up";

    /// <summary>The migrations of a compilation, in no particular order; files that have no such method are not looked at.</summary>
    public static IEnumerable<MigrationClass> In(PipelineContext context)
    {
        var word = WordHash.Of(WayUp);
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => context.Sketches.Of(tree).Words.Contains(word)))
        {
            foreach (var up in tree.GetRoot().DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>())
            {
                if (up.Identifier.ValueText == WayUp && context.ModelFor(tree).GetDeclaredSymbol(up)?.ContainingType is { IsAbstract: false } type && IsMigration(type, context))
                    yield return new MigrationClass(type, up, IdOf(type, tree, context), SeriesOf(type));
            }
        }
    }

    private static bool IsMigration(INamedTypeSymbol type, PipelineContext context) => context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Host && api.Is("kind", "migration"));

    // Without an id in sight, the scaffolder's file name begins with it.
    private static string IdOf(INamedTypeSymbol type, SyntaxTree tree, PipelineContext context)
    {
        var version = type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } marker && context.Apis.FindAll(marker).Any(api => api.Role == ApiRole.Version));
        var values = version?.ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value : null).ToList();
        return values switch
        {
            [string id, ..] => id,
            [long number, ..] => number.ToString("D20", CultureInfo.InvariantCulture),
            [ushort, ..] => string.Concat(values.OfType<ushort>().Select(part => part.ToString("D4", CultureInfo.InvariantCulture))),
            _ => Path.GetFileNameWithoutExtension(tree.FilePath),
        };
    }

    private static string SeriesOf(INamedTypeSymbol type) => type.GetAttributes()
        .Select(attribute => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Type, Value: INamedTypeSymbol context }] ? context.ToDisplayString() : null)
        .FirstOrDefault(context => context is not null) ?? string.Empty;
}
