using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>The values that <c>${…}</c> stands for at a place of a pipeline.</summary>
internal sealed class Scope
{
    private readonly List<Node> _values;

    /// <param name="values">Maps of values; the first that has one decides.</param>
    public Scope(IEnumerable<Node> values) => _values = [.. values];

    public Scope With(IEnumerable<Node> values) => new(values.Concat(_values));

    /// <summary>This scope inside of a loop.</summary>
    public Scope With(string name, Node value) => With([Node.Map(value.Spot, [new Entry(name, value.Spot, value)], value.Weight)]);

    /// <summary>A text with its values put in; <see langword="null"/> when one of them is unknown, or no scalar.</summary>
    public string? Resolve(string text)
    {
        if (text.IndexOf("${", StringComparison.Ordinal) < 0)
            return text;
        var resolved = new StringBuilder();
        var position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                return null;
            if (start > 0 && text[start - 1] == '\\')
            {
                resolved.Append(text, position, start - 1 - position).Append(text, start, end + 1 - start);
            }
            else
            {
                if (Find(text.Substring(start + 2, end - start - 2))?.AsText() is not { } value)
                    return null;
                resolved.Append(text, position, start - position).Append(value);
            }

            position = end + 1;
        }

        return resolved.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>A value as it is: what a text of nothing but <c>${…}</c> stands for, or itself.</summary>
    public Node? Resolve(Node node) =>
        node.Kind == NodeKind.Text && node.Value.StartsWith("${", StringComparison.Ordinal) && node.Value.IndexOf('}') == node.Value.Length - 1
            ? Find(node.Value.Substring(2, node.Value.Length - 3))
            : node;

    private Node? Find(string path)
    {
        var steps = path.Trim().Replace("[", ".").Replace("]", string.Empty).Split('.');
        return _values.Select(values => Walk(values, steps)).FirstOrDefault(value => value is not null);
    }

    private static Node? Walk(Node values, string[] steps)
    {
        var value = values;
        foreach (var step in steps)
        {
            value = value.Kind == NodeKind.List && int.TryParse(step, out var index)
                ? index >= 0 && index < value.Items.Count ? value.Items[index] : null
                : value.Member(step);
            if (value is null)
                return null;
        }

        return value;
    }
}
