using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

public sealed class DbtExposuresTests
{
    private const string Sources = "dw/models/_dataeng__sources.yml";
    private const string Path = "dw/models/_dataeng__exposures.yml";

    [Fact]
    public void A_stage_that_reads_a_source_is_an_exposure()
    {
        using var folder = new EmitFolder().Put("dw/dbt_project.yml", "name: dw\n").With(TableStage.Orders()).With(Reader("public.orders")).Emit("dbt");

        Assert.Equal(
            """
            version: 2
            exposures:
              - name: shop_report_run
                label: Shop.Report.Run
                type: application
                owner:
                  name: Shop
                depends_on:
                  - "source('dw_public', 'orders')"

            """.ReplaceLineEndings("\n"),
            string.Join("\n", folder.Read(Path).Split('\n').Where(line => !line.TrimStart().StartsWith('#'))));
        var first = folder.Files();
        Assert.Equal(first, folder.Emit("dbt").Files());
    }

    [Fact]
    public void A_source_that_people_declare_is_theirs()
    {
        using var folder = new EmitFolder()
            .Put("dw/dbt_project.yml", "name: dw\n")
            .Put("dw/models/raw.yml", "version: 2\nsources:\n  - name: raw\n    schema: public\n    tables:\n      - name: sales\n        identifier: orders\n")
            .With(TableStage.Orders()).With(Reader("public.orders")).Emit("dbt");

        Assert.False(folder.Has(Sources));
        Assert.Contains("\"source('raw', 'sales')\"", folder.Read(Path), StringComparison.Ordinal);
        Assert.Contains("dbt: public.orders is declared by hand already, so it is no source of this file", folder.Said);
    }

    [SkippableFact]
    public async Task The_published_schema_takes_it()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().Put("dw/dbt_project.yml", "name: dw\n").With(TableStage.Orders()).With(Reader("public.orders")).Emit("dbt");

        Assert.Empty(await OfficialSchemas.JudgeFile("dbt/yaml/latest/dbt_yml_files-latest.json", YamlJson.Parse(folder.Read(Path))));
    }

    private static JsonObject Reader(string table) => new()
    {
        ["name"] = "Shop.Report.Run",
        ["project"] = "Shop",
        ["host"] = "console",
        ["inputs"] = new JsonArray(new JsonObject { ["dataset"] = Facts.Dataset(table), ["validated"] = false }),
    };
}
