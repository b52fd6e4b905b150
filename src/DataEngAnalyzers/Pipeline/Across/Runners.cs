using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Finds methods that may run a delegate again, by syntax alone: what they are given may be a write. Any other method that takes a
/// delegate and touches no data itself is not worth binding.
/// </summary>
internal static class Runners
{
    private static readonly string[] Delegates = ["Func", "Action"];

    public static IEnumerable<MemberSketch> In(PipelineContext context)
    {
        var retries = new HashSet<string>(context.Apis.OfRole(ApiRole.Retry).Select(api => api.SymbolName.NameInSource));
        var delegates = Delegates.Select(WordHash.Of).ToList();
        var signs = retries.Append("catch").Select(WordHash.Of).ToList();
        return context.Compilation.SyntaxTrees
            .Select(context.Sketches.Of)
            .Where(file => delegates.Any(file.Words.Contains) && signs.Any(file.Words.Contains))
            .SelectMany(file => file.Members)
            .Where(member => member.Declaration is MethodDeclarationSyntax method && method.ParameterList.Parameters.Any(IsDelegate) && (TriesAgain(method) || member.Mentions.Overlaps(retries)));
    }

    private static bool IsDelegate(ParameterSyntax parameter) => parameter.Type is SimpleNameSyntax { Identifier.ValueText: "Func" or "Action" };

    private static bool TriesAgain(SyntaxNode method) => method.DescendantNodes().Any(node => node is CatchClauseSyntax && node.Ancestors().TakeWhile(around => around != method).Any(IsLoop));

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}
