using System.Linq;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Writes values into YAML.</summary>
internal static class YamlText
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>A text as YAML takes it: plain where that means the text, else in double quotes.</summary>
    public static string Of(string text) => IsPlain(text) ? text : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '(' or ')' or ' ' or ',' or '.' or '-' or '/')
        && text[text.Length - 1] != ' '
        && !Words.Contains(text.ToLowerInvariant());
}
