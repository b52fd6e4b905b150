using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>Brings a namespace into scope where a fix needs a type of it.</summary>
internal static class Usings
{
    /// <summary>The change that imports a namespace; none when the type's name already means that type at the position.</summary>
    public static IEnumerable<TextChange> For(FixScene scene, string @namespace, string type, int position)
    {
        var known = scene.Model.LookupNamespacesAndTypes(position, name: type);
        if (known.Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == @namespace))
            yield break;

        var directive = "using " + @namespace + ";" + scene.NewLine;
        yield return new TextChange(new TextSpan(PositionFor(scene.Root, @namespace), 0), directive);
    }

    // Among the file's own usings in alphabetical order, System first; else before the first token, after the file's header comment.
    private static int PositionFor(CompilationUnitSyntax root, string @namespace)
    {
        var usings = root.Usings.Where(directive => directive.Alias is null && directive.StaticKeyword.Span.IsEmpty && directive.GlobalKeyword.Span.IsEmpty).ToList();
        foreach (var directive in usings)
        {
            if (Rank(directive.Name?.ToString() ?? string.Empty).CompareTo(Rank(@namespace)) > 0)
                return directive.SpanStart;
        }

        return usings.Count > 0 ? usings[usings.Count - 1].FullSpan.End : root.Usings.Count > 0 ? root.Usings.FullSpan.End : root.GetFirstToken().SpanStart;
    }

    private static (int Group, string Name) Rank(string name) => (name == "System" || name.StartsWith("System.", System.StringComparison.Ordinal) ? 0 : 1, name);
}
