using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a value is to a culture.</summary>
internal enum ValueKind
{
    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>A date or time.</summary>
    Date,

    /// <summary>A date in a pattern that only the calendar of a culture changes.</summary>
    CalendarDate,
}

/// <summary>How a conversion is written in code.</summary>
internal enum ConversionForm
{
    /// <summary>A call that takes the culture as an argument.</summary>
    Call,

    /// <summary>A reader or writer that is made with a culture.</summary>
    Handle,

    /// <summary>A hole of an interpolated string.</summary>
    Hole,

    /// <summary>An operand of a concatenation.</summary>
    Operand,
}

/// <summary>A conversion between text in a dataset and a value, that follows the culture of the machine.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Kind">What is converted.</param>
/// <param name="IsRead">True from text to value, false from value to text.</param>
/// <param name="Name">A name for messages: the called member, or what the form is.</param>
/// <param name="Where">The member's name, the hole's expression or the operand.</param>
/// <param name="Member">The method that holds it.</param>
/// <param name="Dataset">Where the text comes from or lands; <see langword="null"/> where the code does not tell.</param>
/// <param name="OtherEnd">The read or write at the other end.</param>
internal sealed record Conversion(ConversionForm Form, ValueKind Kind, bool IsRead, string Name, Location Where, IMethodSymbol Member, Dataset? Dataset, Location? OtherEnd);
