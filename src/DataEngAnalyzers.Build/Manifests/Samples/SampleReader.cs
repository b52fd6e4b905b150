using System.Collections.Generic;
using System.Globalization;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Samples;

/// <summary>Reads a JSON file that is a sample of a type's payload: which values it has, and of what kind.</summary>
internal static class SampleReader
{
    private const int MostItems = 1_000;

    private const int MostValues = 20_000;

    public static FileFacts Read(string path, string text, string typeName)
    {
        var facts = new FileFacts(path, Tools.Json);
        try
        {
            var sample = new SampleFact(typeName);
            Add(JsonNodes.Read(text), string.Empty, sample.Values);
            facts.Samples.Add(sample);
        }
        catch (ManifestException error)
        {
            facts.Problems.Add(error.ToProblem());
        }

        return facts;
    }

    private static void Add(Node value, string pointer, List<SampleValue> values)
    {
        if (values.Count == MostValues)
            return;
        values.Add(new SampleValue(value.Spot, pointer, KindOf(value)));
        foreach (var entry in value.Entries)
            Add(entry.Value, $"{pointer}/{Escaped(entry.Key)}", values);

        // What a thousand items do not show, the next will not either.
        for (var index = 0; index < value.Items.Count && index < MostItems; index++)
            Add(value.Items[index], $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}", values);
    }

    private static string KindOf(Node value) => value.Kind switch
    {
        NodeKind.Map => "object",
        NodeKind.List => "array",
        NodeKind.Text => "string",
        NodeKind.Number => "number",
        NodeKind.Flag => "bool",
        _ => "null",
    };

    // RFC 6901
    private static string Escaped(string key) => key.Replace("~", "~0").Replace("/", "~1");
}
