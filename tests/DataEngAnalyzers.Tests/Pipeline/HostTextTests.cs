using System;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>A string expression as text with holes, and the way back from a clause to its place in the literal.</summary>
public sealed class HostTextTests
{
    [Theory]
    [InlineData("db.Execute(\"SELECT a FROM t\");")]
    [InlineData("db.Execute(@\"SELECT a FROM t\");")]
    [InlineData("db.Execute(\"\"\"SELECT a FROM t\"\"\");")]
    [InlineData("const string sql = \"SELECT a FROM t\"; db.Execute(sql);")]
    [InlineData("var sql = \"SELECT a\" + \" FROM t\"; db.Execute(sql);")]
    [InlineData("const string table = \"t\"; db.Execute($\"SELECT a FROM {table}\");")]
    [InlineData("db.Execute($\"SELECT a FROM {nameof(t)}\"); void t() { }")]
    [InlineData("var table = \"t\"; var sql = $@\"SELECT a FROM {table}\"; db.Execute(sql);")]
    public void Every_form_of_constant_text_reads_the_same(string code) =>
        Assert.Equal("SELECT a FROM t", Code.Of(code).TextPassedTo("Execute").Display);

    [Theory]
    [InlineData("db.Execute($\"SELECT a FROM {sales[0].Product} WHERE x\");", "SELECT a FROM {sales[0].Product} WHERE x")]
    [InlineData("db.Execute(\"SELECT a FROM \" + sales[0].Product + \" WHERE x\");", "SELECT a FROM {sales[0].Product} WHERE x")]
    [InlineData("var sql = \"SELECT a FROM t\"; if (sales.Count > 0) sql += \" WHERE x\"; db.Execute(sql);", "SELECT a FROM t{sql}")]
    public void What_is_not_constant_is_a_hole(string code, string expected) =>
        Assert.Equal(expected, Code.Of(code).TextPassedTo("Execute").Display);

    [Fact]
    public void A_parameter_means_what_the_followed_call_passed()
    {
        var stage = Code.Of("""
            namespace Shop;
            public sealed class Loader(NpgsqlConnection db)
            {
                public void Load() => Run("fact_sales");
                private void Run(string table) => db.Execute($"INSERT INTO {table} (id) SELECT id FROM s");
            }
            """).Stage;
        Assert.Equal("INSERT INTO fact_sales (id) SELECT id FROM s", Assert.Single(stage.Operations).Text!.Display);
    }

    [Theory]
    [InlineData("db.Execute(\"SELECT\\t\\\"a\\\" FROM\\u0020‹target›\");")]
    [InlineData("db.Execute(\"\\U0001F600 SELECT \\x41 FROM ‹target›\");")]
    [InlineData("db.Execute(@\"SELECT \"\"a\"\"\n   FROM ‹target›\");")]
    [InlineData("db.Execute(\"\"\"SELECT \"a\" FROM ‹target› x\"\"\");")]
    [InlineData("db.Execute(\"\"\"\n    SELECT a\n\n      FROM ‹target›\n    \"\"\");")]
    [InlineData("db.Execute($\"{{a}} {ct} \\\"b\\\" FROM ‹target› x\");")]
    [InlineData("db.Execute($@\"{{a}} {ct} \"\"b\"\" FROM ‹target› x\");")]
    [InlineData("db.Execute($\"\"\"\n    SELECT {ct}\n      , \"b\"\n    FROM ‹target›\n    WHERE {ct}\n    \"\"\");")]
    [InlineData("db.Execute($$\"\"\"{a} {{ct}} FROM ‹target› x\"\"\");")]
    [InlineData("db.Execute($\"{{a}} \\\"b\\\" FROM ‹target› {ct}\");")]
    [InlineData("const string sql = \"SELECT a FROM ‹target›\"; db.Execute(sql);")]
    [InlineData("db.Execute(\"SELECT a \" + ct + \" FROM ‹target›\");")]
    public void A_word_finds_its_place_in_the_literal(string marked)
    {
        var code = Code.Of(marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal));
        var text = code.TextPassedTo("Execute");
        var at = text.Text.Text.IndexOf("target", StringComparison.Ordinal);

        var place = text.Locate(new SqlSpan(at, "target".Length))!;
        Assert.Equal("target", code.Root.GetText().ToString(place.SourceSpan));
        Assert.Equal(code.Root.ToFullString().IndexOf("target", StringComparison.Ordinal), place.SourceSpan.Start);
    }

    [Fact]
    public void A_clause_over_two_literals_has_no_place() =>
        Assert.Null(Code.Of("db.Execute(\"SELECT a \" + \"FROM t\");").TextPassedTo("Execute").Locate(new SqlSpan(7, 6)));
}
