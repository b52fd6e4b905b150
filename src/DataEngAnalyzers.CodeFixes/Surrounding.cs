using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>What the code at a place may use: await, a cancellation token, a free name.</summary>
internal static class Surrounding
{
    /// <summary>True when an <c>await</c> may stand there.</summary>
    public static bool IsAsync(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case CompilationUnitSyntax unit:
                    return unit.Members.OfType<GlobalStatementSyntax>().Any(member => member.DescendantNodes(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(child => child is AwaitExpressionSyntax));
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The name of the cancellation token in scope; <see langword="null"/> where there is none, or more than one.</summary>
    public static string? Token(FixScene scene, int position)
    {
        var tokens = scene.Model.LookupSymbols(position)
            .Where(symbol => symbol is IParameterSymbol { Type: { Name: "CancellationToken" } } or ILocalSymbol { Type: { Name: "CancellationToken" } })
            .Where(symbol => symbol.Locations.All(place => place.SourceSpan.Start < position))
            .ToList();
        return tokens.Count == 1 ? tokens[0].Name : null;
    }

    /// <summary>A name that means nothing yet in the function around a node.</summary>
    public static string FreeName(string wished, SyntaxNode node, FixScene scene)
    {
        var function = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? scene.Root;
        var taken = function.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
            .Concat(scene.Model.LookupSymbols(node.SpanStart).Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol).Select(symbol => symbol.Name))
            .ToImmutableHashSet();
        var name = wished;
        for (var number = 2; taken.Contains(name); number++)
            name = wished + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>A call in the form the place allows: awaited with the token in scope where it may be and a twin exists, else plain.</summary>
    public static string Call(string receiver, ITypeSymbol type, string method, SyntaxNode place, FixScene scene)
    {
        var position = place.SpanStart;
        var isAsync = IsAsync(place) && scene.Model.LookupSymbols(position, type, method + "Async", includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Any();
        return isAsync ? $"await {receiver}.{method}Async({Token(scene, position)})" : $"{receiver}.{method}()";
    }
}
