using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>A stage as it will run.</summary>
/// <param name="Body">What is written.</param>
/// <param name="Scope">What its <c>${…}</c> stand for.</param>
internal sealed record RunnableStage(string Name, Node Body, Scope Scope)
{
    private const int MostCombinations = 10_000;

    /// <summary>
    /// Writes out <c>foreach</c> and <c>matrix</c>. One whose values are unknown stays a single stage with its holes.
    /// </summary>
    public static IEnumerable<RunnableStage> Expand(Entry stage, Scope scope)
    {
        var body = stage.Value;
        if (body.Member("foreach") is { } each && body.Member("do") is { Kind: NodeKind.Map } action)
            return Loop(stage.Key, action, scope.Resolve(each), scope);
        return body.Member("matrix") is { Kind: NodeKind.Map } matrix
            ? Combine(stage.Key, body, matrix, scope)
            : [new RunnableStage(stage.Key, body, scope)];
    }

    private static IEnumerable<RunnableStage> Loop(string name, Node action, Node? values, Scope scope) => values switch
    {
        { Kind: NodeKind.List } => values.Items.Select((item, index) =>
            new RunnableStage($"{name}@{item.AsText() ?? index.ToString(CultureInfo.InvariantCulture)}", action, scope.With("item", item))),
        { Kind: NodeKind.Map } => values.Entries.Select(entry =>
            new RunnableStage($"{name}@{entry.Key}", action, scope.With("item", entry.Value).With("key", Node.Scalar(NodeKind.Text, entry.Spot, entry.Key)))),
        _ => [new RunnableStage(name, action, scope)],
    };

    private static IEnumerable<RunnableStage> Combine(string name, Node body, Node matrix, Scope scope)
    {
        IReadOnlyList<(string Name, IReadOnlyList<Entry> Axes)> rows = [(string.Empty, [])];
        foreach (var axis in matrix.Entries)
        {
            if (scope.Resolve(axis.Value) is not { Kind: NodeKind.List } values || rows.Count * (long)values.Items.Count > MostCombinations)
                return [new RunnableStage(name, body, scope)];
            rows = [.. rows.SelectMany(row => values.Items.Select((item, index) =>
            {
                var label = item.AsText() ?? axis.Key + index.ToString(CultureInfo.InvariantCulture);
                return (row.Name.Length == 0 ? label : $"{row.Name}-{label}", (IReadOnlyList<Entry>)[.. row.Axes, new Entry(axis.Key, axis.Spot, item)]);
            }))];
        }

        return rows.Select(row => new RunnableStage($"{name}@{row.Name}", body, scope.With("item", Node.Map(matrix.Spot, row.Axes, row.Axes.Count))));
    }
}
