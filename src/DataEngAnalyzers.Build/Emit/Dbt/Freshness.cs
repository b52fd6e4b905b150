using System;
using System.Collections.Generic;
using System.Globalization;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>After how long without a load dbt warns.</summary>
/// <param name="Period">minute, hour or day.</param>
internal sealed record Freshness(int Count, string Period)
{
    /// <summary>What a scheduled load is held to as long as nobody says better.</summary>
    public static readonly Freshness Daily = new(1, "day");

    /// <summary>Reads <c>90m</c>, <c>6h</c>, <c>1d</c> or <c>none</c>.</summary>
    /// <returns>Whether the text is one of these.</returns>
    public static bool TryParse(string? text, out Freshness? freshness)
    {
        text = text?.Trim() ?? string.Empty;
        freshness = Daily;
        if (text.Length == 0)
            return true;
        freshness = null;
        if (string.Equals(text, "none", StringComparison.OrdinalIgnoreCase))
            return true;
        var period = char.ToLowerInvariant(text[text.Length - 1]) switch { 'm' => "minute", 'h' => "hour", 'd' => "day", _ => null };
        if (period is null || !int.TryParse(text.Remove(text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
            return false;
        freshness = new Freshness(count, period);
        return true;
    }

    public Dictionary<string, object> ToYaml() => new() { ["warn_after"] = new Dictionary<string, object> { ["count"] = Count, ["period"] = Period } };
}
