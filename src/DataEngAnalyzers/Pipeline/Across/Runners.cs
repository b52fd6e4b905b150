using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds methods that take a delegate, by syntax alone: what they run may be a write, and they may run it again.</summary>
internal static class Runners
{
    private static readonly string[] Delegates = ["Func", "Action"];

    public static IEnumerable<MemberSketch> In(PipelineContext context) => context.Compilation.SyntaxTrees
        .Select(context.Sketches.Of)
        .Where(file => Delegates.Any(name => file.Words.Contains(WordHash.Of(name))))
        .SelectMany(file => file.Members)
        .Where(member => member.Declaration is MethodDeclarationSyntax method && method.ParameterList.Parameters.Any(IsDelegate));

    private static bool IsDelegate(ParameterSyntax parameter) => parameter.Type is SimpleNameSyntax { Identifier.ValueText: "Func" or "Action" };
}
