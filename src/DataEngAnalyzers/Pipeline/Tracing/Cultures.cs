using System;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which conversions between text and values differ from machine to machine.</summary>
internal static class Cultures
{
    /// <summary>True when the conversion follows the culture of the machine or thread: it is given none, or that one.</summary>
    public static bool FollowsMachine(this Values values, Call conversion)
    {
        if (conversion["culture"] is not { } culture)
            return conversion.Api.Role is ApiRole.Parse or ApiRole.Format;
        return IsNull(values.Resolve(culture).Operation) || values.IsMachines(culture);
    }

    /// <summary>True when the value is the culture of the machine or thread.</summary>
    public static bool IsMachines(this Values values, Value culture) => values.MakerOf(culture, ApiRole.CurrentCulture) is not null;

    /// <summary>True for a pattern that gives the same text in every culture, as far as its letters and signs tell.</summary>
    public static bool IsNeutral(string pattern, ValueKind kind) => kind == ValueKind.Date ? IsNeutralDate(pattern) : IsNeutralNumber(pattern);

    /// <summary>What a pattern leaves to the culture of the text that it makes; <see langword="null"/> where that is nothing.</summary>
    public static ValueKind? LeftOpenBy(string pattern, ValueKind kind)
    {
        if (!IsNeutral(pattern, kind))
            return kind;
        return kind == ValueKind.Date && pattern.Length > 1 && pattern.IndexOf("yy", StringComparison.Ordinal) >= 0 ? ValueKind.CalendarDate : null;
    }

    /// <summary>What a type is to a culture; <see langword="null"/> where its text is the same everywhere.</summary>
    public static ValueKind? KindOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type switch
        {
            { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single } => ValueKind.Number,
            { SpecialType: SpecialType.System_DateTime } => ValueKind.Date,
            { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => ValueKind.Date,
            _ => null,
        };
    }

    private static bool IsNull(IOperation value) =>
        value is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    // Only the sign of a whole number differs.
    private static bool IsNeutralNumber(string pattern)
    {
        if (pattern is "F0" or "f0" or "D" or "d" or "X" or "x")
            return true;
        foreach (var sign in pattern)
        {
            if (sign is not ('0' or '#'))
                return false;
        }

        return pattern.Length > 0;
    }

    // Separators and names differ; digits do, too, but only where the calendar does: LeftOpenBy.
    private static bool IsNeutralDate(string pattern)
    {
        if (pattern.Length <= 1)
            return pattern is "O" or "o" or "R" or "r" or "s" or "u";

        var quoted = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is '\'' or '"')
                quoted = !quoted;
            else if (pattern[i] == '\\')
                i++;
            else if (!quoted && (pattern[i] is '/' or 't' or 'g' || IsName(pattern, i)))
                return false;
        }

        return true;
    }

    private static bool IsName(string pattern, int at) =>
        string.CompareOrdinal(pattern, at, "MMM", 0, 3) == 0 || string.CompareOrdinal(pattern, at, "ddd", 0, 3) == 0;
}
