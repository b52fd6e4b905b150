using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>What the contexts of a compilation say about its entities: their tables as properties, and fluent calls on model builders.</summary>
internal sealed class EntityModel
{
    private readonly PipelineContext _context;
    private readonly Dictionary<INamedTypeSymbol, EntityFacts> _facts = new(SymbolEqualityComparer.Default);

    private EntityModel(PipelineContext context) => _context = context;

    public static EntityModel Of(PipelineContext context)
    {
        var model = new EntityModel(context);
        var calls = new HashSet<string>(context.Apis.OfRole(ApiRole.Key).Concat(context.Apis.OfRole(ApiRole.TableName)).Concat(context.Apis.OfRole(ApiRole.Column))
            .Where(api => api.SymbolName.Kind == 'M')
            .Select(api => api.SymbolName.Member));
        if (calls.Count == 0)
            return model;

        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is PropertyDeclarationSyntax { Type: GenericNameSyntax or NullableTypeSyntax { ElementType: GenericNameSyntax } } property)
                    model.AddSet(property);
                else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call && calls.Contains(name))
                    model.AddCall(call);
            }
        }

        return model;
    }

    /// <summary>What is said about one entity; <see langword="null"/> when nothing is.</summary>
    public EntityFacts? Of(INamedTypeSymbol entity) => _facts.TryGetValue(entity, out var facts) ? facts : null;

    /// <summary>The keys of the entities that map to a table, primary keys first.</summary>
    public IEnumerable<TableKey> KeysOf(Dataset table)
    {
        foreach (var entity in _facts.Keys.Where(entity => table.Matches(new Dataset(DatasetKind.Table, _context.Entities.TableOf(entity)))))
        {
            if (_context.Entities.KeyOf(entity) is { IsEmpty: false } primary)
                yield return ToKey(entity, primary.Select(property => property.Name));
            foreach (var alternate in _facts[entity].AlternateKeys)
                yield return ToKey(entity, alternate);
        }
    }

    public bool HasAlternateKey(INamedTypeSymbol entity) => Of(entity) is { AlternateKeys.Count: > 0 } || IndexAttributes(entity).Any();

    private IEnumerable<AttributeData> IndexAttributes(INamedTypeSymbol entity) => entity.GetAttributes().Where(attribute =>
        attribute.AttributeClass is { } type
        && _context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Key && api["unique"] is { } unique && attribute.NamedArguments.Any(argument => argument.Key == unique && argument.Value.Value is true)));

    private TableKey ToKey(INamedTypeSymbol entity, IEnumerable<string> properties) =>
        new(properties.Select(property => _context.Entities.ColumnOf(entity, property)).ToImmutableArray(), KeyOrigin.EntityModel);

    private void AddSet(PropertyDeclarationSyntax declaration)
    {
        if (_context.ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is IPropertySymbol property && _context.Entities.RowTypeOfTable(property.Type) is INamedTypeSymbol entity)
            FactsOf(entity).Set ??= property.Name;
    }

    private void AddCall(InvocationExpressionSyntax syntax)
    {
        if (_context.ModelFor(syntax.SyntaxTree).GetOperation(syntax) is not IInvocationOperation call || EntityOf(call) is not { } entity)
            return;

        foreach (var api in _context.Apis.FindAll(call.TargetMethod))
        {
            switch (api.Role)
            {
                case ApiRole.TableName when Text(call, api["name"]) is { } table:
                    FactsOf(entity).Table = Text(call, api["schema"]) is { } schema ? schema + "." + table : table;
                    break;
                case ApiRole.Column when Text(call, api["name"]) is { } column && Before(call) is { } property:
                    foreach (var name in Names(property))
                        FactsOf(entity).Columns[name] = column;
                    break;
                case ApiRole.Key when api.Is("kind", "primary"):
                    FactsOf(entity).Key = Names(call).ToImmutableArray();
                    break;
                case ApiRole.Key when api.Is("kind", "unique"):
                    // HasIndex(…).IsUnique(): the columns stand in the call before.
                    var columns = (api["columns"] is not null ? Names(call) : Before(call) is { } index ? Names(index) : []).ToImmutableArray();
                    if (!columns.IsEmpty)
                        FactsOf(entity).AlternateKeys.Add(columns);
                    break;
            }
        }
    }

    private EntityFacts FactsOf(INamedTypeSymbol entity)
    {
        if (!_facts.TryGetValue(entity, out var facts))
            _facts[entity] = facts = new EntityFacts();
        return facts;
    }

    // EntityTypeBuilder<T>, IndexBuilder<T>, or a builder of a property that a builder of T made.
    private static INamedTypeSymbol? EntityOf(IInvocationOperation call)
    {
        for (var step = call; step is not null; step = Before(step))
        {
            if (Receiver(step)?.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } entity] })
                return entity;
        }

        return null;
    }

    private static IInvocationOperation? Before(IInvocationOperation call) => Receiver(call) as IInvocationOperation;

    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments is [{ Value: var first }, ..] ? first : null);
        while (receiver is IConversionOperation { Operand: var operand })
            receiver = operand;
        return receiver;
    }

    private static string? Text(IInvocationOperation call, string? parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // e => e.Id, e => new { e.Order, e.Line }, "Order", "Line"
    private static IEnumerable<string> Names(IInvocationOperation call) => call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).SelectMany(part => part switch
    {
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property.Name: var name } => [name],
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string name } } => [name],
        _ => Array.Empty<string>(),
    });
}
