using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>What calls on model builders say of entities, which go by their full names: types in a context, texts in a snapshot.</summary>
internal sealed class FluentModel
{
    private static readonly ApiRole[] Roles = [ApiRole.TableName, ApiRole.Column, ApiRole.Key, ApiRole.Required, ApiRole.Unmapped, ApiRole.Property];

    private readonly Dictionary<string, EntityFacts> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names;

    public FluentModel(PipelineContext context)
    {
        Context = context;
        _names = new HashSet<string>(Roles.SelectMany(context.Apis.OfRole).Where(api => api.SymbolName.Kind == 'M').Select(api => api.SymbolName.Member));
    }

    public PipelineContext Context { get; }

    public IReadOnlyDictionary<string, EntityFacts> Facts => _facts;

    /// <summary>The schema of tables for which a context names none.</summary>
    public Dictionary<INamedTypeSymbol, string> DefaultSchemas { get; } = new(SymbolEqualityComparer.Default);

    public EntityFacts FactsOf(INamedTypeSymbol entity) => FactsOf(NameOf(entity));

    public EntityFacts FactsOf(string entity)
    {
        if (!_facts.TryGetValue(entity, out var facts))
            _facts.Add(entity, facts = new EntityFacts());
        return facts;
    }

    /// <summary>What is said of an entity; <see langword="null"/> when nothing is.</summary>
    public EntityFacts? Find(INamedTypeSymbol entity) => _facts.TryGetValue(NameOf(entity), out var facts) ? facts : null;

    public static string NameOf(INamedTypeSymbol entity) => entity.ToDisplayString();

    /// <summary>Reads a call by its name first, and binds it only when it may be one of a model builder.</summary>
    public void Add(InvocationExpressionSyntax syntax)
    {
        if (syntax.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } || !_names.Contains(name)
            || Context.ModelFor(syntax.SyntaxTree).GetOperation(syntax) is not IInvocationOperation call)
            return;

        foreach (var row in Context.Apis.FindAll(call.TargetMethod))
        {
            if (row is { Role: ApiRole.TableName } && row["name"] is null)
                AddDefaultSchema(call, row);
            else if (Array.IndexOf(Roles, row.Role) >= 0 && FluentPlace.EntityOf(call, this) is { } entity)
                Add(call, row, entity);
        }
    }

    private void AddDefaultSchema(IInvocationOperation call, ApiModel row)
    {
        if (Text(call, row, "schema") is { } schema && Context.ModelFor(call.Syntax.SyntaxTree).GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType is { } type)
            DefaultSchemas[type] = schema;
    }

    private void Add(IInvocationOperation call, ApiModel row, EntityFacts entity)
    {
        entity.Where ??= Call.PlaceOf(call.Syntax);
        switch (row.Role)
        {
            case ApiRole.TableName when Text(call, row, "name") is { } table:
                entity.Table = table;
                entity.Schema = Text(call, row, "schema") ?? entity.Schema;
                break;
            case ApiRole.Property when FluentPlace.Named(call, row) is { } property:
                AddTyped(call, entity.Of(property, Call.PlaceOf(call.Syntax)));
                break;
            case ApiRole.Column when FluentPlace.PropertyOf(call, Context) is { } property:
                AddColumn(call, row, entity.Of(property, Call.PlaceOf(call.Syntax)));
                break;
            case ApiRole.Required when FluentPlace.PropertyOf(call, Context) is { } property:
                entity.Of(property, Call.PlaceOf(call.Syntax)).IsRequired = FluentPlace.ArgumentOf(call, row, "required") is not { ConstantValue: { HasValue: true, Value: false } };
                break;
            case ApiRole.Unmapped when FluentPlace.Named(call, row) is { } property:
                entity.Unmapped.Add(property);
                break;
            case ApiRole.Key:
                AddKey(call, row, entity);
                break;
        }
    }

    // A snapshot gives the type of a property as a type argument: Property<int?>("Age").
    private static void AddTyped(IInvocationOperation call, PropertyFacts property)
    {
        if (call.TargetMethod.TypeArguments is not [var type] || call.Arguments is not [{ Value.ConstantValue.HasValue: true }])
            return;

        property.Type ??= ColumnTypes.NameOf(type);
        if (type is { IsValueType: true })
            property.IsRequired ??= type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
    }

    private static void AddColumn(IInvocationOperation call, ApiModel row, PropertyFacts property)
    {
        property.Column = Text(call, row, "name") ?? property.Column;
        property.Type = Text(call, row, "type") ?? property.Type;
        property.Size = Number(call, row, "size") is { } size ? $"({size})"
            : Number(call, row, "precision") is { } precision ? $"({precision},{Number(call, row, "scale") ?? "0"})"
            : property.Size;
        property.HasDefault |= row.Is("kind", "default");
        property.IsGenerated = row["kind"] switch { "generated" => true, "written" => false, _ => property.IsGenerated };
    }

    // HasIndex(…).IsUnique(): the columns stand in the call before.
    private static void AddKey(IInvocationOperation call, ApiModel row, EntityFacts entity)
    {
        if (row.Is("kind", "primary"))
        {
            entity.Key = Names(call);
        }
        else if (row.Is("kind", "unique"))
        {
            var isTakenBack = row["unique"] is not null && FluentPlace.ArgumentOf(call, row, "unique") is { ConstantValue: { HasValue: true, Value: false } };
            var columns = row["columns"] is not null ? Names(call) : Calls.Receiver(call) is IInvocationOperation index ? Names(index) : ImmutableArray<string>.Empty;
            if (!columns.IsEmpty && !isTakenBack)
                entity.AlternateKeys.Add(columns);
        }
    }

    private static ImmutableArray<string> Names(IInvocationOperation call) => call.Arguments.SelectMany(argument => Calls.NamesIn(argument.Value)).ToImmutableArray();

    private static string? Text(IInvocationOperation call, ApiModel row, string key) =>
        FluentPlace.ArgumentOf(call, row, key) is { ConstantValue: { HasValue: true, Value: string text } } ? text : null;

    private static string? Number(IInvocationOperation call, ApiModel row, string key) =>
        FluentPlace.ArgumentOf(call, row, key) is { ConstantValue: { HasValue: true, Value: int number } } ? number.ToString(CultureInfo.InvariantCulture) : null;
}
