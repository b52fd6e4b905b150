using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>
/// Reads what dbt compiled: <c>manifest.json</c>, v9 (dbt 1.5) and later. It may have hundreds of megabytes, so it is walked
/// token by token, and only what is asked for is taken out of it.
/// </summary>
internal sealed class ManifestReader
{
    private const int OldestVersion = 9;

    private const int MostBytesOfValue = 8 * 1024 * 1024;

    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "name", "database", "schema", "alias", "identifier", "source_name", "columns", "config", "contract", "constraints", "access", "version", "deprecation_date",
        "original_file_path", "patch_path", "loaded_at_field", "freshness", "test_metadata", "column_name", "attached_node",
    };

    private readonly JsonStream _json;
    private readonly DbtManifest _manifest;
    private readonly Dictionary<string, DatasetFact> _byId = new(StringComparer.Ordinal);
    private readonly List<(string Owner, Node Test)> _tests = [];

    private ManifestReader(Stream stream, string path)
    {
        _json = new JsonStream(stream, MostBytesOfValue);
        _manifest = new DbtManifest(new FileFacts(path, Tools.Dbt));
    }

    private Spot Spot => new(_json.Line, _json.Column);

    public static DbtManifest Read(string path, Stream stream)
    {
        var reader = new ManifestReader(stream, path);
        try
        {
            reader.ReadRoot();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The other exception is of a name that is no text.
            reader._manifest.Datasets.Clear();
            reader._manifest.Facts.Problems.Add(new Problem(reader.Spot, $"this manifest cannot be read ({JsonNodes.Reason(error)}), so it says nothing"));
        }

        return reader._manifest;
    }

    private void ReadRoot()
    {
        if (_json.Read() != JsonTokenType.StartObject)
            return;
        while (_json.Read() == JsonTokenType.PropertyName)
        {
            switch (_json.Name)
            {
                case "metadata":
                    if (!ReadMetadata(JsonNodes.Of(_json.ReadValue(), Spot)))
                        return;
                    break;
                case "nodes" or "sources" when _manifest.Version > 0:
                    ReadNodes();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        foreach (var (owner, test) in _tests)
        {
            if (_byId.TryGetValue(owner, out var dataset))
                AddTest(test, dataset);
        }
    }

    private bool ReadMetadata(Node metadata)
    {
        if (VersionOf(metadata.Text("dbt_schema_version")) is not { } version)
            return false;
        _manifest.Version = version;
        _manifest.Adapter = metadata.Text("adapter_type") ?? string.Empty;
        if (version >= OldestVersion)
            return true;
        _manifest.Facts.Problems.Add(new Problem(metadata.Spot, $"this manifest is v{version}, of a dbt before 1.5, so it is not read"));
        return false;
    }

    // https://schemas.getdbt.com/dbt/manifest/v12.json
    private static int? VersionOf(string? schema)
    {
        const string start = "/manifest/v";
        if (schema?.IndexOf(start, StringComparison.Ordinal) is not { } found || found < 0)
            return null;
        var digits = new string(schema.Substring(found + start.Length).TakeWhile(char.IsDigit).ToArray());
        return int.TryParse(digits, out var version) ? version : null;
    }

    private void ReadNodes()
    {
        if (_json.Read() != JsonTokenType.StartObject)
            return;
        while (_json.Read() == JsonTokenType.PropertyName)
        {
            var id = _json.Name;
            var kind = id.Substring(0, Math.Max(0, id.IndexOf('.')));
            if (kind is "model" or "seed" or "snapshot" or "source" or "test" && _manifest.Datasets.Count + _tests.Count < Limits.Facts)
                ReadNode(id, kind);
            else
                _json.Skip();
        }
    }

    private void ReadNode(string id, string kind)
    {
        var spot = Spot;
        if (_json.Read() != JsonTokenType.StartObject)
            return;
        var entries = new List<Entry>();
        while (_json.Read() == JsonTokenType.PropertyName)
        {
            if (Wanted.Contains(_json.Name))
                entries.Add(new Entry(_json.Name, spot, JsonNodes.Of(_json.ReadValue(), spot)));
            else
                _json.Skip();
        }

        var node = Node.Map(spot, entries, entries.Count);
        if (kind == "test")
        {
            if (node.Text("attached_node") is { } owner && !DataTests.IsPartial(node))
                _tests.Add((owner, node));
        }
        else if (node.Text("name") is { Length: > 0 })
        {
            var dataset = kind == "source" ? Source(node) : Model(node);
            Columns.Read(node, node.Map("columns").Select(column => column.Value), dataset);
            _byId[id] = dataset;
            _manifest.Datasets.Add((dataset, DeclaredIn(node, kind)));
        }
    }

    private DatasetFact Source(Node node) => new(node.Spot, Roles.DbtSource, node.Text("database") ?? string.Empty, node.Text("schema") ?? string.Empty, node.Text("identifier") ?? node.Text("name")!)
    {
        Details = new Details()
            .With("adapter", _manifest.Adapter)
            .With("source", node.Text("source_name"))
            .With("table", node.Text("name"))
            .With("freshness", PropertyReader.IsFreshness(node.Member("freshness")) ? "yes" : "no")
            .With("loaded_at", node.Text("loaded_at_field")),
    };

    private DatasetFact Model(Node node) => new(node.Spot, Roles.DbtModel, node.Text("database") ?? string.Empty, node.Text("schema") ?? string.Empty, node.Text("alias") ?? node.Text("name")!)
    {
        Details = new Details()
            .With("adapter", _manifest.Adapter)
            .With("model", node.Text("name"))
            .With("version", node.Text("version"))
            .With("enforced", node.Member("contract")?.Flag("enforced") == true)
            .With("access", node.Text("access"))
            .With("deprecation", node.Text("deprecation_date"))
            .With("unique_key", DbtText.KeyOf(node.Member("config")?.Member("unique_key"))),
    };

    private static void AddTest(Node test, DatasetFact dataset)
    {
        if (test.Member("test_metadata") is not { } metadata || metadata.Text("name") is not { } name)
            return;
        var package = metadata.Text("namespace");
        var column = test.Member("column_name") is { Kind: NodeKind.Text } named ? named : null;
        var arguments = metadata.Member("kwargs");
        DataTests.Read(Node.Scalar(NodeKind.Text, test.Spot, package is null ? name : $"{package}.{name}"), arguments?.Member("arguments") ?? arguments, column, dataset.Checks);
    }

    // "shop://models/schema.yml" names the project, too.
    private static string DeclaredIn(Node node, string kind)
    {
        var path = (kind == "source" ? node.Text("original_file_path") : node.Text("patch_path")) ?? string.Empty;
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? path : path.Substring(scheme + 3)).Replace('\\', '/');
    }
}
