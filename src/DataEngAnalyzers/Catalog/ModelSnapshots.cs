using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Catalog;

/// <summary>The model as the last migration of each context left it: calls on a model builder in which entities and properties are texts.</summary>
internal static class ModelSnapshots
{
    private const string Base = "ModelSnapshot";
    private const string Method = "BuildModel";

    public static ImmutableArray<TableBook> Of(PipelineContext context)
    {
        var books = ImmutableArray.CreateBuilder<TableBook>();
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => IsIn(tree, context)))
        {
            foreach (var method in MethodsIn(tree))
                books.Add(Read(method, context));
        }

        return books.ToImmutable();
    }

    /// <summary>True for a file that holds a snapshot, or what a migration knew of the model in its time.</summary>
    public static bool IsIn(SyntaxTree tree, PipelineContext context)
    {
        var words = context.Sketches.Of(tree).Words;
        return words.Contains(WordHash.Of(Base)) && words.Contains(WordHash.Of(Method)) || words.Contains(WordHash.Of("BuildTargetModel"));
    }

    private static IEnumerable<MethodDeclarationSyntax> MethodsIn(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Identifier.ValueText == Method);

    private static TableBook Read(MethodDeclarationSyntax method, PipelineContext context)
    {
        var model = new FluentModel(context);
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>().OrderBy(call => call.ArgumentList.SpanStart))
            model.Add(call);

        var schema = model.DefaultSchemas.Values.FirstOrDefault();
        var book = new TableBook(FactSource.Snapshot);
        foreach (var facts in model.Facts.Values.Where(facts => facts.Table is not null))
        {
            var table = EntityTable.OfSnapshot(TableName.Quoted(facts.Schema ?? schema, facts.Table!, context.DefaultDialect), facts);
            book.Apply(new SchemaStep(SchemaStepKind.CreateTable, table.Origin.Where) { Table = table.Name, Columns = table.Columns, Keys = table.Keys });
        }

        return book;
    }
}
