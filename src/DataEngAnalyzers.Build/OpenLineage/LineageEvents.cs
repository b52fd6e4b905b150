using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.OpenLineage;

/// <summary>
/// The assessment as OpenLineage 2-0-2: one JobEvent a stage and one DatasetEvent a dataset, a line each. They say what code
/// declares; nothing that only a run can know. Datasets that one stage keeps to itself are nobody else's business, and left out.
/// </summary>
internal sealed class LineageEvents
{
    private const string Git = "git";
    private const string Integration = "DATAENGANALYZERS";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Assessment _assessment;
    private readonly string _time;
    private readonly Dictionary<string, Dataset> _datasets;
    private readonly ILookup<(string Stage, string Dataset), ColumnLineage> _columns;

    /// <param name="assessment">What is known.</param>
    /// <param name="time">The time of all events; without one, the start of time, as nothing here knows when.</param>
    public LineageEvents(Assessment assessment, DateTimeOffset? time)
    {
        _assessment = assessment;
        _time = (time ?? DateTimeOffset.FromUnixTimeSeconds(0)).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        _datasets = assessment.Datasets.Where(dataset => !dataset.Local).ToDictionary(dataset => dataset.Id, StringComparer.Ordinal);
        _columns = assessment.ColumnLineage.ToLookup(columns => (columns.Stage, columns.Dataset));
    }

    public void Write(Stream stream)
    {
        foreach (var stage in _assessment.Stages)
            WriteLine(stream, "JobEvent", json => WriteJob(stage, json));
        foreach (var dataset in _datasets.Values)
            WriteLine(stream, "DatasetEvent", json => WriteDataset("dataset", dataset, json, facets => SchemaFacets(dataset, facets)));
    }

