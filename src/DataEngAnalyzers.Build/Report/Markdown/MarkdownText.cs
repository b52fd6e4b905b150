using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataEngAnalyzers.Build.Report.Markdown;

/// <summary>Makes data safe in Markdown: names and code are text, whatever is in them.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>()#+!|~&";

    /// <summary>Running text.</summary>
    public static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character < ' ')
                escaped.Append(' ');
            else if (Special.IndexOf(character) >= 0)
                escaped.Append('\\').Append(character);
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A name, in a fence one longer than any in it; a bar would end a table's cell.</summary>
    public static string Code(string text)
    {
        var line = new string(text.Select(character => character < ' ' ? ' ' : character).ToArray()).Replace("|", "¦");
        var fence = new string('`', LongestRun(line) + 1);
        var space = line.Length == 0 || line[0] == '`' || line[line.Length - 1] == '`' ? " " : string.Empty;
        return fence + space + line + space + fence;
    }

    /// <summary>Lines of code.</summary>
    public static string Block(IEnumerable<string> lines)
    {
        var text = string.Join("\n", lines);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}csharp\n{text}\n{fence}";
    }

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
