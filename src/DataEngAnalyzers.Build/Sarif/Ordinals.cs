using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Counts what is otherwise alike, from 1.</summary>
internal sealed class Ordinals
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Next(string key)
    {
        _counts.TryGetValue(key, out var count);
        return _counts[key] = count + 1;
    }
}
