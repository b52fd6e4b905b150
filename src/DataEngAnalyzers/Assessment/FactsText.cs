using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>
/// The facts of a stage as JSON, version <see cref="Version"/>. Keys, their order and their words are a public contract, see the page
/// of DEA0006; it grows by addition only.
/// </summary>
internal sealed class FactsText
{
    public const string Version = "1";

    private readonly Compilation _home;
    private readonly List<Location> _sites = new();
    private readonly Dictionary<Location, int> _numbers = new();

    private FactsText(Compilation home) => _home = home;

    /// <summary>The JSON of what is known of one method, and the places it names by number.</summary>
    /// <param name="stages">The method as the runs show it that get to it.</param>
    /// <param name="home">The project: a place in another project's source cannot be shown.</param>
    public static (string Json, ImmutableArray<Location> Sites) Of(IReadOnlyList<StageFacts> stages, Compilation home)
    {
        var text = new FactsText(home);
        var json = text.Write(stages);
        return (json, text._sites.ToImmutableArray());
    }

    private string Write(IReadOnlyList<StageFacts> stages)
    {
        var json = new JsonText();
        var identity = stages[0].Identity;
        json.Object(() =>
        {
            json.Property("name", identity.Name);
            json.Property("project", identity.Project);
            json.Property("host", identity.Host);
            json.Property("runner", identity.Runner);
            json.Property("why", identity.Why);
            Each(json, "inputs", stages.SelectMany(stage => stage.Inputs), Write);
            Each(json, "outputs", stages.SelectMany(stage => stage.Outputs), Write);
            Each(json, "tables", stages.SelectMany(stage => stage.Tables), Write);
            if (stages.Select(stage => stage.Window).FirstOrDefault(window => window is not null) is { } window)
                json.Object("window", () =>
                {
                    json.Property("kind", window.Kind);
                    At(json, window.At);
                });
            json.Array("gaps", stages.SelectMany(stage => stage.Gaps).Distinct().ToList());
        });
        return json.ToString();
    }

    // What several runs show alike is told once.
    private static void Each<T>(JsonText json, string name, IEnumerable<T> items, System.Action<JsonText, T> write)
    {
        var texts = items.Select(item =>
        {
            var part = new JsonText();
            part.Object(() => write(part, item));
            return part.ToString();
        });
        json.Array(name, texts.Distinct().ToList(), json.Raw);
    }

    private void Write(JsonText json, InputFacts input)
    {
        json.Object("dataset", () => input.Dataset.WriteTo(json));
        At(json, input.At);
        json.Property("validated", input.IsValidated);
        json.Array("columns", input.Columns, column => json.Object(() =>
        {
            json.Property("name", column.Key);
            json.Property("type", column.Value);
        }));
    }

    private void Write(JsonText json, OutputFacts output)
    {
        json.Object("dataset", () => output.Dataset.WriteTo(json));
        At(json, output.At);
        json.Property("mode", output.Mode);
        json.Property("transaction", output.InTransaction);
        json.Property("retry", output.IsRetried);
        json.Property("validated", output.IsValidated);
        json.Array("key", output.Key);
        Each(json, "from", output.From, Write);
        Each(json, "columns", output.Columns, Write);
        json.Array("gaps", output.Gaps);
    }

    private void Write(JsonText json, ColumnFacts column)
    {
        json.Property("name", column.Name);
        json.Property("type", column.Type);
        Each(json, "from", column.From, Write);
        json.Array("values", column.Values);
        json.Property("clock", column.Clock);
        json.Array("gaps", column.Gaps);
    }

    private void Write(JsonText json, EdgeFacts edge)
    {
        if (edge.Dataset is { } dataset)
            json.Object("dataset", () => dataset.WriteTo(json));
        json.Property("column", edge.Column);
        json.Property("type", edge.Transformation.IsDirect() ? "DIRECT" : "INDIRECT");
        json.Property("subtype", edge.Transformation == SqlTransformation.GroupBy ? "GROUP_BY" : edge.Transformation.ToString().ToUpperInvariant());
        json.Array("via", edge.Via);
        At(json, edge.At is { } place ? ImmutableArray.Create(place) : ImmutableArray<Location>.Empty);
    }

    private void Write(JsonText json, TableFacts table)
    {
        json.Object("dataset", () => table.Dataset.WriteTo(json));
        json.Array("key", table.Key);
        if (table.IsKeyPrimary)
            json.Property("primary", true);
        if (table.IsPartial)
            json.Property("partial", true);
        json.Array("columns", table.Columns, column => json.Object(() =>
        {
            json.Property("name", column.Name);
            json.Property("type", column.Type);
            if (column.IsNullable is { } isNullable)
                json.Property("nullable", isNullable);
            json.Property("from", column.From);
        }));
        At(json, table.At is { } place ? ImmutableArray.Create(place) : ImmutableArray<Location>.Empty);
    }

    private void At(JsonText json, ImmutableArray<Location> places) =>
        json.Array("at", places.Select(SiteOf).Where(site => site >= 0).Distinct().ToList(), json.Number);

    // The log of the compiler leaves out places without a file, and numbers must not shift.
    private int SiteOf(Location place)
    {
        var seen = place.SeenFrom(_home);
        if (seen.Kind is not (LocationKind.SourceFile or LocationKind.ExternalFile) || string.IsNullOrEmpty(seen.GetLineSpan().Path))
            return -1;
        if (_numbers.TryGetValue(seen, out var known))
            return known;
        _numbers.Add(seen, _sites.Count);
        _sites.Add(seen);
        return _sites.Count - 1;
    }
}
