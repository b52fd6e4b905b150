using System.Collections.Immutable;

namespace DataEngAnalyzers.Manifests;

/// <summary>A path or an operator of a jq program.</summary>
/// <param name="Text">Such as <c>.orders[].customer_id</c> or <c>//</c>.</param>
/// <param name="Detail">What more is known of it.</param>
/// <param name="Payload">The full name of the type that the program is given; <see langword="null"/> when nobody says.</param>
/// <param name="Place">Where.</param>
internal sealed record JqStep(string Text, string? Detail, string? Payload, ManifestPlace Place);

/// <summary>What kind of thing a JSON value is.</summary>
internal enum JsonKind
{
    Unknown,
    String,
    Number,
    Bool,
    Null,
    Object,
    Array,
}

/// <summary>A JSON file that shows what a type is read from.</summary>
/// <param name="File">The file.</param>
/// <param name="Type">The full name of the type.</param>
/// <param name="Values">Its values, in the order of the file.</param>
internal sealed record PayloadSample(ManifestFile File, string Type, ImmutableArray<SampleValue> Values);

/// <summary>A value of a sample.</summary>
/// <param name="Pointer">Its JSON pointer (RFC 6901).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where.</param>
internal sealed record SampleValue(string Pointer, JsonKind Kind, ManifestPlace Place);
