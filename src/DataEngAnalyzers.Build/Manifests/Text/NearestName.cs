using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>The name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int MaxLength = 100;

    /// <summary>The known name that differs in the fewest letters; <see langword="null"/> when all differ in more than a mistyping does.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength)
            return null;
        string? nearest = null;
        var least = Math.Max(1, name.Length / 8) + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) < least && Distance(name, candidate) is var distance && distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    // Letters put in, left out or changed (Levenshtein).
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var index = 0; index < row.Length; index++)
            row[index] = index;
        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var index = 1; index < row.Length; index++)
            {
                var change = diagonal + (left[line - 1] == right[index - 1] ? 0 : 1);
                diagonal = row[index];
                row[index] = Math.Min(change, Math.Min(row[index - 1], diagonal) + 1);
            }
        }

        return row[right.Length];
    }
}
