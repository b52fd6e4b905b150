using System.Linq;
using DataEngAnalyzers.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class DataNamesTests
{
    [Theory]
    [InlineData("ExecuteNonQueryAsync")]
    [InlineData("BeginBinaryImport")]
    [InlineData("SaveChangesAsync")]
    [InlineData("AppendAllText")]
    [InlineData("StreamWriter")]
    [InlineData("SqlBulkCopy")]
    public void A_distinctive_name_counts_in_every_file(string name) => Assert.True(IsData("", name));

    [Theory]
    [InlineData("ToString")]
    [InlineData("UtcNow")]
    [InlineData("LogInformation")]
    [InlineData("BackgroundService")]
    public void A_name_that_does_not_touch_data_never_counts(string name) => Assert.False(IsData("using System; using System.IO; using System.Data;", name));

    [Theory]
    [InlineData("using Dapper;")]
    [InlineData("using static Dapper.SqlMapper;")]
    [InlineData("using Mapper = Dapper.SqlMapper;")]
    [InlineData("namespace Shop { using Dapper; }")]
    [InlineData("namespace Dapper.Extras;")]
    public void A_common_name_counts_where_its_library_is_imported(string file) => Assert.True(IsData(file, "Execute"));

    [Theory]
    [InlineData("")]
    [InlineData("using System.Data.Common;")]
    [InlineData("using Dapperish;")]
    public void A_common_name_does_not_count_elsewhere(string file) => Assert.False(IsData(file, "Execute"));

    [Fact]
    public void A_global_using_imports_into_every_file()
    {
        var code = Compiled.From("class Loader { }", "global using Dapper;");

        Assert.True(code.Catalog().Names.For(code.Root).IsData("ExecuteAsync"));
    }

    [Theory]
    [InlineData("Write")]
    [InlineData("ReadLine")]
    [InlineData("Copy")]
    [InlineData("Move")]
    [InlineData("Delete")]
    [InlineData("ToList")]
    [InlineData("Parse")]
    [InlineData("GetStringAsync")]
    public void A_common_name_of_the_framework_never_counts_by_itself(string name) => Assert.False(
        IsDataWithoutPackages("using System; using System.IO; using System.Linq; using System.Text.Json;", name));

    [Fact]
    public void The_names_of_a_library_that_is_not_referenced_do_not_count() => Assert.False(IsDataWithoutPackages("", "BeginBinaryImport"));

    [Fact]
    public void A_user_row_adds_its_name()
    {
        var code = Compiled.From("class Loader { }");

        Assert.True(code.Catalog("library Team\nM:Team.Warehouse.Ingest write to=table").Names.For(code.Root).IsData("Ingest"));
    }

    [Fact]
    public void The_names_of_sequences_and_strings_never_count_by_themselves()
    {
        var code = Compiled.WithoutPackages("class Loader { }");
        var names = code.Catalog().Names.For(code.Root);

        Assert.DoesNotContain(
            typeof(Enumerable).GetMethods().Concat(typeof(string).GetMethods()).Select(method => method.Name),
            names.IsData);
    }

    [Theory]
    [InlineData("db.ExecuteNonQuery();")]
    [InlineData("ExecuteNonQuery")]
    [InlineData("class Loader { void Load() => command?.ExecuteNonQuery(); }")]
    public void A_text_with_a_data_name_is_looked_into(string file) => Assert.True(OccurIn(file));

    [Theory]
    [InlineData("")]
    [InlineData("class Point { int X => MyExecuteNonQuery() + ExecuteNonQuery2() + Execute.NonQuery; }")]
    [InlineData("list.Add(1); text.Read(); game.Execute();")]
    public void A_text_without_one_is_left_alone(string file) => Assert.False(OccurIn(file));

    private static bool OccurIn(string file) => NamesOf(Compiled.From(file)).OccurIn(FileWords.Of(file));

    private static bool IsData(string file, string name) => NamesOf(Compiled.From(file)).IsData(name);

    private static bool IsDataWithoutPackages(string file, string name) => NamesOf(Compiled.WithoutPackages(file)).IsData(name);

    private static FileNames NamesOf(Compiled code) => code.Catalog().Names.For(code.Root);
}
