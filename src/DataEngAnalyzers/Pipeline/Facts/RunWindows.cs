using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which values say what slice of the data one run handles: a day, a month, a partition that the caller or the clock chooses.</summary>
internal static class RunWindows
{
    private static readonly HashSet<string> SliceWords = new(StringComparer.Ordinal)
    {
        "date", "day", "week", "month", "quarter", "year", "hour", "period", "window", "partition", "slice",
    };

    /// <summary>True when a value takes its slice from the run's caller or the clock; the variable of a loop goes over all slices.</summary>
    public static bool IsSlice(this Stage stage, Value value)
    {
        if (stage.Context.Clocks.Behind(value) is not null)
            return true;
        var parts = stage.Context.Values.Parts(value).ToList();
        return parts.Any(IsGiven) && !parts.Any(IsOfLoop);
    }

    /// <summary>True when the caller of the run chooses a slice, for whatever it does with it.</summary>
    public static bool HasWindow(this Stage stage) => stage.Run.Root.Method.Parameters.Concat(stage.Root.Parameters).Any(SaysSlice);

    /// <summary>True for a type that says a point in time.</summary>
    public static bool IsPointInTime(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly", ContainingNamespace.Name: nameof(System) } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsPointInTime(inner),
        _ => false,
    };

    private static bool IsGiven(Value part) =>
        part.Operation is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.AnonymousFunction) } } parameter } && SaysSlice(parameter);

    private static bool IsOfLoop(Value part) =>
        part.Operation is ILocalReferenceOperation { Local: var local } && part.Frame.DefinitionsOf(local).Any(definition => definition.Kind == DefinitionKind.Element)
        || part.Operation is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };

    private static bool SaysSlice(IParameterSymbol parameter) =>
        IsPointInTime(parameter.Type)
        || (parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 && NameWords.Any(parameter.Name, SliceWords));
}
