using System;
using System.Collections.Generic;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Reads members of JSON objects that may be missing or of another type than expected.</summary>
internal static class JsonText
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The first item of an array.</summary>
    public static JsonElement? First(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;

    public static string? Text(this JsonElement element, string name) => element.Member(name)?.AsText();

    /// <summary>A string. Half a surrogate pair, which is no text, stays as it is written.</summary>
    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }

    public static int Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : 0;

    public static bool Flag(this JsonElement element, string name) => element.Member(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The items of an array; none when there is no array.</summary>
    public static IReadOnlyList<T> Items<T>(this JsonElement element, string name, Func<JsonElement, T?> read)
        where T : class
    {
        if (element.Member(name) is not { ValueKind: JsonValueKind.Array } array)
            return [];
        var items = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (read(item) is { } value)
                items.Add(value);
        }

        return items;
    }

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) => element.Items(name, AsText);
}
