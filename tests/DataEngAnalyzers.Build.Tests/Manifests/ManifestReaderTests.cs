using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Dbt;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class ManifestReaderTests
{
    private const string Sources = """
        "sources": {
          "source.shop.raw.orders": { "database": "lake", "schema": "landing", "name": "orders", "identifier": "orders_v1", "source_name": "raw",
            "original_file_path": "models/sources.yml", "loaded_at_field": "at", "freshness": { "warn_after": { "count": 1, "period": "day" }, "error_after": { "count": null } },
            "columns": { "id": { "name": "id", "data_type": "bigint", "constraints": [ { "type": "not_null" } ] } } } }
        """;

    private const string Nodes = """
        "nodes": {
          "test.shop.not_null_orders_id.1": { "column_name": "id", "attached_node": "model.shop.orders", "test_metadata": { "name": "not_null", "namespace": null, "kwargs": {} } },
          "test.shop.accepted.2": { "column_name": "state", "attached_node": "model.shop.orders", "test_metadata": { "name": "accepted_values", "kwargs": { "values": ["a"] } } },
          "test.shop.range.3": { "column_name": "n", "attached_node": "model.shop.orders", "test_metadata": { "name": "accepted_range", "namespace": "dbt_utils", "kwargs": { "arguments": { "max_value": 9 } } } },
          "test.shop.partial.4": { "column_name": "n", "attached_node": "model.shop.orders", "config": { "where": "n > 1" }, "test_metadata": { "name": "unique", "kwargs": {} } },
          "analysis.shop.a": { "raw_code": "select 1" },
          "model.shop.orders": { "database": "lake", "schema": "marts", "name": "orders", "alias": "fct_orders", "patch_path": "shop://models/schema.yml", "raw_code": "select 1",
            "config": { "unique_key": ["id"] }, "contract": { "enforced": true }, "access": "private", "columns": { "id": { "name": "id", "data_type": "timestamp" } } } }
        """;

    [Theory]
    [InlineData("9")]
    [InlineData("12")]
    [InlineData("20")]
    public void Sources_and_models_are_read_with_their_columns_and_tests(string version)
    {
        var manifest = Read(Manifest(version, Nodes, Sources));

        var model = manifest.Datasets[0].Dataset;
        Assert.Equal(("lake", "marts", "fct_orders", "yes", "private", "id"), (model.Database, model.Schema, model.Name, model.Details["enforced"], model.Details["access"], model.Details["unique_key"]));
        Assert.Equal(TypeFamily.TimestampTz, model.Columns[0].Family);
        Assert.Equal(["not_null id ", "accepted state a", "range n ,9,no,no"], model.Checks.Select(check => $"{check.Kind} {check.Columns[0]} {string.Join(',', check.Arguments)}"));
        var (source, declaredIn) = manifest.Datasets[1];
        Assert.Equal(("lake", "landing", "orders_v1", "yes", "at", false), (source.Database, source.Schema, source.Name, source.Details["freshness"], source.Details["loaded_at"], source.Columns[0].Nullable));
        Assert.Equal("models/sources.yml", declaredIn);
    }

    [Theory]
    [InlineData("""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v7.json" }, "nodes": {} }""", "this manifest is v7, of a dbt before 1.5, so it is not read")]
    [InlineData("""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json" }, "nodes": { ] }""", null)]
    [InlineData("""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json" }, "nodes": """, null)]
    [InlineData("""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json" }, "nodes": { "model.\ud800": { } } }""", null)]
    public void A_manifest_that_cannot_be_read_is_a_problem(string text, string? message)
    {
        var manifest = Read(text);

        var problem = Assert.Single(manifest.Facts.Problems);
        Assert.Equal(message ?? problem.Message, problem.Message);
        Assert.Empty(manifest.Datasets);
    }

    [Theory]
    [InlineData("""{ "name": "My app", "icons": [] }""")]
    [InlineData("""{ "metadata": { "version": 3 }, "nodes": { "model.a": { "name": "x" } } }""")]
    [InlineData("[]")]
    public void A_manifest_of_another_tool_says_nothing(string text) =>
        Assert.True(Read(text) is { Facts.IsEmpty: true, Datasets.Count: 0 });

    [Fact]
    public void Property_files_decide_and_the_manifest_adds_what_Jinja_decides()
    {
        var files = DbtProject.Read(
        [
            FactLines.Input("dbt_project.yml", Tools.Dbt, "name: shop"),
            FactLines.Input("models/sources.yml", Tools.Dbt, "sources: [ { name: raw, schema: \"{{ var('s') }}\", tables: [ { name: orders, columns: [ { name: own } ] } ] } ]"),
            FactLines.Input("target/manifest.json", Tools.Dbt, Manifest("12", Nodes, Sources)),
        ]);

        Assert.Equal(
            ["dataset|1|1|1|69|dbt-source|lake|landing|orders|adapter=bigquery;freshness=no;source=raw;table=orders", "column|1|1|96|own||unknown|?|"],
            FactLines.Of([files[0]], "dataset", "column"));
        Assert.Equal(["fct_orders"], files[1].Datasets.Select(dataset => dataset.Name));
    }

    [Fact]
    public void What_left_its_property_file_is_left_out_of_an_older_manifest()
    {
        var files = DbtProject.Read(
        [
            FactLines.Input("etl/dbt_project.yml", Tools.Dbt, "name: shop"),
            FactLines.Input("etl/models/sources.yml", Tools.Dbt, "sources: []"),
            FactLines.Input("etl/models/schema.yml", Tools.Dbt, "models: []"),
            FactLines.Input("etl/target/manifest.json", Tools.Dbt, Manifest("12", Nodes, Sources)),
        ]);

        Assert.All(files, file => Assert.Empty(file.Datasets));
    }

    [Theory]
    [InlineData("profile: shop", "shop: { target: dev, outputs: { dev: { type: bigquery }, prod: { type: bigquery } } }", "bigquery")]
    [InlineData("profile: shop", "shop: { outputs: { dev: { type: duckdb }, prod: { type: bigquery } } }", null)]
    [InlineData("name: shop", "shop: { outputs: { dev: { type: duckdb } } }", null)]
    public void The_profile_says_what_dbt_runs_on(string project, string profiles, string? adapter)
    {
        var files = DbtProject.Read(
        [
            FactLines.Input("dbt_project.yml", Tools.Dbt, project),
            FactLines.Input("profiles.yml", Tools.Dbt, profiles),
            FactLines.Input("models/m.yml", Tools.Dbt, "models: [ { name: m } ]"),
        ]);

        Assert.Equal(adapter, files[0].Datasets[0].Details.TryGetValue("adapter", out var known) ? known : null);
    }

    [Fact]
    public void A_manifest_of_any_size_is_read_in_the_same_memory()
    {
        using var stream = new EndlessManifest(bytes: 48_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var manifest = ManifestReader.Read("target/manifest.json", stream);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before - stream.Allocated;

        Assert.Empty(manifest.Facts.Problems);
        Assert.True(manifest.Datasets.Count > 50, $"{manifest.Datasets.Count} datasets");
        Assert.True(allocated < 4_000_000, $"{allocated} bytes");
    }

    private static string Manifest(string version, params string[] parts) =>
        $$"""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v{{version}}.json", "adapter_type": "bigquery" }, {{string.Join(",\n", parts)}} }""";

    private static DbtManifest Read(string text) => ManifestReader.Read("target/manifest.json", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>A manifest that is made while it is read, and what making it allocates.</summary>
    private sealed class EndlessManifest : Stream
    {
        private readonly IEnumerator<byte[]> _parts;
        private byte[] _part = [];
        private int _used;

        public EndlessManifest(long bytes) => _parts = Parts(bytes).GetEnumerator();

        public long Allocated { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_used == _part.Length)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var isEnd = !_parts.MoveNext();
                Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                if (isEnd)
                    return 0;
                (_part, _used) = (_parts.Current, 0);
            }

            var taken = Math.Min(count, _part.Length - _used);
            Array.Copy(_part, _used, buffer, offset, taken);
            _used += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static IEnumerable<byte[]> Parts(long bytes)
        {
            var code = new string('x', 150_000);
            yield return Encoding.UTF8.GetBytes("""{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json" }, "macros": { """);
            for (var number = 0; number * 2L * code.Length < bytes / 2; number++)
                yield return Node($"macro.m{number}", $"\"macro_sql\": \"{code}{code}\"", number);
            yield return Encoding.UTF8.GetBytes("}, \"nodes\": {");
            for (var number = 0; number * 2L * code.Length < bytes / 2; number++)
            {
                yield return Node($"model.shop.m{number}", $"\"name\": \"m{number}\", \"raw_code\": \"{code}\", \"columns\": {{ \"id\": {{ \"name\": \"id\" }} }}, \"compiled_code\": \"{code}\"", number);
            }

            yield return Encoding.UTF8.GetBytes("} }");
        }

        private static byte[] Node(string id, string body, int number) => Encoding.UTF8.GetBytes($"{(number == 0 ? "" : ",")}\"{id}\": {{ {body} }}\n");
    }
}
