using System.Globalization;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>The type that a call gives to a column, as SQL would write it.</summary>
internal static class ColumnTypes
{
    /// <summary>The type as the call spells it, by the kind of the method, or by its type argument; <see langword="null"/> when it gives none.</summary>
    public static string? Of(Call call) =>
        (Calls.Text(call, "type") ?? call.Api["kind"] ?? (call.Api["size"] is not null ? ClrTypeOf(call) : null)) is { } type ? Sized(type, call, "size", "precision", "scale") : null;

    /// <summary>The type before, where the call gives it.</summary>
    public static string? OldOf(Call call) =>
        (Calls.Text(call, "oldtype") ?? (call["oldclrtype"] is { Operation: ITypeOfOperation { TypeOperand: var old } } ? NameOf(old) : null)) is { } type
            ? Sized(type, call, "oldsize", "oldprecision", "oldscale")
            : null;

    private static string? ClrTypeOf(Call call) =>
        call.Operation is IInvocationOperation { TargetMethod.TypeArguments: [var type] } ? NameOf(type) : null;

    /// <summary>The type as SQL would name what holds its values; <see langword="null"/> for one that no column holds as it is.</summary>
    public static string? NameOf(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? NameOf(inner) : type.SpecialType switch
    {
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "boolean",
        SpecialType.System_Byte => "tinyint",
        SpecialType.System_Int16 => "smallint",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "bigint",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Single => "real",
        SpecialType.System_Double => "double",
        SpecialType.System_DateTime => "datetime",
        _ => type.Name is "DateOnly" or "DateTimeOffset" or "Guid" or "TimeSpan" or "TimeOnly" ? type.Name.ToLowerInvariant() : null,
    };

    // The length stands in the type, or in arguments of its own.
    private static string Sized(string type, Call call, string size, string precision, string scale)
    {
        if (type.IndexOf('(') >= 0)
            return type;
        if (Number(call, size) is { } length)
            return type + "(" + length + ")";
        if (Number(call, precision) is { } digits)
            return type + "(" + digits + "," + (Number(call, scale) ?? "0") + ")";
        return type;
    }

    private static string? Number(Call call, string key) =>
        call[key] is { Operation.ConstantValue: { HasValue: true, Value: int number } } ? number.ToString(CultureInfo.InvariantCulture)
        : call[key] is { Operation: IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int inner } } } ? inner.ToString(CultureInfo.InvariantCulture)
        : null;
}
