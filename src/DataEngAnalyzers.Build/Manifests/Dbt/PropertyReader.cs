using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>Reads a property file of dbt: sources, models, seeds and snapshots with their columns and tests.</summary>
internal static class PropertyReader
{
    private static readonly string[] Relations = ["models", "seeds", "snapshots"];

    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="adapter">What dbt runs on, which decides what some types are; empty when unknown.</param>
    public static FileFacts Read(string path, string text, string adapter = "")
    {
        var facts = new FileFacts(path, Tools.Dbt);
        try
        {
            if (YamlText.Read(text) is { Kind: NodeKind.Map } root)
            {
                foreach (var source in root.List("sources"))
                    ReadSource(source, adapter, facts);
                foreach (var kind in Relations)
                {
                    foreach (var model in root.List(kind))
                        ReadModel(model, adapter, facts);
                }
            }
        }
        catch (ManifestException error)
        {
            facts.Problems.Add(error.ToProblem());
        }

        return facts;
    }

    private static void ReadSource(Node source, string adapter, FileFacts facts)
    {
        if (source.Text("name") is not { Length: > 0 } name || DbtText.IsDisabled(source))
            return;
        var schema = DbtText.Literal(source.Text("schema") ?? name);
        var database = DbtText.Literal(source.Text("database"));
        foreach (var table in source.List("tables").Where(table => table.Text("name") is { Length: > 0 } && !DbtText.IsDisabled(table)))
        {
            if (facts.Datasets.Count == Limits.Facts)
                return;
            var at = table.Member("identifier") ?? table.Member("name")!;
            var dataset = new DatasetFact(at.Spot, Roles.DbtSource, database, schema, DbtText.Literal(at.Value))
            {
                Details = new Details().With("source", name).With("table", table.Text("name")).With("freshness", HasFreshness(source, table) ? "yes" : "no").With("loaded_at", LoadedAt(source, table)).With("adapter", adapter),
            };
            Columns.Read(table, table.List("columns"), dataset);
            facts.Datasets.Add(dataset);
        }
    }

    private static void ReadModel(Node model, string adapter, FileFacts facts)
    {
        if (model.Text("name") is not { Length: > 0 } name || DbtText.IsDisabled(model) || facts.Datasets.Count >= Limits.Facts)
            return;
        var versions = model.List("versions").Where(version => version.Text("v") is { Length: > 0 }).ToList();
        if (versions.Count * model.List("columns").Sum(column => column.Weight) > Limits.Values)
            return;
        if (versions.Count == 0)
            facts.Datasets.Add(Model(model, model.Member("name")!.Spot, DbtText.Literal(model.Property("alias")?.AsText() ?? name), model, adapter));
        foreach (var version in versions)
        {
            var dataset = Model(model, version.Spot, DbtText.Literal(version.Property("alias")?.AsText() ?? $"{name}_v{version.Text("v")}"), version, adapter);
            dataset.Details.With("version", version.Text("v"));
            facts.Datasets.Add(dataset);
        }
    }

    private static DatasetFact Model(Node model, Spot spot, string name, Node version, string adapter)
    {
        var dataset = new DatasetFact(spot, Roles.DbtModel, DbtText.Literal(model.Property("database")?.AsText()), string.Empty, name)
        {
            Details = new Details()
                .With("adapter", adapter)
                .With("model", model.Text("name"))
                .With("enforced", (version.Property("contract") ?? model.Property("contract"))?.Flag("enforced") == true)
                .With("access", DbtText.Literal((version.Property("access") ?? model.Property("access"))?.AsText()))
                .With("deprecation", DbtText.Literal(version.Text("deprecation_date") ?? model.Text("deprecation_date")))
                .With("unique_key", DbtText.KeyOf(model.Property("unique_key"))),
        };
        Columns.Read(model, VersionedColumns.Of(model, version), dataset);
        return dataset;
    }

    /// <summary>Whether a freshness says how old is too old.</summary>
    public static bool IsFreshness(Node? freshness) =>
        freshness?.Member("warn_after")?.Member("count") is { Kind: not NodeKind.Null } || freshness?.Member("error_after")?.Member("count") is { Kind: not NodeKind.Null };

    private static bool HasFreshness(Node source, Node table)
    {
        var freshness = table.Member("config")?.Entry("freshness") ?? table.Entry("freshness") ?? source.Member("config")?.Entry("freshness") ?? source.Entry("freshness");
        return IsFreshness(freshness?.Value);
    }

    private static string? LoadedAt(Node source, Node table) =>
        (table.Property("loaded_at_field") ?? source.Property("loaded_at_field"))?.AsText();
}
