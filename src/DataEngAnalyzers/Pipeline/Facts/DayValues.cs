using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a value made of the clock says the day, or the time of the day, too.</summary>
internal static class DayValues
{
    private const string DayLetters = "dDMyY-_/. '";

    /// <summary>True for a value in which the time of the day is left out: <c>Today</c>, <c>Date</c>, a <c>DateOnly</c>, a format of days.</summary>
    public static bool IsDay(Value value, Values values) => values.Parts(value).Any(part => part.Operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Today" or "Date", ContainingNamespace.Name: nameof(System) } } => true,
        IInvocationOperation { TargetMethod.Name: nameof(ToString), Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string format } }, ..] } => IsOfDays(format),
        { Parent: IInterpolationOperation { FormatString.ConstantValue: { HasValue: true, Value: string format } } } => IsOfDays(format),
        { Type: { Name: "DateOnly", ContainingNamespace.Name: nameof(System) } } => true,
        _ => false,
    });

    private static bool IsOfDays(string format) => format.Length > 0 && format.All(letter => DayLetters.IndexOf(letter) >= 0);
}
