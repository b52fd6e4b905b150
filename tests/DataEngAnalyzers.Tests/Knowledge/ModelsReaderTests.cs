using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class ModelsReaderTests
{
    private const string Library = "library Warehouse assemblies=Acme.Warehouse namespaces=Acme.Warehouse\n";

    [Fact]
    public void Reads_the_role_and_the_keys_of_a_row()
    {
        var row = Assert.Single(Read("M:Acme.Warehouse.Loader.Load write to=table rows=rows mode=append sink=bulk").Rows);

        Assert.Equal(ApiRole.Write, row.Role);
        Assert.Equal("Warehouse", row.Library);
        Assert.Equal("rows", row["rows"]);
        Assert.True(row.Is("mode", "append"));
        Assert.Null(row["filter"]);
    }

    [Fact]
    public void Reads_both_twins_of_an_asynchronous_row() => Assert.Equal(
        ["M:Acme.Loader.Load", "M:Acme.Loader.LoadAsync"],
        Read("M:Acme.Loader.Load[Async] save").Rows.Select(row => row.Id));

    [Fact]
    public void Reads_several_parameter_names_of_one_key()
    {
        var row = Assert.Single(Read("M:Acme.Loader.Load write rows=table|reader").Rows);

        Assert.True(row.Names("rows", "reader"));
        Assert.False(row.Names("rows", "read"));
    }

    [Fact]
    public void Skips_comments_and_blank_lines_but_not_a_constructor() => Assert.Equal(
        "M:Acme.Loader.#ctor",
        Assert.Single(Read("# all of it\n\n  M:Acme.Loader.#ctor open name=path # from here on\r\n").Rows).Id);

    [Fact]
    public void Gives_the_rows_after_a_second_library_line_to_that_library() => Assert.Equal(
        ["Warehouse", "Lake"],
        Read("M:Acme.Loader.Load save\nlibrary Lake\nM:Acme.Lake.Load save").Rows.Select(row => row.Library));

    [Fact]
    public void Reads_what_a_file_removes() => Assert.Equal(
        ["M:Dapper.SqlMapper.Execute", "M:Dapper.SqlMapper.ExecuteAsync"],
        Read("!M:Dapper.SqlMapper.Execute[Async]").Removed.ToArray());

    [Theory]
    [InlineData("M:Acme.Loader.Load wirte", "wirte", "'wirte' is not a role")]
    [InlineData("M:Acme.Loader.Load", "M:Acme.Loader.Load", "'M:Acme.Loader.Load' has no role")]
    [InlineData("M:Acme.Loader.Load save to=table", "to=table", "role 'save' has no key 'to'")]
    [InlineData("M:Acme.Loader.Load write mode=apend", "mode=apend", "'apend' is not a value of 'mode' (append, upsert, replace, update, insert-new)")]
    [InlineData("M:Acme.Loader.Load write rows=@0", "rows=@0", "'@0' is neither a parameter name nor this, this.Property, return or type")]
    [InlineData("M:Acme.Loader.Load write rows", "rows", "expected key=value, found 'rows'")]
    [InlineData("M:Acme.Loader.Load write rows=", "rows=", "expected key=value, found 'rows='")]
    [InlineData("M:Acme.Loader.Load write rows=a rows=b", "rows=b", "key 'rows' is given twice")]
    [InlineData("Acme.Loader.Load save", "Acme.Loader.Load", "'Acme.Loader.Load' is not a documentation-comment id (M:, P:, F: or T: and a full name)")]
    [InlineData("M:Acme..Load save", "M:Acme..Load", "'M:Acme..Load' is not a documentation-comment id (M:, P:, F: or T: and a full name)")]
    [InlineData("M:Load save", "M:Load", "'M:Load' is not a documentation-comment id (M:, P:, F: or T: and a full name)")]
    [InlineData("M:Acme.Loader.Load( save", "M:Acme.Loader.Load(", "'M:Acme.Loader.Load(' is not a documentation-comment id (M:, P:, F: or T: and a full name)")]
    [InlineData("T:Acme.Loader() save", "T:Acme.Loader()", "'T:Acme.Loader()' is not a documentation-comment id (M:, P:, F: or T: and a full name)")]
    [InlineData("!Acme.Loader save", "save", "a removal is an id alone")]
    [InlineData("!Acme.Loader", "!Acme.Loader", "'Acme.Loader' is not a documentation-comment id")]
    [InlineData("library assemblies=Acme", "library", "a library line begins with the name of the library")]
    [InlineData("library Lake version=2", "version=2", "a library line has no key 'version'")]
    public void Complains_about_the_word_that_is_wrong_and_keeps_the_other_rows(string line, string word, string message)
    {
        var text = Library + "M:Acme.Loader.First save\n  " + line + "\nM:Acme.Loader.Last save";
        var file = ModelsReader.Read("team.dataeng.models", text);

        var error = Assert.Single(file.Errors);
        Assert.Equal(message, error.Message);
        Assert.Equal(word, text.Substring(error.Span.Start, error.Span.Length));
        Assert.Equal((2, 2 + line.LastIndexOf(word, System.StringComparison.Ordinal)), (error.Line, error.Column));
        Assert.Equal(2, file.Rows.Length);
    }

    [Fact]
    public void Complains_about_a_row_before_any_library_line()
    {
        var file = ModelsReader.Read("team.dataeng.models", "M:Acme.Loader.Load save");

        Assert.Equal("a 'library' line must come before the first row", Assert.Single(file.Errors).Message);
        Assert.Empty(file.Rows);
    }

    [Fact]
    public void Complains_about_a_row_that_is_there_already()
    {
        var file = Read("M:Acme.Loader.Load save\nM:Acme.Loader.Load save\nM:Acme.Loader.Load log");

        Assert.Equal("'M:Acme.Loader.Load' already has this role", Assert.Single(file.Errors).Message);
        Assert.Equal([ApiRole.Save, ApiRole.Log], file.Rows.Select(row => row.Role));
    }

    [Fact]
    public void Points_at_the_word_with_a_location()
    {
        var location = Assert.Single(Read("M:Acme.Loader.Load wirte").Errors).ToLocation();

        Assert.Equal("team.dataeng.models", location.GetLineSpan().Path);
        Assert.Equal(new LinePositionSpan(new(1, 19), new(1, 24)), location.GetLineSpan().Span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\t\0\uFEFF#")]
    [InlineData("! M: = | library\nlibrary\nlibrary =\nM:( write =\n!\nM:A.B(( save a=|")]
    public void Survives_any_text(string text) => Assert.Empty(ModelsReader.Read("odd.dataeng.models", text).Rows);

    private static ModelsFile Read(string rows) => ModelsReader.Read("team.dataeng.models", Library + rows);
}
