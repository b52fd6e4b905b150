using System;
using System.Globalization;
using System.Text;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>Reads one string literal of Python.</summary>
/// <param name="HasValues">Whether values are put in when the program runs.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct PythonString(string Value, bool HasValues, int End)
{
    private const int LongestPrefix = 2;

    /// <summary>Whether a string starts here, and how long its prefix is.</summary>
    public static bool Starts(string text, int position, out int prefix)
    {
        for (prefix = 0; prefix <= LongestPrefix && position + prefix < text.Length; prefix++)
        {
            var character = text[position + prefix];
            if (character is '"' or '\'')
                return true;
            if ("rRbBuUfFtT".IndexOf(character) < 0)
                return false;
        }

        return false;
    }

    public static PythonString Read(string text, int start, int prefix)
    {
        var letters = text.Substring(start, prefix).ToUpperInvariant();
        var open = start + prefix;
        var quote = text[open];
        var isLong = string.CompareOrdinal(text, open, new string(quote, 3), 0, 3) == 0;
        var position = open + (isLong ? 3 : 1);
        var value = new StringBuilder();
        while (position < text.Length)
        {
            var character = text[position];
            if (character == quote && (!isLong || string.CompareOrdinal(text, position, new string(quote, 3), 0, 3) == 0))
            {
                position += isLong ? 3 : 1;
                break;
            }

            if (character == '\n' && !isLong)
                break;
            if (character == '\\' && position + 1 < text.Length)
                position += Escape(text, position, letters.IndexOf('R') >= 0, value);
            else
                value.Append(text[position++]);
        }

        var result = value.ToString();
        var hasValues = letters.IndexOfAny(['F', 'T']) >= 0 && result.IndexOf('{') >= 0;
        return new PythonString(result, hasValues, position);
    }

    /// <returns>How many characters the escape has.</returns>
    private static int Escape(string text, int position, bool isRaw, StringBuilder value)
    {
        var next = text[position + 1];
        if (isRaw)
        {
            value.Append('\\').Append(next);
            return 2;
        }

        var digits = next switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits > 0 && position + 2 + digits <= text.Length
            && int.TryParse(text.Substring(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            return 2 + digits;
        }

        switch (next)
        {
            case '\n':
                break;
            case 'n':
                value.Append('\n');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'r':
                value.Append('\r');
                break;
            case '\\' or '\'' or '"':
                value.Append(next);
                break;
            default:
                value.Append('\\').Append(next);
                break;
        }

        return 2;
    }
}
