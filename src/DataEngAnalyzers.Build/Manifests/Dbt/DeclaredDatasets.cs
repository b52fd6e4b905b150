using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>Property files decide what a dataset is; the manifest, which may be older, adds what they leave to dbt.</summary>
internal static class DeclaredDatasets
{
    private static readonly string[] KeyDetails = ["source", "table", "model", "version"];

    /// <param name="declared">The property files.</param>
    /// <param name="manifest">What dbt made of them, maybe some time ago.</param>
    /// <param name="folder">The project's folder.</param>
    public static void Complete(IReadOnlyList<FileFacts> declared, DbtManifest manifest, string folder)
    {
        var paths = new HashSet<string>(declared.Select(file => file.Path), StringComparer.Ordinal);
        var places = new Dictionary<string, (FileFacts File, int Index)>(StringComparer.Ordinal);
        foreach (var file in declared)
        {
            for (var index = 0; index < file.Datasets.Count; index++)
                places[KeyOf(file.Datasets[index])] = (file, index);
        }

        foreach (var (dataset, declaredIn) in manifest.Datasets)
        {
            if (places.TryGetValue(KeyOf(dataset), out var place))
                place.File.Datasets[place.Index] = Complete(place.File.Datasets[place.Index], dataset);
            else if (declaredIn.Length == 0 || !paths.Contains(RelativePath.Combine(folder, declaredIn)))
                manifest.Facts.Datasets.Add(dataset);
        }
    }

    // Names that Jinja, the profile or a macro decides.
    private static DatasetFact Complete(DatasetFact declared, DatasetFact compiled) => declared with
    {
        Database = declared.Database.Length > 0 ? declared.Database : compiled.Database,
        Schema = declared.Schema.Length > 0 ? declared.Schema : compiled.Schema,
        Name = declared.Name.Length > 0 ? declared.Name : compiled.Name,
    };

    private static string KeyOf(DatasetFact dataset) => string.Join(
        "\n", KeyDetails.Select(key => dataset.Details.TryGetValue(key, out var value) ? value : string.Empty));
}
