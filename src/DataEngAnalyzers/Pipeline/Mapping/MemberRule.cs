using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the rules of a mapping say of one member of the target.</summary>
internal sealed class MemberRule
{
    /// <summary>What gives it a value: lambdas over the source, or plain values.</summary>
    public List<Value> Values { get; } = new();

    /// <summary>What else may be its value.</summary>
    public List<Value> Substitutes { get; } = new();

    /// <summary>What decides whether it gets a value.</summary>
    public List<Value> Conditions { get; } = new();

    /// <summary>The member of the source that it takes, by name; several parted by points.</summary>
    public string? Path { get; set; }

    public bool IsIgnored { get; set; }

    /// <summary>True when it may keep what it was.</summary>
    public bool IsConditional { get; set; }

    /// <summary>A rule of which nobody knows what it does.</summary>
    public IOperation? Hidden { get; set; }

    /// <summary>True when the member gets what the names say.</summary>
    public bool IsByName => Values.Count == 0 && Path is null;
}
