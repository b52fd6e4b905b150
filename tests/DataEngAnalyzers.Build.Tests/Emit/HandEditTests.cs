using System;
using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

/// <summary>What people change in files of lines stays.</summary>
public sealed class HandEditTests
{
    private const string Path = "emit/dbt/models/_dataeng__sources.yml";
    private const string Beside = Path + ".dataeng.new";

    [Fact]
    public void Twice_gives_the_same_bytes_and_says_nothing()
    {
        using var folder = Written();
        var first = folder.Files();

        folder.Emit("dbt");

        Assert.Equal(first, folder.Files());
        Assert.Empty(folder.Said);
        Assert.Empty(folder.Warnings);
    }

    [Fact]
    public void What_nobody_changed_follows_the_code()
    {
        using var folder = Written();

        folder.Anew().With(TableStage.Orders(TableStage.Column("region", "string"))).Emit("dbt");

        Assert.Contains("- name: region", folder.Read(Path), StringComparison.Ordinal);
        Assert.DoesNotContain("- name: returns", folder.Read(Path), StringComparison.Ordinal);
        Assert.False(folder.Has(Beside));
    }

    [Fact]
    public void A_changed_entry_stays_and_the_others_follow_the_code()
    {
        using var folder = Written();
        folder.Edit(Path, "period: day", "period: hour # our SLA");

        folder.Anew().With(TableStage.Orders(TableStage.Column("region", "string"))).With(Returns("amount")).Emit("dbt");

        var text = folder.Read(Path);
        Assert.Contains("period: hour # our SLA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- name: region", text, StringComparison.Ordinal);
        Assert.Contains("- name: amount", text[text.IndexOf("- name: returns", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.False(folder.Has(Beside));
    }

    [Fact]
    public void A_changed_entry_stays_when_the_code_drops_its_table_and_the_news_stand_beside()
    {
        using var folder = Written();
        folder.Edit(Path, "period: day", "period: hour");

        folder.Anew().With(Returns("amount")).With(Refunds()).Emit("dbt");

        Assert.Contains("period: hour", folder.Read(Path), StringComparison.Ordinal);
        Assert.Contains("- name: amount", folder.Read(Path), StringComparison.Ordinal);
        Assert.Contains("- name: refunds", folder.Read(Beside), StringComparison.Ordinal);
        Assert.Contains("stays as it is", Assert.Single(folder.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_between_entries_stay()
    {
        using var folder = Written();
        folder.Edit(Path, "    schema: public\n", "    schema: public\n    loader: airbyte\n");

        folder.Anew().With(TableStage.Orders(TableStage.Column("region", "string"))).With(Returns()).Emit("dbt");

        Assert.Contains("loader: airbyte", folder.Read(Path), StringComparison.Ordinal);
        Assert.Contains("- name: region", folder.Read(Path), StringComparison.Ordinal);
        Assert.False(folder.Has(Beside));
    }

    [Fact]
    public void A_file_of_somebody_else_stays()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put(Path, "version: 2\n").Emit("dbt");

        Assert.Equal("version: 2\n", folder.Read(Path));
        Assert.Contains("- name: orders", folder.Read(Beside), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_beside_goes_when_it_is_taken_over()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put(Path, "version: 2\n").Emit("dbt");
        folder.Put(Path, folder.Read(Beside)).Emit("dbt");

        Assert.False(folder.Has(Beside));
    }

    [Fact]
    public void Line_ends_of_a_checkout_are_no_change_by_hand()
    {
        using var folder = Written();
        folder.Put(Path, folder.Read(Path).Replace("\n", "\r\n", StringComparison.Ordinal));
        var before = folder.Files();

        folder.Emit("dbt");
        Assert.Equal(before, folder.Files());

        folder.Anew().With(TableStage.Orders()).Emit("dbt");
        Assert.DoesNotContain("- name: returns", folder.Read(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_end_lines_with_a_line_feed_and_begin_with_no_mark_of_their_encoding()
    {
        using var folder = Written();

        Assert.All(folder.Files().Values, bytes =>
        {
            Assert.DoesNotContain("0D0A", bytes, StringComparison.Ordinal);
            Assert.False(bytes.StartsWith("EFBBBF", StringComparison.Ordinal));
            Assert.EndsWith("0A", bytes, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_path_of_the_machine_is_in_any_file()
    {
        using var folder = Written();
        folder.Emit("all");

        Assert.All(folder.Files().Keys, path => Assert.DoesNotContain(folder.Root, folder.Read(path), StringComparison.Ordinal));
    }

    [Fact]
    public void A_tool_that_nobody_knows_is_named()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("dbt,soda");

        Assert.Equal("DataEngEmit knows no 'soda', but gx, dvc, dbt, alembic and all", folder.Warnings.Single());
    }

    private static EmitFolder Written() => new EmitFolder().With(TableStage.Orders()).With(Returns()).Emit("dbt");

    private static System.Text.Json.Nodes.JsonObject Returns(params string[] more) =>
        TableStage.Of("public.returns", [TableStage.Column("id", "int"), .. more.Select(name => TableStage.Column(name, "int"))], name: "Shop.Returns.Load");

    private static System.Text.Json.Nodes.JsonObject Refunds() => TableStage.Of("public.refunds", [TableStage.Column("id", "int")], name: "Shop.Refunds.Load");
}
