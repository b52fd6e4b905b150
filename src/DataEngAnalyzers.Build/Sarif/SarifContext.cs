using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Where a run's context stands in SARIF: the run's property bag and its version control provenance.</summary>
internal static class SarifContext
{
    private const string Project = "dataeng.project";
    private const string Program = "dataeng.program";
    private const string Framework = "dataeng.framework";
    private const string FailOn = "dataeng.failOn";
    private const string Owner = "dataeng.owner";

    public static RunContext Read(JsonElement properties, RunContext context) => context with
    {
        Project = properties.Text(Project),
        Program = properties.Text(Program),
        Framework = properties.Text(Framework),
        FailOn = properties.Text(FailOn),
        Owner = properties.Text(Owner),
    };

    public static RunContext ReadVersionControl(JsonElement provenance, RunContext context) =>
        provenance.ValueKind == JsonValueKind.Array && provenance.GetArrayLength() > 0
            ? context with { Repository = provenance[0].Text("repositoryUri"), Revision = provenance[0].Text("revisionId") }
            : context;

    public static void Write(RunContext context, Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifPlaces.Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the sources");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        if (context.Repository is { } repository)
        {
            json.WriteStartArray("versionControlProvenance");
            json.WriteStartObject();
            json.WriteString("repositoryUri", repository);
            WriteText(json, "revisionId", context.Revision);
            json.WriteStartObject("mappedTo");
            json.WriteString("uriBaseId", SarifPlaces.Root);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        WriteText(json, Project, context.Project);
        WriteText(json, Program, context.Program);
        WriteText(json, Framework, context.Framework);
        WriteText(json, FailOn, context.FailOn);
        WriteText(json, Owner, context.Owner);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
