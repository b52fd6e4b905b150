using System.Globalization;

namespace RetailWarehouse.Sound.Extract;

/// <summary>The forms in which dates and numbers are accepted from a source file.</summary>
internal static class Field
{
    private const string DateFormat = "yyyy-MM-dd";

    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateOnly Date(string text) =>
        DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    public static bool IsWithin(string text, int lowest, int highest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= lowest
        && value <= highest;

    public static int Integer(string text) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>An amount without sign or thousands separator, written with a decimal point or a decimal comma.</summary>
    public static bool IsAmount(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    public static decimal Amount(string text) =>
        decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
