using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Gx;

/// <summary>
/// Which table a suite is run on: a validation definition (1.x) or a checkpoint (0.x) names the data source and its asset,
/// and the project file says which table that is.
/// </summary>
internal sealed class SuiteTables
{
    private readonly Dictionary<(string Source, string Asset), string> _assets = [];
    private readonly Dictionary<string, string?> _tables = new(StringComparer.Ordinal);

    private SuiteTables()
    {
    }

    /// <param name="project">The project file.</param>
    /// <param name="runs">Validation definitions and checkpoints.</param>
    public static SuiteTables Read(Node? project, IEnumerable<Node> runs)
    {
        var tables = new SuiteTables();
        foreach (var source in project?.Map("fluent_datasources") ?? [])
        {
            foreach (var (name, asset) in Assets(source.Value))
                tables.AddAsset(source.Key, name, asset);
        }

        foreach (var run in runs)
            tables.AddRun(run);
        return tables;
    }

    /// <summary>The table, with its schema where that is said; <see langword="null"/> when it is unknown, or there are several.</summary>
    public string? Of(string suite) => _tables.TryGetValue(suite, out var table) ? table : null;

    // By name, or in older files as a list of named ones.
    private static IEnumerable<(string Name, Node Asset)> Assets(Node source) =>
        source.Map("assets").Select(asset => (asset.Key, asset.Value)).Concat(source.List("assets").Where(asset => asset.Text("name") is not null).Select(asset => (asset.Text("name")!, asset)));

    private void AddAsset(string source, string name, Node asset)
    {
        if (asset.Text("type") == "table" && (asset.Text("table_name") ?? name) is { Length: > 0 } table)
            _assets[(source, name)] = asset.Text("schema_name") is { Length: > 0 } schema ? $"{schema}.{table}" : table;
    }

    private void AddRun(Node run)
    {
        if (run.Member("data") is { } data)
            Add(run.Member("suite")?.Text("name"), data.Member("datasource")?.Text("name"), data.Member("asset")?.Text("name"));
        foreach (var validation in run.List("validations").Append(run))
        {
            var batch = validation.Member("batch_request");
            Add(validation.Text("expectation_suite_name") ?? run.Text("expectation_suite_name"), batch?.Text("datasource_name"), batch?.Text("data_asset_name"));
        }
    }

    private void Add(string? suite, string? source, string? asset)
    {
        if (suite is null || source is null || asset is null)
            return;
        _assets.TryGetValue((source, asset), out var table);
        _tables[suite] = !_tables.TryGetValue(suite, out var known) || known == table ? table : null;
    }
}
