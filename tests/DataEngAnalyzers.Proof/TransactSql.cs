using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Proof;

/// <summary>Where no SQL Server is at hand, Microsoft's parser reads the statements of a fixed program.</summary>
internal static class TransactSql
{
    /// <summary>The words for statements it takes; throws where it does not take one.</summary>
    public static string Accept(string program)
    {
        var statements = CSharpSyntaxTree.ParseText(program).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText)
            .Where(text => text.Contains(' ', System.StringComparison.Ordinal))
            .ToList();
        foreach (var statement in statements)
        {
            new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement), out var errors);
            if (errors.Count > 0)
                throw new ProofException($"{errors[0].Message} in {statement}");
        }

        return "Microsoft's parser takes the statements";
    }
}
