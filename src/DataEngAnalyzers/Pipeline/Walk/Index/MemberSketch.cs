using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A member with a body, by its syntax alone: what others call it by, and every name it mentions.</summary>
internal sealed class MemberSketch
{
    private MemberSketch(SyntaxNode declaration, string name, string type)
    {
        Declaration = declaration;
        Name = name;
        Type = type;
    }

    /// <summary>The syntax that holds the body.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>The word a use of it is written with; empty where no code can name it: an initializer, the top-level statements.</summary>
    public string Name { get; }

    /// <summary>The name of its type; empty for top-level statements.</summary>
    public string Type { get; }

    /// <summary>The names in its body.</summary>
    public HashSet<string> Mentions { get; } = new();

    /// <summary>The uses in its body of names that are asked for.</summary>
    public IEnumerable<SimpleNameSyntax> UsesOf(System.Func<string, bool> isAsked) =>
        Nodes().OfType<SimpleNameSyntax>().Where(name => isAsked(name.Identifier.ValueText) && !IsOnlyNamed(name));

    /// <summary>The members of a file's types and its top-level statements.</summary>
    public static IEnumerable<MemberSketch> In(CompilationUnitSyntax unit)
    {
        if (unit.Members.Any(SyntaxKind.GlobalStatement))
            yield return Of(unit, string.Empty, string.Empty);
        foreach (var type in TypeSketch.DeclarationsIn(unit).OfType<TypeDeclarationSyntax>())
        {
            foreach (var member in type.Members)
            {
                foreach (var (declaration, name) in BodiesOf(member, type))
                    yield return Of(declaration, name, type.Identifier.ValueText);
            }
        }
    }

    private static MemberSketch Of(SyntaxNode declaration, string name, string type)
    {
        var member = new MemberSketch(declaration, name, type);
        foreach (var node in member.Nodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var mentioned })
                member.Mentions.Add(mentioned);
        }

        return member;
    }

    private static IEnumerable<(SyntaxNode Declaration, string Name)> BodiesOf(MemberDeclarationSyntax member, TypeDeclarationSyntax type)
    {
        switch (member)
        {
            case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                break;
            case MethodDeclarationSyntax method:
                yield return (method, method.Identifier.ValueText);
                break;
            case ConstructorDeclarationSyntax constructor:
                yield return (constructor, constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? string.Empty : type.Identifier.ValueText);
                break;
            case BaseMethodDeclarationSyntax:
                yield return (member, string.Empty);
                break;
            case PropertyDeclarationSyntax { ExpressionBody: not null } property:
                yield return (property, property.Identifier.ValueText);
                break;
            case PropertyDeclarationSyntax { Initializer: { } initializer }:
                yield return (initializer, string.Empty);
                break;
            case FieldDeclarationSyntax { Declaration.Variables: var variables }:
                foreach (var variable in variables.Where(variable => variable.Initializer is not null))
                    yield return (variable.Initializer!, string.Empty);
                break;
            case BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors }:
                foreach (var accessor in accessors.Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null))
                    yield return (accessor, member is PropertyDeclarationSyntax property ? property.Identifier.ValueText : string.Empty);
                break;
        }
    }

    private IEnumerable<SyntaxNode> Nodes() => Declaration is CompilationUnitSyntax unit
        ? unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantNodes())
        : Declaration.DescendantNodes();

    // nameof(Load) runs nothing.
    private static bool IsOnlyNamed(SyntaxNode name)
    {
        while (name.Parent is MemberAccessExpressionSyntax)
            name = name.Parent;
        return name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
    }
}
