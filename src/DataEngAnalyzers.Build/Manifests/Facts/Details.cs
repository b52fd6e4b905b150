using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>Named particulars of a fact, in an order that does not depend on how they were found.</summary>
internal sealed class Details : SortedDictionary<string, string>
{
    public Details()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Adds what is known.</summary>
    public Details With(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            this[key] = value!;
        return this;
    }

    /// <summary>Adds what holds.</summary>
    public Details With(string key, bool holds) => With(key, holds ? "yes" : null);
}
