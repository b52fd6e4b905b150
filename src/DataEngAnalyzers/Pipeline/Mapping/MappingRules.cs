using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a mapper makes the members of one type of those of another, as far as the code says it.</summary>
internal sealed class MappingRules
{
    private readonly Dictionary<string, MemberRule> _rules = new(StringComparer.OrdinalIgnoreCase);

    public MappingRules(ITypeSymbol source, ITypeSymbol target)
    {
        Source = source;
        Target = target;
    }

    public ITypeSymbol Source { get; }

    public ITypeSymbol Target { get; }

    /// <summary>Pairs whose rules count where this one has none.</summary>
    public List<(ITypeSymbol Source, ITypeSymbol Target)> Bases { get; } = new();

    /// <summary>What makes the target as a whole.</summary>
    public Value? Convert { get; set; }

    /// <summary>What makes the object whose members are then set.</summary>
    public Value? Construct { get; set; }

    /// <summary>True when a member without a rule gets nothing.</summary>
    public bool HasOnlyRules { get; set; }

    /// <summary>True when members may keep what they were.</summary>
    public bool IsConditional { get; set; }

    /// <summary>True when every rule of this pair is that of the other direction.</summary>
    public bool IsReverse { get; init; }

    /// <summary>A rule of which nobody knows which members it concerns.</summary>
    public IOperation? Hidden { get; set; }

    /// <summary>The rule of a member, by the names that lead to it; <see langword="null"/> where there is none.</summary>
    public MemberRule? Find(string path) => _rules.TryGetValue(path, out var rule) ? rule : null;

    /// <summary>The rule of a member, begun where there was none.</summary>
    public MemberRule RuleFor(string path)
    {
        if (!_rules.TryGetValue(path, out var rule))
            _rules.Add(path, rule = new MemberRule());
        return rule;
    }

    /// <summary>The pair the other way round: members that were taken as they are go back.</summary>
    public MappingRules Reversed()
    {
        var reversed = new MappingRules(Target, Source) { IsReverse = true };
        foreach (var rule in _rules)
        {
            var path = rule.Value.Path ?? (rule.Value.Values is [var only] ? MemberPaths.In(only.Operation) : null);
            if (path is not null && !rule.Value.IsConditional)
                reversed.RuleFor(path).Path = rule.Key;
        }

        return reversed;
    }
}
