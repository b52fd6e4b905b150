using System.Collections.Generic;
using System.IO;
using System.Text;
using HandlebarsDotNet;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>Text in HTML, between tags and in quoted attributes. Control characters, which no HTML may hold, become a sign for them.</summary>
internal sealed class HtmlText : ITextEncoder
{
    private const char Replacement = '\uFFFD';

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var character in text ?? string.Empty)
            Encode(character, target);
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
            Encode(text.Current, target);
    }

    private static void Encode(char character, TextWriter target)
    {
        switch (character)
        {
            case '&':
                target.Write("&amp;");
                break;
            case '<':
                target.Write("&lt;");
                break;
            case '>':
                target.Write("&gt;");
                break;
            case '"':
                target.Write("&quot;");
                break;
            case '\'':
                target.Write("&#39;");
                break;
            case '\n' or '\t':
                target.Write(character);
                break;
            case < ' ' or '\u007F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                target.Write(Replacement);
                break;
            default:
                target.Write(character);
                break;
        }
    }
}
