using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Dbt;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>What people declare in a dbt project: its sources and models.</summary>
internal sealed class DbtDeclared
{
    private const int MostFiles = 20_000;

    private static readonly string[] Others = ["dbt_project.yml", "target/manifest.json", "profiles.yml"];

    private readonly IReadOnlyList<DatasetFact> _datasets;

    private DbtDeclared(IReadOnlyList<DatasetFact> datasets) => _datasets = datasets;

    /// <param name="own">Files of this package, whose entries are nobody's declarations.</param>
    public static DbtDeclared Read(ToolFolder folder, params string[] own)
    {
        if (!folder.IsProject)
            return new DbtDeclared([]);
        var start = Path.GetFullPath(folder.Path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var models = Path.Combine(start, "models");
        var inputs = (Directory.Exists(models) ? Directory.EnumerateFiles(models, "*.y*ml", SearchOption.AllDirectories) : [])
            .Concat(Others.Select(name => start + name.Replace('/', Path.DirectorySeparatorChar)).Where(File.Exists))
            .Take(MostFiles)
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => new ManifestInput(path.Substring(start.Length).Replace('\\', '/'), Tools.Dbt, () => File.OpenRead(path)))
            .Where(input => !own.Contains(input.Path))
            .ToList();
        var facts = DbtProject.Read(inputs);
        // Of what dbt compiled only models count: its sources may be those of this package.
        return new DbtDeclared(facts
            .SelectMany(file => file.Datasets.Where(dataset => dataset.Schema.Length > 0 && (dataset.Role == Roles.DbtModel || !file.Path.EndsWith(".json", StringComparison.Ordinal))))
            .ToList());
    }

    /// <summary>Whether a source or a model is the table.</summary>
    public bool Has(TableId table) => Find(table) is not null;

    /// <summary>How models refer to the table; <see langword="null"/> when nobody declares it.</summary>
    public string? ReferenceTo(TableId table) => Find(table) is not { } dataset ? null
        : dataset.Role == Roles.DbtModel
            ? dataset.Details.TryGetValue("model", out var model) ? $"ref({Quoted(model)})" : null
            : dataset.Details.TryGetValue("source", out var source) && dataset.Details.TryGetValue("table", out var name) ? ReferenceTo(source, name) : null;

    public static string ReferenceTo(string source, string table) => $"source({Quoted(source)}, {Quoted(table)})";

    private static string Quoted(string name) => "'" + name.Replace("'", "\\'") + "'";

    private DatasetFact? Find(TableId table) => _datasets.FirstOrDefault(dataset =>
        dataset.Role is Roles.DbtSource or Roles.DbtModel
        && string.Equals(dataset.Name, table.Table, StringComparison.OrdinalIgnoreCase)
        && string.Equals(dataset.Schema, table.Schema, StringComparison.OrdinalIgnoreCase)
        && (dataset.Database.Length == 0 || table.Database is null || string.Equals(dataset.Database, table.Database, StringComparison.OrdinalIgnoreCase)));
}
