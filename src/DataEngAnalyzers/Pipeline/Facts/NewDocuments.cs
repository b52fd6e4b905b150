using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether documents get ids that nothing in their source decides.</summary>
internal static class NewDocuments
{
    private const string Id = "Id";
    private const string WrittenId = "_id";
    private const string IndexOptions = "CreateIndexOptions";

    /// <summary>
    /// True when the documents are made in sight and nothing gives them an id of the source: the driver, the code or chance makes one up,
    /// so that the next run adds them again. An id of the source makes the second insert fail; a unique index does, too.
    /// </summary>
    public static bool MakesNewIds(this Stage stage, DataOperation write)
    {
        var context = stage.Context;
        if (RowMembers.RowTypeOf(write.Call, context) is not { } document || !IsMade(document, write, context) || HasUniqueIndex(context))
            return false;
        if (document.Name == "BsonDocument")
            return !MentionsId(write.Member.ContainingType);

        var id = RowMembers.Find(document, Id) ?? RowMembers.Find(document, WrittenId);
        return id is null
            ? !HasMappedId(document)
            : id.Given(write, context).All(value => context.Chance.Behind(value) is not null || IsGenerated(value.Operation));
    }

    private static bool IsMade(INamedTypeSymbol document, DataOperation write, PipelineContext context) =>
        write.Call["rows"] is { } rows && context.Values.Reaches(rows, part => part is IObjectCreationOperation { Type: var made } && SymbolEqualityComparer.Default.Equals(made, document));

    // ObjectId.GenerateNewId(), new ObjectId()
    private static bool IsGenerated(IOperation value) =>
        value is IInvocationOperation { TargetMethod: { Name: "GenerateNewId", ContainingType.Name: "ObjectId" } } or IObjectCreationOperation { Type.Name: "ObjectId", Arguments.IsEmpty: true };

    private static bool HasMappedId(INamedTypeSymbol document) =>
        document.GetMembers().OfType<IPropertySymbol>().Any(property => property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BsonIdAttribute"));

    private static bool MentionsId(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantTokens().Any(token =>
        token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == WrittenId));

    // Whoever makes indexes in code may make one that stops a duplicate.
    private static bool HasUniqueIndex(PipelineContext context)
    {
        var word = Knowledge.WordHash.Of(IndexOptions);
        return context.Compilation.SyntaxTrees.Any(tree => context.Sketches.Of(tree).Words.Contains(word));
    }
}
