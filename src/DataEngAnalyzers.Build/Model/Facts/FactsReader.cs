using System;
using System.Collections.Generic;
using System.Text.Json;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model.Facts;

/// <summary>Reads a stage's facts out of the result that carries them. Unknown members are passed over.</summary>
internal sealed class FactsReader
{
    private const string KnownVersion = "1";
    private const string Unknown = "unknown";

    private readonly Namespaces _namespaces;
    private readonly IReadOnlyList<SarifPlace> _sites;

    private FactsReader(Namespaces namespaces, IReadOnlyList<SarifPlace> sites)
    {
        _namespaces = namespaces;
        _sites = sites;
    }

    /// <summary>The stage; <see langword="null"/> when its facts are of a version nobody here knows, or no facts.</summary>
    public static StageFacts? Read(SarifResult result, Namespaces namespaces)
    {
        if (result[PropertyKeys.FactsVersion] != KnownVersion || result[PropertyKeys.Facts] is not { } text)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return new FactsReader(namespaces, result.Related).ToStage(document.RootElement, result);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private StageFacts? ToStage(JsonElement stage, SarifResult result) => stage.Text("name") is not { } name ? null : new StageFacts
    {
        Name = name,
        Project = stage.Text("project") ?? string.Empty,
        Symbol = result[PropertyKeys.Symbol] ?? name,
        Host = stage.Text("host") ?? Unknown,
        Runner = stage.Text("runner"),
        Why = stage.Text("why"),
        Place = result.Place,
        Sites = result.Related,
        Inputs = stage.Items("inputs", ToInput),
        Outputs = stage.Items("outputs", ToOutput),
        Tables = stage.Items("tables", ToTable),
        Window = stage.Member("window") is { ValueKind: JsonValueKind.Object } window ? new WindowFacts(window.Text("kind") ?? Unknown, Places(window)) : null,
        Gaps = stage.Texts("gaps"),
    };

    private InputFacts? ToInput(JsonElement input) => Dataset(input) is not { } dataset ? null : new InputFacts(
        dataset,
        Places(input),
        input.Flag("validated"),
        input.Items("columns", column => column.Text("name") is { } name ? new ColumnFacts(name, column.Text("type")) : null));

    private OutputFacts? ToOutput(JsonElement output) => Dataset(output) is not { } dataset ? null : new OutputFacts(dataset, Places(output))
    {
        Mode = output.Text("mode") ?? Unknown,
        Transaction = output.Flag("transaction"),
        Retry = output.Flag("retry"),
        Validated = output.Flag("validated"),
        Key = output.Texts("key"),
        From = output.Items("from", ToOrigin),
        Columns = output.Items("columns", ToColumn),
        Gaps = output.Texts("gaps"),
    };

    private WrittenColumn? ToColumn(JsonElement column) => column.Text("name") is not { } name ? null : new WrittenColumn(
        name, column.Text("type"), column.Items("from", ToOrigin), column.Texts("values"), column.Texts("gaps"))
    {
        Clock = column.Text("clock"),
        Nullable = MaybeFlag(column, "nullable"),
        Limits = ToLimits(column),
    };

    private Origin? ToOrigin(JsonElement origin) => origin.ValueKind != JsonValueKind.Object ? null : new Origin(
        Dataset(origin),
        origin.Text("column"),
        origin.Text("type") == "INDIRECT" ? "INDIRECT" : "DIRECT",
        origin.Text("subtype"),
        origin.Texts("via"),
        Places(origin));

    private TableFacts? ToTable(JsonElement table) => Dataset(table) is not { } dataset ? null : new TableFacts(
        dataset,
        table.Texts("key"),
        table.Items("columns", column => column.Text("name") is { } name
            ? new TableColumn(name, column.Text("type"), MaybeFlag(column, "nullable"), column.Text("from")) { Limits = ToLimits(column) }
            : null))
    {
        IsKeyPrimary = table.Flag("primary"),
        IsPartial = table.Flag("partial"),
    };

    private static ColumnLimits ToLimits(JsonElement column) => new()
    {
        Accepted = column.Texts("accepted"),
        MinLength = MaybeNumber(column, "minLength"),
        MaxLength = MaybeNumber(column, "maxLength"),
        Min = column.Text("min"),
        Max = column.Text("max"),
        MinExclusive = column.Flag("minExclusive"),
        MaxExclusive = column.Flag("maxExclusive"),
        Pattern = column.Text("pattern"),
    };

    private static bool? MaybeFlag(JsonElement owner, string name) => owner.Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    private static int? MaybeNumber(JsonElement owner, string name) => owner.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    private DatasetName? Dataset(JsonElement owner) =>
        owner.Member("dataset") is { } dataset && dataset.Text("namespace") is { } ns && dataset.Text("name") is { } name
            ? _namespaces.Map(new DatasetName(dataset.Text("kind") ?? "table", ns, name))
            : null;

    private List<SarifPlace> Places(JsonElement owner)
    {
        var places = new List<SarifPlace>();
        if (owner.Member("at") is not { ValueKind: JsonValueKind.Array } at)
            return places;
        foreach (var index in at.EnumerateArray())
        {
            if (index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var number) && number >= 0 && number < _sites.Count)
                places.Add(_sites[number]);
        }

        return places;
    }
}
