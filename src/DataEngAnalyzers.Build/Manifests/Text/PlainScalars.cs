using System.Globalization;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>What YAML takes an unquoted scalar for.</summary>
internal static class PlainScalars
{
    public static NodeKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => NodeKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => NodeKind.Flag,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && !char.IsLetter(text[0]) => NodeKind.Number,
        _ => NodeKind.Text,
    };
}
