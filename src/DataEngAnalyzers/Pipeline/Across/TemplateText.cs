using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// How summaries write a template: letters as they are, holes in braces (<c>{#0}</c> a parameter, <c>{!!0}</c> a type parameter of the method,
/// <c>{!0}</c> one of its type, <c>{?expression}</c> anything else), and a backslash before what would mean something.
/// </summary>
internal static class TemplateText
{
    private const int MostDigits = 3;

    public static void Write(StringBuilder text, Template template)
    {
        foreach (var part in template.Parts)
        {
            if (part.Kind == TemplatePartKind.Letters)
            {
                WriteLetters(text, part.Text);
                continue;
            }

            text.Append('{').Append(part.Kind switch
            {
                TemplatePartKind.Argument => "#",
                TemplatePartKind.MethodType => "!!",
                TemplatePartKind.OwnerType => "!",
                _ => "?",
            });
            WriteLetters(text, part.Text);
            text.Append('}');
        }
    }

    public static void WriteLetters(StringBuilder text, string letters)
    {
        foreach (var letter in letters)
        {
            if (letter is '\\' or '{' or '}')
                text.Append('\\').Append(letter);
            else if (letter < ' ' || letter is >= '\u007F' and < '\u00A0' or '\u2028' or '\u2029' || char.IsSurrogate(letter))
                // What a line break or half a character would do to the line it stands in.
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }
    }

    /// <returns>The template; <see langword="null"/> where the text is none.</returns>
    public static Template? Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var position = 0;
        while (position < text.Length)
        {
            var isHole = text[position] == '{';
            if (isHole)
                position++;
            if (ReadLetters(text, ref position) is not { } letters || position < text.Length && text[position] != (isHole ? '}' : '{') || isHole && position++ >= text.Length)
                return null;
            if ((isHole ? Hole(letters) : new TemplatePart(TemplatePartKind.Letters, letters)) is not { } part)
                return null;
            parts.Add(part);
        }

        return new Template(parts.ToImmutable());
    }

    // Up to the next brace or the end.
    private static string? ReadLetters(string text, ref int position)
    {
        var letters = new StringBuilder();
        for (; position < text.Length && text[position] is not ('{' or '}'); position++)
        {
            if (text[position] != '\\')
            {
                letters.Append(text[position]);
                continue;
            }

            position++;
            if (position >= text.Length)
                return null;
            if (text[position] != 'u')
            {
                letters.Append(text[position]);
                continue;
            }

            if (position + 4 >= text.Length || !int.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                return null;
            letters.Append((char)code);
            position += 4;
        }

        return letters.ToString();
    }

    private static TemplatePart? Hole(string text) => text switch
    {
        ['?', .. var expression] => new TemplatePart(TemplatePartKind.Unknown, expression),
        ['#', .. var number] => Numbered(TemplatePartKind.Argument, number),
        ['!', '!', .. var number] => Numbered(TemplatePartKind.MethodType, number),
        ['!', .. var number] => Numbered(TemplatePartKind.OwnerType, number),
        _ => null,
    };

    private static TemplatePart? Numbered(TemplatePartKind kind, string number) => IsNumber(number) ? new TemplatePart(kind, number) : null;

    /// <summary>True for the number of a parameter or of something of which a method has few.</summary>
    public static bool IsNumber(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (>= '0' and <= '9'))
                return false;
        }

        return text.Length is > 0 and <= MostDigits;
    }
}
