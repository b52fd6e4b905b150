using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// The members of one type that touch data, found by names alone, and which of them calls which. A member that another one calls is
/// seen through its caller and is no root of its own.
/// </summary>
internal sealed class TypeSketch
{
    /// <summary>The sketch of a type that touches no data.</summary>
    public static readonly TypeSketch Empty = new();

    private readonly List<Member> _members = new();

    private TypeSketch()
    {
    }

    /// <param name="declarations">All declarations of the type, over all files of a partial one.</param>
    /// <param name="namesOf">The names that count in a file.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static TypeSketch Of(IEnumerable<SyntaxNode> declarations, System.Func<SyntaxTree, FileNames> namesOf, CancellationToken cancellation)
    {
        var sketch = new TypeSketch();
        foreach (var declaration in declarations)
        {
            var names = namesOf(declaration.SyntaxTree);
            foreach (var body in BodiesOf(declaration))
            {
                cancellation.ThrowIfCancellationRequested();
                sketch._members.Add(Member.Of(body, names));
            }
        }

        sketch.Spread();
        return sketch;
    }

    /// <summary>True when a name below a declaration may touch data.</summary>
    public static bool TouchesData(SyntaxNode declaration, FileNames names)
    {
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var name } && names.IsData(name))
                return true;
        }

        return false;
    }

    /// <summary>The members that touch data, themselves or through others, and that no other such member calls.</summary>
    public IEnumerable<SyntaxNode> Roots()
    {
        var relevant = _members.Where(member => member.TouchesData).ToList();
        foreach (var member in relevant)
        {
            var callers = relevant.Where(other => other != member && other.Mentions.Contains(member.Name)).ToList();
            if (callers.Count == 0 || IsFirstOfCycle(member, callers))
                yield return member.Declaration;
        }
    }

    /// <summary>The declarations of members whose bodies are bound one by one; nested types are sketched on their own.</summary>
    private static IEnumerable<SyntaxNode> BodiesOf(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case CompilationUnitSyntax unit when unit.Members.Any(SyntaxKind.GlobalStatement):
                yield return unit;
                break;
            case TypeDeclarationSyntax type:
                foreach (var member in type.Members)
                {
                    switch (member)
                    {
                        case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                            yield return member;
                            break;
                        case PropertyDeclarationSyntax { ExpressionBody: not null }:
                            yield return member;
                            break;
                        case PropertyDeclarationSyntax { Initializer: { } initializer }:
                            yield return initializer;
                            break;
                        case FieldDeclarationSyntax { Declaration.Variables: var variables }:
                            foreach (var variable in variables.Where(variable => variable.Initializer is not null))
                                yield return variable.Initializer!;
                            break;
                        case BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors }:
                            foreach (var accessor in accessors.Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null))
                                yield return accessor;
                            break;
                    }
                }

                break;
        }
    }

    // A method touches data when one it mentions does.
    private void Spread()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            var touching = new HashSet<string>(_members.Where(member => member.TouchesData).Select(member => member.Name));
            foreach (var member in _members)
            {
                if (!member.TouchesData && member.Mentions.Overlaps(touching))
                    member.TouchesData = changed = true;
            }
        }
    }

    private static bool IsFirstOfCycle(Member member, List<Member> callers) =>
        callers.All(caller => member.Mentions.Contains(caller.Name) && member.Declaration.SpanStart < caller.Declaration.SpanStart);

    private sealed class Member
    {
        private Member(SyntaxNode declaration, string name)
        {
            Declaration = declaration;
            Name = name;
        }

        public SyntaxNode Declaration { get; }

        public string Name { get; }

        public bool TouchesData { get; set; }

        public HashSet<string> Mentions { get; } = new();

        public static Member Of(SyntaxNode declaration, FileNames names)
        {
            var member = new Member(declaration, NameOf(declaration));
            var nodes = declaration is CompilationUnitSyntax unit
                ? unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantNodes())
                : declaration.DescendantNodes();
            foreach (var node in nodes)
            {
                if (node is not SimpleNameSyntax { Identifier.ValueText: var name })
                    continue;
                member.TouchesData |= names.IsData(name);
                if (IsOwn(node))
                    member.Mentions.Add(name);
            }

            return member;
        }

        // A name behind another object's dot is that object's member, not one of this type.
        private static bool IsOwn(SyntaxNode name) => name.Parent switch
        {
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } => true,
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression is SimpleNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] },
            MemberBindingExpressionSyntax => false,
            _ => true,
        };

        private static string NameOf(SyntaxNode declaration) => declaration switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => string.Empty,
        };
    }
}
