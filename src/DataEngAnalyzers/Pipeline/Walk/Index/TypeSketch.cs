using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A type as its file declares it: its name and the names in its list of bases.</summary>
internal sealed record TypeSketch(string Name, ImmutableArray<string> Bases, BaseTypeDeclarationSyntax Declaration)
{
    /// <summary>The types of a file, nested ones included.</summary>
    public static IEnumerable<TypeSketch> In(CompilationUnitSyntax unit) => DeclarationsIn(unit).Select(type =>
        new TypeSketch(type.Identifier.ValueText, type.BaseList?.Types.Select(listed => NameOf(listed.Type)).ToImmutableArray() ?? ImmutableArray<string>.Empty, type));

    public static IEnumerable<BaseTypeDeclarationSyntax> DeclarationsIn(CompilationUnitSyntax unit) => unit
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<BaseTypeDeclarationSyntax>();

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right.Identifier.ValueText: var last } => last,
        AliasQualifiedNameSyntax { Name.Identifier.ValueText: var last } => last,
        _ => string.Empty,
    };
}
