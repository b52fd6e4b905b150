using System;
using System.Globalization;

namespace DataEngAnalyzers.Build.OpenLineage;

/// <summary>The time of events as a build says it: ISO 8601, or seconds since 1970 as <c>SOURCE_DATE_EPOCH</c> has it.</summary>
internal static class EventTime
{
    private const long LastSecond = 253402300799;

    /// <returns><see langword="null"/> when the text is no time.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return seconds <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
