using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>A JSON text as values with places.</summary>
internal static class JsonNodes
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Limits.Depth };

    /// <exception cref="ManifestException">The text is no JSON.</exception>
    public static Node Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new Utf8Lines(bytes);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            var root = ReadValue(ref reader, lines);
            reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            var spot = new Spot(1 + (int)(error.LineNumber ?? 0), 1 + (int)(error.BytePositionInLine ?? 0));
            throw new ManifestException(spot, $"this is no JSON ({Reason(error)}), so the file says nothing", error);
        }
    }

    /// <summary>A value that a stream was asked for; all of it is said to be where the stream found it.</summary>
    public static Node Of(JsonElement value, Spot spot)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var entries = value.EnumerateObject().Select(member => new Entry(member.Name, spot, Of(member.Value, spot))).ToList();
                return Node.Map(spot, entries, 1 + entries.Sum(entry => 1 + entry.Value.Weight));
            case JsonValueKind.Array:
                var items = value.EnumerateArray().Select(item => Of(item, spot)).ToList();
                return Node.List(spot, items, 1 + items.Sum(item => item.Weight));
            case JsonValueKind.String:
                return Node.Scalar(NodeKind.Text, spot, value.AsText()!);
            case JsonValueKind.Number:
                return Node.Scalar(NodeKind.Number, spot, value.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return Node.Scalar(NodeKind.Flag, spot, value.GetRawText());
            default:
                return Node.Scalar(NodeKind.Null, spot, string.Empty);
        }
    }

    private static Node ReadValue(ref Utf8JsonReader reader, Utf8Lines lines)
    {
        var spot = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMap(ref reader, lines, spot);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, lines, spot);
            case JsonTokenType.String:
                return Node.Scalar(NodeKind.Text, spot, Text(ref reader));
            case JsonTokenType.Number:
                return Node.Scalar(NodeKind.Number, spot, Raw(ref reader));
            case JsonTokenType.True or JsonTokenType.False:
                return Node.Scalar(NodeKind.Flag, spot, reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return Node.Scalar(NodeKind.Null, spot, string.Empty);
        }
    }

    private static Node ReadMap(ref Utf8JsonReader reader, Utf8Lines lines, Spot spot)
    {
        var entries = new List<Entry>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, at) = (Text(ref reader), lines.At(reader.TokenStartIndex));
            reader.Read();
            entries.Add(new Entry(key, at, ReadValue(ref reader, lines)));
        }

        return Node.Map(spot, entries, 1 + entries.Sum(entry => 1 + entry.Value.Weight));
    }

    private static Node ReadList(ref Utf8JsonReader reader, Utf8Lines lines, Spot spot)
    {
        var items = new List<Node>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, lines));
        return Node.List(spot, items, 1 + items.Sum(item => item.Weight));
    }

    // Half a surrogate pair is no text and stays as it is written.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Raw(ref reader);
        }
    }

    private static string Raw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan.ToArray());

    /// <summary>Why a text is no JSON; the library's message ends with the place, which is told anyway.</summary>
    public static string Reason(Exception error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message.Substring(0, end)).TrimEnd('.');
    }
}
