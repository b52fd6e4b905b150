using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>The plain settings of one section of an INI or TOML file.</summary>
internal static class IniText
{
    /// <summary>The values by name, without quotes, brackets and comments; a value may go on in lines that are indented.</summary>
    public static Dictionary<string, string> Read(string text, string section)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var isMeant = false;
        var last = string.Empty;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] is '#' or ';')
                continue;
            if (line[0] == '[')
            {
                isMeant = trimmed == "[" + section + "]";
                last = string.Empty;
            }
            else if (isMeant && last.Length > 0 && (char.IsWhiteSpace(line[0]) || trimmed == "]"))
            {
                settings[last] += "\n" + Plain(trimmed);
            }
            else if (isMeant && trimmed.IndexOf('=') is var equals and > 0)
            {
                last = trimmed.Substring(0, equals).Trim();
                settings[last] = Plain(trimmed.Substring(equals + 1));
            }
        }

        return settings;
    }

    private static string Plain(string value) => value.Trim().Trim('[', ']', ',', ' ').Replace("\"", string.Empty).Replace("'", string.Empty);
}
