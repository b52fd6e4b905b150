using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Short numbers that tell whether a text is still as it was written.</summary>
internal static class Digest
{
    /// <param name="length">Number of hex digits.</param>
    public static string Of(string text, int length = 16)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture))).Substring(0, length);
    }

    /// <summary>Of lines, whatever ends them and whatever blanks stand behind them.</summary>
    public static string Of(IEnumerable<string> lines) => Of(string.Join("\n", lines.Select(line => line.TrimEnd())));
}
