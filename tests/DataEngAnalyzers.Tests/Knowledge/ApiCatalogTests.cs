using DataEngAnalyzers.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class ApiCatalogTests
{
    [Theory]
    [InlineData("""db.Execute("")""")]
    [InlineData("""SqlMapper.Execute(db, "")""")]
    [InlineData("""db.QueryFirst<int>("")""")]
    public void Finds_an_extension_method_reduced_or_not_and_generic(string call)
    {
        var code = Compiled.From($$"""
            using Dapper;
            class Loader { void Run(System.Data.IDbConnection db) { {{call}}; } }
            """);

        Assert.Equal(ApiRole.Sql, code.Catalog().Find(code.Symbol(call))?.Role);
    }

    [Fact]
    public void Finds_the_row_of_the_base_type_for_an_override_and_a_hiding_twin()
    {
        var code = Compiled.From("""
            class Loader { void Run(Npgsql.NpgsqlCommand command) { command.ExecuteNonQuery(); command.ExecuteReader(); } }
            """);
        var catalog = code.Catalog();

        Assert.Equal("M:System.Data.Common.DbCommand.ExecuteNonQuery", catalog.Find(code.Symbol("command.ExecuteNonQuery()"))?.Id);
        Assert.Equal("M:System.Data.Common.DbCommand.ExecuteReader", catalog.Find(code.Symbol("command.ExecuteReader()"))?.Id);
    }
}
