using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Gives each thing a name of its own that does not depend on the others, unless two would share it.</summary>
internal static class UniqueNames
{
    /// <param name="items">By identity.</param>
    /// <param name="name">The name it should have.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> items, Func<string, string> name) => items
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Select(item => (Item: item, Name: same.Skip(1).Any() ? $"{same.Key}_{Digest.Of(item, 6)}" : same.Key)))
        .ToDictionary(pair => pair.Item, pair => pair.Name, StringComparer.Ordinal);
}
