using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Numbers and dates of a dataset mean something else on a machine with another culture: 1.25 is read as 125.</summary>
internal sealed class CultureDependentConversion : Rule
{
    /// <summary>Hands the fix the <see cref="ConversionForm"/>.</summary>
    internal const string FormForFix = "form";

    public CultureDependentConversion()
        : base(
            id: "DEA2004",
            severity: Severity.High,
            title: "Data is converted with the culture of the machine",
            message: "{0} {1} {2} with the culture of the machine: {3}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.Scope.IsOrdinary)
            return;

        foreach (var conversion in stage.CultureBoundConversions())
        {
            findings.Report(this, conversion.Where, conversion.Member, conversion.Dataset is { } dataset ? $"'{dataset}'" : "The data", conversion.IsRead ? "is read by" : "is written by", conversion.Name, Effect(conversion))
                .About(conversion.Dataset)
                .Because(conversion.IsRead ? "the text comes from here" : "the text lands here", conversion.OtherEnd)
                .Because("no culture is fixed", conversion.Where)
                .As(conversion.Kind == ValueKind.CalendarDate ? Severity.Medium : Severity.High)
                .ForFix(FormForFix, conversion.Form.ToString())
                .Remedy("Give the conversion the invariant culture, or the one the other side has agreed to");
        }
    }

    private static string Effect(Conversion conversion) => (conversion.Kind, conversion.IsRead) switch
    {
        (ValueKind.Number, true) => "elsewhere 1.25 becomes 125",
        (ValueKind.Number, false) => "elsewhere 1.25 becomes 1,25",
        (ValueKind.CalendarDate, _) => "where the calendar is another, 2025 becomes 1403 or 2568",
        _ => "elsewhere 03/04 is another day",
    };
}
