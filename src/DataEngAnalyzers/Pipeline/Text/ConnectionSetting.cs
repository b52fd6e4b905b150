using System.Collections.Generic;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A setting of a connection string: <c>Keyword=Value</c>, both without the blanks around them.</summary>
/// <param name="Keyword">As written.</param>
/// <param name="Value">As written.</param>
/// <param name="Start">Where the value begins in the connection string.</param>
internal readonly record struct ConnectionSetting(string Keyword, string Value, int Start)
{
    /// <summary>The settings of a connection string, in order.</summary>
    public static IEnumerable<ConnectionSetting> In(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(';', start);
            end = end < 0 ? text.Length : end;
            var equals = text.IndexOf('=', start, end - start);
            if (equals >= 0)
            {
                var value = text.Substring(equals + 1, end - equals - 1);
                yield return new ConnectionSetting(text.Substring(start, equals - start).Trim(), value.Trim(), equals + 1 + value.Length - value.TrimStart().Length);
            }

            start = end + 1;
        }
    }
}
