using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Dbt;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

/// <summary>No reader throws, or takes long, whatever a file holds.</summary>
public sealed class HostileTextTests
{
    private static readonly Dictionary<string, (string Path, string Text)> Files = new()
    {
        [Tools.GreatExpectations] = ("gx/expectations/s.json", """
            { "name": "s", "expectations": [ { "type": "expect_column_values_to_be_in_set", "kwargs": { "column": "a", "value_set": [1, "x"], "mostly": 0.5 } },
              { "expectation_type": "expect_table_columns_to_match_set", "kwargs": { "column_set": ["a"] } } ] }
            """),
        [Tools.Dbt] = ("models/m.yml", """
            sources: &s
              - name: raw
                freshness: { warn_after: { count: 1 } }
                tables: [ { name: t, columns: [ { name: a, data_tests: [ not_null, { accepted_values: { arguments: { values: [x] } } } ] } ] } ]
            models: [ { name: m, versions: [ { v: 1 }, { v: 2, columns: [ { include: all, exclude: [b] } ] } ], columns: [ { name: b, constraints: [ { type: unique } ] } ] } ]
            same: *s
            """),
        [Tools.Dvc] = ("dvc.yaml", """
            vars: [ { l: [a, b] } ]
            stages:
              s: { foreach: "${l}", do: { cmd: "x ${item}", deps: [ "${item}.csv", { b: { cache: false } } ], params: [ a, { p.yaml: [ c ] } ] } }
              m: { matrix: { a: [1, 2], b: "${l}" }, cmd: [ a, b ], outs: [ "${item.a}" ] }
            """),
        [Tools.Alembic] = ("versions/1.py", """
            revision: str = '1'
            down_revision = ("0",)
            def upgrade() -> None:
                with op.batch_alter_table("t", schema=None) as batch_op:
                    batch_op.add_column(sa.Column("a", sa.String(length=3), nullable=False))
                if x: op.execute(f"ALTER TABLE {t}" + 'x'
                    "y"); op.drop_table('u')
                op.create_table("t", sa.Column('b', sa.Enum("x", "y")), *more, sa.PrimaryKeyConstraint("b"))
            def downgrade(): pass
            """),
        [Tools.Jq] = ("x.jq", """def f($a; g): .a | g; . as {a: $x} | [.rows[] | select(.ok // true) | { id, "n": (.m + 1), (.k): "v\(.w)" }] | map(.id?) , (if .a then ..|.b else $x.c end)"""),
        [Tools.Json] = ("o.json", """{ "a": [ { "b": null }, 1, "x", true ], "c/d": "é\ud800" }"""),
    };

    public static TheoryData<string> AllTools() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(AllTools))]
    public void Cut_off_anywhere(string tool)
    {
        var text = Files[tool].Text;
        for (var length = 0; length <= text.Length; length++)
            Read(tool, text[..length]);
    }

    [Theory]
    [MemberData(nameof(AllTools))]
    public void Changed_anywhere(string tool)
    {
        var text = Files[tool].Text;
        var letters = "{}[]()\"'\\:,-#&*|>?!%@`$.=\n\t\0 \uFEFF\uD800<";
        var random = new Random(7);
        for (var round = 0; round < 1_500; round++)
        {
            var changed = new StringBuilder(text);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(changed.Length);
                if (random.Next(2) == 0)
                    changed[at] = letters[random.Next(letters.Length)];
                else
                    changed.Remove(at, Math.Min(random.Next(1, 12), changed.Length - at)).Insert(Math.Min(at, changed.Length), letters[random.Next(letters.Length)]);
            }

            Read(tool, changed.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(AllTools))]
    public void Repeated_for_long(string tool)
    {
        var text = string.Concat(Enumerable.Repeat(Files[tool].Text + "\n", 2_000));
        var watch = Stopwatch.StartNew();

        Read(tool, text);

        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData(Tools.Alembic, "f(")]
    [InlineData(Tools.Alembic, "op.x(a, ")]
    [InlineData(Tools.Alembic, "'a' + ")]
    [InlineData(Tools.Alembic, "a.b().")]
    [InlineData(Tools.Alembic, "if x: ")]
    [InlineData(Tools.GreatExpectations, "{\"expectations\":[")]
    [InlineData(Tools.Json, "[")]
    [InlineData(Tools.Dvc, "a: {")]
    public void Nested_without_end(string tool, string part)
    {
        var watch = Stopwatch.StartNew();

        Read(tool, string.Concat(Enumerable.Repeat(part, 100_000)));
        Read(tool, "revision = '1'\ndown_revision = None\ndef upgrade():\n " + string.Concat(Enumerable.Repeat(part, 50_000)) + new string(')', 100_000));

        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Blocks_within_blocks_without_end()
    {
        var blocks = string.Concat(Enumerable.Range(1, 3_000).Select(level => new string(' ', level) + "if x:\n"));

        Read(Tools.Alembic, "revision = '1'\ndown_revision = None\ndef upgrade():\n" + blocks);
    }

    [Fact]
    public void A_manifest_cut_off_anywhere()
    {
        var text = """{ "metadata": { "dbt_schema_version": "/manifest/v12.json" }, "nodes": { "model.a.b": { "name": "b", "columns": { "c": { "name": "c" } } } }, "sources": {} }""";

        for (var length = 0; length < text.Length; length++)
            Assert.Empty(ManifestReader.Read("target/manifest.json", new MemoryStream(Encoding.UTF8.GetBytes(text[..length]))).Datasets);
    }

    private static void Read(string tool, string text)
    {
        ManifestInput[] inputs = [FactLines.Input("dbt_project.yml", Tools.Dbt, "name: p"), FactLines.Input(Files[tool].Path, tool, text)];

        FactsWriter.Write(ManifestSet.Read(inputs));
    }
}
