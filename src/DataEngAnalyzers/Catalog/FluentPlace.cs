using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>Of which entity a fluent call speaks, and of which property.</summary>
internal static class FluentPlace
{
    // Owned types inside owned types.
    private const int MostLevels = 8;

    /// <summary>The facts that a call on a model builder adds to; <see langword="null"/> where the code does not show the entity.</summary>
    public static EntityFacts? EntityOf(IInvocationOperation call, FluentModel model) => EntityOf(call, model, levels: 0);

    /// <summary>The name of the property that the chain before a call begins with.</summary>
    public static string? PropertyOf(IInvocationOperation call, PipelineContext context)
    {
        for (var before = Calls.Receiver(call) as IInvocationOperation; before is not null; before = Calls.Receiver(before) as IInvocationOperation)
        {
            if (RowOf(before, ApiRole.Property, context) is { } row)
                return Named(before, row);
        }

        return null;
    }

    /// <summary>The names that the referred argument lists: a text, or the members that its lambda reads.</summary>
    public static string? Named(IInvocationOperation call, ApiModel row) => ArgumentOf(call, row, "name") is { } named ? Calls.NamesIn(named).FirstOrDefault() : null;

    /// <summary>The argument that a key of the row refers to.</summary>
    public static IOperation? ArgumentOf(IInvocationOperation call, ApiModel row, string key) =>
        call.Arguments.FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && row.Names(key, parameter.Name))?.Value;

    private static EntityFacts? EntityOf(IInvocationOperation call, FluentModel model, int levels)
    {
        var step = call;
        for (var before = Calls.Receiver(step) as IInvocationOperation; before is not null; step = before, before = Calls.Receiver(step) as IInvocationOperation)
        {
            if (RowOf(before, ApiRole.Entity, model.Context) is { } row)
                return Declared(before, row, model, levels);
        }

        return Calls.Receiver(step) switch
        {
            { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } entity] } } => model.FactsOf(entity),
            IParameterReferenceOperation parameter when BuilderCall(parameter) is { } around && RowOf(around, ApiRole.Entity, model.Context) is { } row => Declared(around, row, model, levels),
            _ => null,
        };
    }

    private static EntityFacts? Declared(IInvocationOperation call, ApiModel row, FluentModel model, int levels)
    {
        if (levels > MostLevels || row.Is("kind", "collection"))
            return null;
        if (row.Is("kind", "owned"))
            return Named(call, row) is { } property ? EntityOf(call, model, levels + 1)?.OwnedBy(property) : null;
        if (call.TargetMethod.TypeArguments is [INamedTypeSymbol entity])
            return model.FactsOf(entity);
        return ArgumentOf(call, row, "name") is { ConstantValue: { HasValue: true, Value: string name } } ? model.FactsOf(name) : null;
    }

    // model.Entity("Sale", b => { b.… }): the call whose lambda has the parameter.
    private static IInvocationOperation? BuilderCall(IParameterReferenceOperation reference)
    {
        for (IOperation? outer = reference; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Parameter.ContainingSymbol))
                return CallAround(lambda);
        }

        return null;
    }

    private static IInvocationOperation? CallAround(IOperation lambda)
    {
        var outer = lambda.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            outer = outer.Parent;
        return outer as IInvocationOperation;
    }

    private static ApiModel? RowOf(IInvocationOperation call, ApiRole role, PipelineContext context) => context.Apis.FindAll(call.TargetMethod).FirstOrDefault(api => api.Role == role);
}
