using System;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Places in SARIF, in both versions and of every operating system.</summary>
internal static class SarifPlaces
{
    /// <summary>What paths are relative to.</summary>
    public const string Root = "SRCROOT";

    private const string FileScheme = "file://";

    /// <param name="location">An element of <c>locations</c> or <c>relatedLocations</c>.</param>
    public static SarifPlace? Read(JsonElement location)
    {
        if ((location.Member("physicalLocation") ?? location.Member("resultFile")) is not { } physical)
            return null;
        if ((physical.Member("artifactLocation") ?? physical).Text("uri") is not { } uri)
            return null;

        var region = physical.Member("region") ?? default;
        var line = Math.Max(1, region.Number("startLine"));
        var column = Math.Max(1, region.Number("startColumn"));
        var context = physical.Member("contextRegion") ?? default;
        var excerpt = context.Member("snippet")?.Text("text") is { } text ? new Excerpt(Math.Max(1, context.Number("startLine")), text) : null;
        return new SarifPlace(ToPath(uri), line, column, Math.Max(line, region.Number("endLine")), Math.Max(1, region.Number("endColumn")), excerpt);
    }

    /// <param name="id">Tells places apart that are otherwise the same; SARIF wants each once.</param>
    public static void Write(SarifPlace place, Utf8JsonWriter json, int? id = null)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ToUri(place.File));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
        if (place.Excerpt is { } excerpt)
        {
            json.WriteStartObject("contextRegion");
            json.WriteNumber("startLine", excerpt.Line);
            json.WriteStartObject("snippet");
            json.WriteString("text", excerpt.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary><c>file:///C:/a%20b.cs</c> is <c>C:/a b.cs</c>, on whatever machine that is read.</summary>
    private static string ToPath(string uri)
    {
        var path = uri.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? uri.Substring(FileScheme.Length) : uri;
        path = Uri.UnescapeDataString(path).Replace('\\', '/');
        return path.Length > 2 && path[0] == '/' && path[2] == ':' ? path.Substring(1) : path;
    }

    private static string ToUri(string path) => Uri.EscapeDataString(path).Replace("%2F", "/");
}
