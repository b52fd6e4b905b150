using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>Judges the default that a migration gives to a column.</summary>
internal static class ColumnDefaults
{
    /// <summary>What the value means for the rows that are there already.</summary>
    public static ColumnDefault Of(IOperation? value)
    {
        if (value is null || IsNull(Bare(value)))
            return ColumnDefault.None;
        return IsFabricated(Bare(value)) ? ColumnDefault.Fabricated : ColumnDefault.Chosen;
    }

    private static IOperation Bare(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
            value = operand;
        return value;
    }

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    // What the scaffolder writes to get past NOT NULL, and what people write instead. False is left out: it is the usual meaning of a
    // new flag.
    private static bool IsFabricated(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is "" or 0 or 0L or 0u or 0ul or (short)0 or (ushort)0 or (byte)0 or 0m or 0d or 0f,
        IDefaultValueOperation => true,
        IFieldReferenceOperation { Field: { Name: "MinValue" or "Empty" or "Zero", IsStatic: true } } => true,
        IPropertyReferenceOperation { Property: { Name: "MinValue", IsStatic: true } } => true,
        IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue.Value: 0 }] } or IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } => true,
        IInvocationOperation { TargetMethod.Name: "Parse", Arguments: [{ Value.ConstantValue.Value: string text }, ..] } => IsEmptyGuid(text),
        IObjectCreationOperation creation => IsFabricated(creation),
        _ => false,
    };

    // new DateTime(1, 1, 1, …), new DateTimeOffset(new DateTime(1, 1, 1, …), …), new TimeSpan(0, 0, …), new Guid("0000…")
    private static bool IsFabricated(IObjectCreationOperation creation) => creation switch
    {
        { Arguments.IsEmpty: true, Initializer: null, Type.IsValueType: true } => true,
        { Arguments: [{ Value: IObjectCreationOperation inner }, ..] } => IsFabricated(inner),
        { Arguments: [{ Value.ConstantValue.Value: string text }] } => IsEmptyGuid(text),
        { Arguments: [{ Value.ConstantValue.Value: 1 }, { Value.ConstantValue.Value: 1 }, { Value.ConstantValue.Value: 1 }, ..] } => true,
        { Type.Name: "TimeSpan" or "TimeOnly" } => AreAllZero(creation),
        _ => false,
    };

    private static bool AreAllZero(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: 0 or 0L })
                return false;
        }

        return true;
    }

    private static bool IsEmptyGuid(string text) => text.Length >= 32 && text.Trim('0', '-', '{', '}').Length == 0;
}
