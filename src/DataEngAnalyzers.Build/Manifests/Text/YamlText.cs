using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>
/// The first document of a YAML text. It is built from the parser's events, because that bounds depth and aliases where the
/// library's own tree does not.
/// </summary>
internal sealed class YamlText
{
    private const string MergeKey = "<<";

    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private long _weight;
    private Spot _reached = Spot.Start;

    private YamlText(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads the document; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ManifestException">The text is no YAML, or more than anybody writes.</exception>
    public static Node? Read(string text)
    {
        var reader = new YamlText(text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException error)
        {
            throw new ManifestException(At(error.Start), $"this is no YAML ({Reason(error)}), so the file says nothing", error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The library's own failure on some texts that are no YAML.
            throw new ManifestException(reader._reached, "this is no YAML, so the file says nothing", error);
        }
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return root;
    }

    private Node ReadNode(int depth)
    {
        var start = _parser.Current ?? throw new ManifestException(Spot.Start, "this YAML ends too early, so the file says nothing");
        _reached = At(start.Start);
        if (depth > Limits.Depth)
            throw new ManifestException(_reached, $"values are nested more than {Limits.Depth} deep, so the file is not read");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Weigh(Resolve(alias), alias.Start);

        var anchor = start is NodeEvent { Anchor.IsEmpty: false } node ? node.Anchor.Value : null;
        var value = _parser.TryConsume<Scalar>(out var scalar) ? ReadScalar(scalar)
            : _parser.TryConsume<SequenceStart>(out var list) ? ReadList(At(start.Start), list.Style == SequenceStyle.Flow, depth)
            : ReadMap(At(_parser.Consume<MappingStart>().Start), depth);
        if (anchor is not null)
            _anchors[anchor] = value;
        return value;
    }

    private Node ReadScalar(Scalar scalar)
    {
        var kind = scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty ? NodeKind.Text : PlainScalars.KindOf(scalar.Value);
        return Weigh(Node.Scalar(kind, At(scalar.Start), scalar.Value), scalar.Start);
    }

    private Node ReadList(Spot spot, bool isFlow, int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return Node.List(spot, items, 1 + items.Sum(item => item.Weight), isFlow);
    }

    private Node ReadMap(Spot spot, int depth)
    {
        var entries = new List<Entry>();
        var merged = new List<Node>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is { Kind: NodeKind.Text, Value: MergeKey })
                merged.Add(value);
            else if (key.IsScalar)
                entries.Add(new Entry(key.Value, key.Spot, value));
        }

        if (merged.Count > 0)
            Merge(merged, entries);
        return Node.Map(spot, entries, 1 + entries.Sum(entry => 1 + entry.Value.Weight));
    }

    // What a map says itself goes before what it takes from others.
    private static void Merge(IEnumerable<Node> merged, List<Entry> entries)
    {
        var own = new HashSet<string>(entries.Select(entry => entry.Key), StringComparer.Ordinal);
        foreach (var entry in merged.SelectMany(value => value.Items.Count > 0 ? value.Items : [value]).SelectMany(map => map.Entries))
        {
            if (own.Add(entry.Key))
                entries.Add(entry);
        }
    }

    private Node Resolve(AnchorAlias alias) => _anchors.TryGetValue(alias.Value.Value, out var value)
        ? value
        : throw new ManifestException(At(alias.Start), $"nothing before this is anchored as '{alias.Value.Value}', so the file says nothing");

    private Node Weigh(Node value, Mark at)
    {
        _weight += value.Weight;
        return _weight <= Limits.Values ? value : throw new ManifestException(At(at), $"with its aliases written out the file has more than {Limits.Values} values, so it is not read");
    }

    private static Spot At(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string Reason(YamlException error) => (error.InnerException ?? error).Message.TrimEnd('.');
}
