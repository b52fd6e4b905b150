using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataEngAnalyzers.Catalog;

/// <summary>The tables that DDL in constant strings of the compilation declares.</summary>
internal static class CodeDdl
{
    /// <param name="context">The compilation.</param>
    /// <param name="migrations">Files whose DDL is part of a history.</param>
    public static TableBook Of(PipelineContext context, ISet<SyntaxTree> migrations)
    {
        var book = new TableBook(FactSource.Code, isOrdered: false);
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => !migrations.Contains(tree)))
        {
            foreach (var (text, _) in CodeTexts.In(tree.GetRoot(), DeclaresTable))
            {
                if (context.ModelFor(tree).GetConstantValue(text) is not { HasValue: true, Value: string ddl })
                    continue;

                var steps = new SqlSteps(context.DefaultDialect, FactSource.Code, _ => text.GetLocation());
                foreach (var step in SqlReader.Read(SqlText.FromConstant(ddl), context.DefaultDialect).Statements.SelectMany(steps.Of))
                    book.Apply(step);
            }
        }

        return book;
    }

    private static bool DeclaresTable(string text) => (Mentions(text, "CREATE") && (Mentions(text, "TABLE") || Mentions(text, "INDEX"))) || (Mentions(text, "ALTER") && Mentions(text, "TABLE"));

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
