using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataEngAnalyzers.Build.Emit.Gx;

/// <summary>
/// Brings a suite up to date expectation by expectation. Each carries the number of what was written; the suite carries all of
/// them, so that one that somebody took out stays out.
/// </summary>
internal static class GxMerge
{
    private const string Own = "dataeng";
    private const string Written = "written";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonObject suite) => suite.ToJsonString(Options) + "\n";

    /// <summary>The suite with the numbers of its expectations.</summary>
    public static JsonObject Marked(JsonObject suite)
    {
        var numbers = new JsonArray();
        foreach (var expectation in Expectations(suite))
        {
            var number = NumberOf(expectation);
            expectation["meta"] = new JsonObject { [Own] = number };
            numbers.Add(number);
        }

        suite["meta"]![Own]![Written] = numbers;
        return suite;
    }

    public static Merged Of(string existing, string generated)
    {
        if (Parse(existing) is not { } old || OwnOf(old) is not { } own)
            return new Merged(null, MarkedMerge.SameLines(existing, generated) ? null : generated);
        if (MarkedMerge.SameLines(existing, generated))
            return new Merged(null, null);

        var fresh = Parse(generated)!;
        var written = new HashSet<string>(Texts(own[Written]), StringComparer.Ordinal);
        var kept = Expectations(old).Where(expectation => !IsAsWritten(expectation)).ToList();
        var there = new HashSet<string>(Expectations(old).Where(IsAsWritten).Select(NumberOf), StringComparer.Ordinal);
        var changed = new HashSet<string>(kept.Select(MarkOf).OfType<string>(), StringComparer.Ordinal);
        var subjects = new HashSet<string>(kept.Select(SubjectOf), StringComparer.Ordinal);
        var result = new JsonArray();
        foreach (var expectation in Expectations(fresh))
        {
            // One that was written before and is gone was taken out; one that somebody changed speaks for its subject.
            var number = NumberOf(expectation);
            if ((there.Contains(number) || !written.Contains(number)) && !changed.Contains(number) && !subjects.Contains(SubjectOf(expectation)))
                result.Add(expectation.DeepClone());
        }

        foreach (var expectation in kept)
            result.Add(expectation.DeepClone());
        var numbers = OwnOf(fresh)!.DeepClone();
        var isTakenOut = written.Where(number => !there.Contains(number) && !changed.Contains(number));
        numbers[Written] = new JsonArray([.. Texts(numbers[Written]).Concat(isTakenOut).Distinct(StringComparer.Ordinal).Select(number => JsonValue.Create(number))]);
        foreach (var member in fresh.Where(member => !old.ContainsKey(member.Key)))
            old[member.Key] = member.Value?.DeepClone();
        old["expectations"] = result;
        old["meta"]![Own] = numbers;
        return new Merged(Text(old), null);
    }

    private static bool IsAsWritten(JsonObject expectation) => MarkOf(expectation) is { } mark && mark == NumberOf(expectation);

    private static string? MarkOf(JsonObject expectation) => (expectation["meta"] as JsonObject)?[Own] is JsonValue value && value.TryGetValue<string>(out var mark) ? mark : null;

    // Great Expectations sorts the keys when it saves.
    private static string NumberOf(JsonObject expectation) => Digest.Of(TypeOf(expectation) + Sorted(expectation["kwargs"])?.ToJsonString());

    private static string SubjectOf(JsonObject expectation) => TypeOf(expectation) + "/" + (expectation["kwargs"] as JsonObject)?["column"]?.ToJsonString();

    private static string? TypeOf(JsonObject expectation) => (expectation["type"] ?? expectation["expectation_type"])?.ToString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<JsonObject> Expectations(JsonObject suite) => (suite["expectations"] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject? OwnOf(JsonObject suite) => (suite["meta"] as JsonObject)?[Own] as JsonObject;

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(item => item?.ToString()).OfType<string>();

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