    private void WriteLine(Stream stream, string kind, Action<Utf8JsonWriter> body)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("eventTime", _time);
            json.WriteString("producer", Facets.Producer);
            json.WriteString("schemaURL", "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/" + kind);
            body(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private void WriteJob(Stage stage, Utf8JsonWriter json)
    {
        var outputs = stage.Outputs.Select(output => output.Dataset).Distinct(StringComparer.Ordinal).Where(_datasets.ContainsKey).ToList();
        json.WriteStartObject("job");
        json.WriteString("namespace", stage.Project);
        json.WriteString("name", stage.Name);
        json.WriteStartObject("facets");
        WriteJobType(stage, json);
        WriteSourceCodeLocation(stage, json);
        if (stage.Owner is { } owner)
            WriteOwnership(owner, json);
        WriteLineage(stage, outputs, json);
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartArray("inputs");
        foreach (var input in stage.Inputs.Select(input => input.Dataset).Distinct(StringComparer.Ordinal).Where(_datasets.ContainsKey))
            WriteDataset(null, _datasets[input], json, _ => { });
        json.WriteEndArray();
        json.WriteStartArray("outputs");
        foreach (var output in outputs)
            WriteDataset(null, _datasets[output], json, facets => WriteColumnLineage(stage, output, facets));
        json.WriteEndArray();
    }

    private static void WriteJobType(Stage stage, Utf8JsonWriter json)
    {
        Facets.Start("jobType", "2-0-4/JobTypeJobFacet.json", "JobTypeJobFacet", json);
        json.WriteString("processingType", stage.Host == "message" ? "STREAMING" : "BATCH");
        json.WriteString("integration", Integration);
        json.WriteString("jobType", stage.Runner is null ? "METHOD" : stage.Runner.ToUpperInvariant());
        json.WriteEndObject();
    }

    private static void WriteSourceCodeLocation(Stage stage, Utf8JsonWriter json)
    {
        if (stage.Place is not { Url: { } url } place)
            return;
        Facets.Start("sourceCodeLocation", "1-1-0/SourceCodeLocationJobFacet.json", "SourceCodeLocationJobFacet", json);
        json.WriteString("type", Git);
        json.WriteString("url", url);
        json.WriteString("path", place.File);
        json.WriteEndObject();
    }

    private static void WriteOwnership(string owner, Utf8JsonWriter json)
    {
        Facets.Start("ownership", "1-0-1/OwnershipJobFacet.json", "OwnershipJobFacet", json);
        json.WriteStartArray("owners");
        json.WriteStartObject();
        json.WriteString("name", owner);
        json.WriteString("type", "MAINTAINER");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // On a job event it is the declared lineage, and spares a reader the product of all inputs and outputs.
    private void WriteLineage(Stage stage, List<string> outputs, Utf8JsonWriter json)
    {
        Facets.Start("lineage", "1-0-0/LineageFacet.json", "LineageJobFacet", json);
        json.WriteStartArray("entries");
        foreach (var output in outputs)
        {
            json.WriteStartObject();
            WriteName(_datasets[output], json);
            json.WriteString("type", "DATASET");
            WriteInputs("inputs", InputsOf(stage, output), json);
            json.WriteStartObject("fields");
            foreach (var (column, origins) in FieldsOf(stage, output))
            {
                json.WriteStartObject(column);
                WriteInputs("inputs", origins, json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteInputs(string name, IEnumerable<ColumnOrigin> origins, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var origin in origins)
        {
            json.WriteStartObject();
            WriteName(_datasets[origin.Dataset!], json);
            json.WriteString("type", "DATASET");
            WriteField(origin, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteColumnLineage(Stage stage, string output, Utf8JsonWriter json)
    {
        SchemaFacets(_datasets[output], json);
        var fields = FieldsOf(stage, output)
            .Select(field => (field.Column, Origins: field.Origins.Where(origin => origin.Column is not null).ToList()))
            .Where(field => field.Origins.Count > 0)
            .ToList();
        var whole = InputsOf(stage, output).Where(origin => origin.Column is not null).ToList();
        if (fields.Count == 0 && whole.Count == 0)
            return;

        Facets.Start("columnLineage", "1-2-0/ColumnLineageDatasetFacet.json", "ColumnLineageDatasetFacet", json);
        json.WriteStartObject("fields");
        foreach (var (column, origins) in fields)
        {
            json.WriteStartObject(column);
            WriteInputFields("inputFields", origins, json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (whole.Count > 0)
            WriteInputFields("dataset", whole, json);
        json.WriteEndObject();
    }

    private void WriteInputFields(string name, List<ColumnOrigin> origins, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var origin in origins)
        {
            json.WriteStartObject();
            WriteName(_datasets[origin.Dataset!], json);
            WriteField(origin, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteField(ColumnOrigin origin, Utf8JsonWriter json)
    {
        if (origin.Column is { } column)
            json.WriteString("field", column);
        json.WriteStartArray("transformations");
        json.WriteStartObject();
        json.WriteString("type", origin.Type);
        if (origin.Subtype is { } subtype)
            json.WriteString("subtype", subtype);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteDataset(string? member, Dataset dataset, Utf8JsonWriter json, Action<Utf8JsonWriter> facets)
    {
        if (member is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(member);
        WriteName(dataset, json);
        json.WriteStartObject("facets");
        facets(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteName(Dataset dataset, Utf8JsonWriter json)
    {
        json.WriteString("namespace", dataset.Namespace);
        json.WriteString("name", dataset.Name);
    }

    private static void SchemaFacets(Dataset dataset, Utf8JsonWriter json)
    {
        var columns = dataset.Columns.Where(column => !IsPosition(column.Name)).ToList();
        if (columns.Count == 0)
            return;
        Facets.Start("schema", "1-2-0/SchemaDatasetFacet.json", "SchemaDatasetFacet", json);
        json.WriteStartArray("fields");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            if (column.Type is { } type)
                json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private IEnumerable<ColumnOrigin> InputsOf(Stage stage, string output) =>
        _columns[(stage.Id, output)].Where(columns => columns.Column is null).SelectMany(columns => Known(columns.From));

    private IEnumerable<(string Column, IReadOnlyList<ColumnOrigin> Origins)> FieldsOf(Stage stage, string output) =>
        _columns[(stage.Id, output)]
            .Where(columns => columns.Column is not null && !IsPosition(columns.Column))
            .GroupBy(columns => columns.Column!, StringComparer.Ordinal)
            .Select(columns => (columns.Key, (IReadOnlyList<ColumnOrigin>)columns.SelectMany(column => Known(column.From)).ToList()));

    private IEnumerable<ColumnOrigin> Known(IEnumerable<ColumnOrigin> origins) =>
        origins.Where(origin => origin.Dataset is not null && _datasets.ContainsKey(origin.Dataset) && !IsPosition(origin.Column));

    /// <summary>Columns that code knows by number only have no name to tell others.</summary>
    private static bool IsPosition(string? column) => column is { Length: > 0 } && column[0] == '[';
}
