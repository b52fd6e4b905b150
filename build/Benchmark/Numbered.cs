using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace DataEngAnalyzers.Benchmark;

/// <summary>Files made from one template: each <c>@</c> in it becomes the number of the file.</summary>
internal static class Numbered
{
    /// <summary>Writes files of at least <paramref name="lines"/> lines together and returns their paths.</summary>
    public static IReadOnlyList<string> Write(string folder, string name, string template, int lines)
    {
        var files = new List<string>();
        var linesEach = template.AsSpan().Count('\n');
        for (var written = 0; written < lines; written += linesEach)
        {
            var number = files.Count.ToString(CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, $"{name}{number}.cs");
            File.WriteAllText(file, template.Replace("@", number, StringComparison.Ordinal));
            files.Add(file);
        }

        return files;
    }
}
