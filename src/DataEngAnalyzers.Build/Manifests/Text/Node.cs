using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>A value of a YAML or JSON file with its place: a map, a list, or a scalar.</summary>
internal sealed class Node
{
    private readonly Dictionary<string, Entry>? _index;

    private Node(NodeKind kind, Spot spot, string value, IReadOnlyList<Entry> entries, IReadOnlyList<Node> items, long weight)
    {
        Kind = kind;
        Spot = spot;
        Value = value;
        Entries = entries;
        Items = items;
        Weight = weight;
        if (entries.Count > 0)
            _index = new Dictionary<string, Entry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
            _index![entry.Key] = entry;
    }

    public NodeKind Kind { get; }

    public Spot Spot { get; }

    /// <summary>Gets a scalar's text; empty for all else.</summary>
    public string Value { get; }

    /// <summary>Gets a map's entries, in order; none for all else.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Gets a list's items; none for all else.</summary>
    public IReadOnlyList<Node> Items { get; }

    /// <summary>Gets how many values this is when every alias is written out.</summary>
    public long Weight { get; }

    /// <summary>Gets a value indicating whether a list is written in brackets, not with a line an item.</summary>
    public bool IsFlow { get; private init; }

    /// <summary>Gets the last line on which a value starts that belongs to this one.</summary>
    public int LastLine => Entries.Count > 0 ? Entries[Entries.Count - 1].Value.LastLine : Items.Count > 0 ? Items[Items.Count - 1].LastLine : Spot.Line;

    public bool IsScalar => Kind is not (NodeKind.Map or NodeKind.List);

    public static Node Scalar(NodeKind kind, Spot spot, string value) => new(kind, spot, value, [], [], 1);

    public static Node Map(Spot spot, IReadOnlyList<Entry> entries, long weight) => new(NodeKind.Map, spot, string.Empty, entries, [], weight);

    public static Node List(Spot spot, IReadOnlyList<Node> items, long weight, bool isFlow = true) =>
        new(NodeKind.List, spot, string.Empty, [], items, weight) { IsFlow = isFlow };

    /// <summary>The entry of a map, the last one where several have the name.</summary>
    public Entry? Entry(string name) => _index is not null && _index.TryGetValue(name, out var entry) ? entry : null;

    public Node? Member(string name) => Entry(name)?.Value;

    /// <summary>The text of a scalar member that is not null.</summary>
    public string? Text(string name) => Member(name)?.AsText();

    /// <summary>The items of a list member.</summary>
    public IReadOnlyList<Node> List(string name) => Member(name)?.Items ?? [];

    /// <summary>The entries of a map member.</summary>
    public IReadOnlyList<Entry> Map(string name) => Member(name)?.Entries ?? [];

    /// <summary>What a member says of yes and no; <see langword="null"/> when it says neither.</summary>
    public bool? Flag(string name) => Text(name) is { } text ? AsFlag(text) : null;

    public string? AsText() => IsScalar && Kind != NodeKind.Null ? Value : null;

    // YAML 1.1, which most of the tools read, has more words than 1.2.
    private static bool? AsFlag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" => true,
        "FALSE" or "NO" or "OFF" => false,
        _ => null,
    };
}

/// <summary>An entry of a map.</summary>
/// <param name="Spot">Where its key stands.</param>
internal sealed record Entry(string Key, Spot Spot, Node Value);

/// <summary>What a value is.</summary>
internal enum NodeKind
{
    Null,
    Text,
    Number,
    Flag,
    List,
    Map,
}
