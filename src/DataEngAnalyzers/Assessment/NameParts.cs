using System.Collections.Generic;
using System.Text;

namespace DataEngAnalyzers.Assessment;

/// <summary>Takes names with holes apart: what stands in braces is one piece.</summary>
internal static class NameParts
{
    /// <summary>The parts between separators that stand in no hole.</summary>
    public static List<string> Split(string name, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '{')
                depth++;
            else if (name[at] == '}' && depth > 0)
                depth--;
            else if (name[at] == separator && depth == 0)
            {
                parts.Add(name.Substring(start, at - start));
                start = at + 1;
            }
        }

        parts.Add(name.Substring(start));
        return parts;
    }

    /// <summary>The same name whose holes show only what holds their value, without its type or owner.</summary>
    public static string WithShortHoles(string name)
    {
        var text = new StringBuilder();
        var start = 0;
        for (var open = name.IndexOf('{'); open >= 0 && name.IndexOf('}', open) is var close and > 0; open = name.IndexOf('{', start))
        {
            var hole = name.Substring(open + 1, close - open - 1);
            text.Append(name, start, open + 1 - start).Append(hole.IndexOf('(') < 0 ? hole.Substring(hole.LastIndexOfAny([' ', '.']) + 1) : hole).Append('}');
            start = close + 1;
        }

        return text.Append(name, start, name.Length - start).ToString();
    }

    /// <summary>True when a part is a hole from end to end: nobody knows a letter of it.</summary>
    public static bool IsHole(string part) => part is ['{', .., '}'] && part.IndexOf('}') == part.Length - 1;
}
