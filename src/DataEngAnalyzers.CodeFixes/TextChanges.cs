using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>Puts the changes of several findings together.</summary>
internal static class TextChanges
{
    /// <summary>
    /// Adds the changes of one more finding. A change that is there already (the same <c>using</c>) counts once; a finding whose changes
    /// overlap earlier ones is left for the next run.
    /// </summary>
    public static void Merge(List<TextChange> all, ImmutableArray<TextChange> more)
    {
        var news = more.Where(change => !all.Contains(change)).ToList();
        if (!news.Any(change => all.Any(known => Collide(known, change))))
            all.AddRange(news);
    }

    private static bool Collide(TextChange one, TextChange other) =>
        one.Span.OverlapsWith(other.Span) || (one.Span.Length == 0 && other.Span.Length == 0 && one.Span.Start == other.Span.Start);
}
