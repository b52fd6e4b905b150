using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>The lines that a finding and its evidence stand on, each once, file by file.</summary>
internal static class Excerpts
{
    public static IReadOnlyList<Excerpt> Of(SarifResult result)
    {
        var places = (result.Place is { } place ? new[] { place } : []).Concat(result.Related);
        return places.Where(seen => seen.Excerpt is not null)
            .GroupBy(seen => seen.File, StringComparer.Ordinal)
            .Select(file => new Excerpt(file.Key, Lines(file)))
            .ToList();
    }

    private static List<CodeLine> Lines(IEnumerable<SarifPlace> places)
    {
        var lines = new SortedDictionary<int, CodeLine>();
        foreach (var place in places)
        {
            var number = place.Excerpt!.Line;
            foreach (var text in place.Excerpt.Text.Split('\n'))
            {
                var isSite = number >= place.Line && number <= place.EndLine || (lines.TryGetValue(number, out var known) && known.Site);
                lines[number] = new CodeLine(number, text.TrimEnd('\r'), isSite, false);
                number++;
            }
        }

        return lines.Values.Select((line, index) => line with { AfterGap = index > 0 && !lines.ContainsKey(line.Number - 1) }).ToList();
    }
}
