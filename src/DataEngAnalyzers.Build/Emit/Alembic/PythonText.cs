using System.Globalization;
using System.Text;

namespace DataEngAnalyzers.Build.Emit.Alembic;

/// <summary>Writes what Python reads.</summary>
internal static class PythonText
{
    /// <summary>A text in quotes, on one line; of other alphabets only what needs two units stands as it is.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~')
                literal.Append(character);
            else if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                literal.Append(character).Append(text[++at]);
            else
                literal.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }
}
