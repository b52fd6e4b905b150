using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class ApiCatalogTests
{
    [Theory]
    [InlineData("""db.Execute("")""")]
    [InlineData("""SqlMapper.Execute(db, "")""")]
    [InlineData("""db.QueryFirst<int>("")""")]
    public void Finds_an_extension_method_reduced_or_not_and_generic(string call) => Assert.Equal(
        ApiRole.Sql,
        FindIn("using Dapper;", "System.Data.IDbConnection db", call)?.Role);

    [Theory]
    [InlineData("command.ExecuteNonQuery()", "M:System.Data.Common.DbCommand.ExecuteNonQuery")]
    [InlineData("command.ExecuteReader()", "M:System.Data.Common.DbCommand.ExecuteReader")]
    [InlineData("command.CommandText", "P:System.Data.Common.DbCommand.CommandText")]
    public void Finds_the_row_of_the_base_type_for_an_override_and_a_hiding_twin(string use, string id) => Assert.Equal(
        id,
        FindIn("", "Npgsql.NpgsqlCommand command", use)?.Id);

    [Fact]
    public void Finds_the_row_of_the_interface_for_an_implementation() => Assert.Equal(
        "M:Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction.Commit",
        FindIn("", "Microsoft.EntityFrameworkCore.Storage.RelationalTransaction transaction", "transaction.Commit()")?.Id);

    [Fact]
    public void Prefers_the_row_of_the_most_derived_type()
    {
        const string Models = """
            library Shop
            M:Base.Save save
            M:Derived.Save log
            """;

        Assert.Equal("M:Derived.Save", Find("class Base { public virtual void Save() { } } class Derived : Base { public override void Save() { } }", "Derived it", "it.Save()", Models)?.Id);
        Assert.Equal("M:Base.Save", Find("class Base { public virtual void Save() { } } class Derived : Base { public override void Save() { } }", "Base it", "it.Save()", Models)?.Id);
    }

    [Fact]
    public void Prefers_a_signature_to_an_arity_and_an_arity_to_a_name()
    {
        const string Type = "class Loader { public void Load() { } public void Load(int id) { } public void Load<T>(T row) { } }";
        const string Models = """
            library Shop
            M:Loader.Load log
            M:Loader.Load(System.Int32) save
            M:Loader.Load``1 random
            """;

        Assert.Equal(ApiRole.Log, Find(Type, "Loader it", "it.Load()", Models)?.Role);
        Assert.Equal(ApiRole.Save, Find(Type, "Loader it", "it.Load(1)", Models)?.Role);
        Assert.Equal(ApiRole.Random, Find(Type, "Loader it", """it.Load("")""", Models)?.Role);
    }

    [Fact]
    public void Tells_an_overload_without_parameters_from_the_others()
    {
        const string Type = "class Loader { public void Load() { } public void Load(int id) { } }";

        Assert.NotNull(Find(Type, "Loader it", "it.Load()", "library Shop\nM:Loader.Load() save"));
        Assert.Null(Find(Type, "Loader it", "it.Load(1)", "library Shop\nM:Loader.Load() save"));
    }

    [Fact]
    public void Finds_members_of_generic_and_nested_types() => Assert.NotNull(Find(
        "namespace Shop { class Outer<T> { public class Inner { public void Save() { } } } }",
        "Shop.Outer<int>.Inner it",
        "it.Save()",
        "library Shop\nM:Shop.Outer`1.Inner.Save save"));

    [Fact]
    public void Tells_types_of_one_name_in_two_namespaces_apart() => Assert.Null(Find(
        "namespace Shop.Data { class Loader { public void Save() { } } }",
        "Shop.Data.Loader it",
        "it.Save()",
        "library Shop\nM:Data.Loader.Save save"));

    [Fact]
    public void Finds_a_constructor_of_its_own_type_only()
    {
        const string Types = "class Loader { public Loader(string path) { } } class Special : Loader { public Special(string other) : base(other) { } } namespace Other { class Loader : global::Loader { public Loader(string other) : base(other) { } } }";

        Assert.NotNull(Find(Types, "", """new Loader("")""", "library Shop\nM:Loader.#ctor open name=path"));
        Assert.Null(Find(Types, "", """new Special("")""", "library Shop\nM:Loader.#ctor open name=path"));
        Assert.Null(Find(Types, "", """new Other.Loader("")""", "library Shop\nM:Loader.#ctor open name=path"));
    }

    [Fact]
    public void Finds_a_type_through_what_it_derives_from_and_implements()
    {
        var code = Compiled.From("class Nightly : Microsoft.Extensions.Hosting.BackgroundService { protected override System.Threading.Tasks.Task ExecuteAsync(System.Threading.CancellationToken ct) => throw null; } class Plain { }");
        var catalog = code.Catalog();

        Assert.True(catalog.Find(code.Compilation.GetTypeByMetadataName("Nightly")!)?.Is("kind", "scheduled"));
        Assert.Null(catalog.Find(code.Compilation.GetTypeByMetadataName("Plain")!));
    }

    [Fact]
    public void Finds_an_indexer_by_its_signature()
    {
        Assert.Equal(ApiRole.Ordinal, FindIn("", "System.Data.Common.DbDataReader reader", "reader[0]")?.Role);
        Assert.Null(FindIn("", "System.Data.Common.DbDataReader reader", """reader["id"]"""));
    }

    [Fact]
    public void Gives_every_role_of_a_symbol()
    {
        var code = Code("", "System.IO.TextReader text, System.Globalization.CultureInfo culture", "new CsvHelper.CsvReader(text, culture)");

        Assert.Equal([ApiRole.Open, ApiRole.Culture], code.Catalog().FindAll(code.Symbol("new CsvHelper.CsvReader(text, culture)")).Select(row => row.Role));
    }

    [Fact]
    public void A_user_row_overrides_the_shipped_roles_of_its_id() => Assert.Equal(
        ApiRole.Log,
        Find("", "System.Data.IDbConnection db", """Dapper.SqlMapper.Execute(db, "")""", "library Team\nM:Dapper.SqlMapper.Execute log")?.Role);

    [Fact]
    public void A_removal_takes_a_shipped_row_away() => Assert.Null(
        Find("", "System.Data.IDbConnection db", """Dapper.SqlMapper.Execute(db, "")""", "!M:Dapper.SqlMapper.Execute"));

    [Fact]
    public void Of_two_user_files_the_later_path_wins()
    {
        var code = Code("class Loader { public void Load() { } }", "Loader it", "it.Load()");
        var catalog = code.Catalog("library Team\nM:Loader.Load log", "library Team\nM:Loader.Load save");

        Assert.Equal(ApiRole.Save, catalog.Find(code.Symbol("it.Load()"))?.Role);
    }

    [Fact]
    public void Leaves_out_the_libraries_that_are_not_referenced()
    {
        var code = Compiled.WithoutPackages("namespace Dapper { static class SqlMapper { static void Execute() { } static void Run() { Execute(); } } }");

        Assert.Null(code.Catalog().Find(code.Symbol("Execute()")));
    }

    [Fact]
    public void Matches_by_name_when_two_assemblies_define_one_type()
    {
        var code = Compiled.From("""
            namespace Dapper { static class SqlMapper { public static int Execute(object cnn, string sql) => 0; } }
            static class Loader { static void Run() { Dapper.SqlMapper.Execute(null, ""); } }
            """);

        Assert.Equal(ApiRole.Sql, code.Catalog().Find(code.Symbol("""Dapper.SqlMapper.Execute(null, "")"""))?.Role);
    }

    private static ApiModel? FindIn(string usings, string parameters, string use)
    {
        var code = Code(usings, parameters, use);
        return code.Catalog().Find(code.Symbol(use));
    }

    private static ApiModel? Find(string types, string parameters, string use, string models)
    {
        var code = Code(types, parameters, use);
        return code.Catalog(models).Find(code.Symbol(use));
    }

    private static Compiled Code(string head, string parameters, string use) => Compiled.From($$"""
        {{head}}
        static class Program { static void Run({{parameters}}) { void Body() { _ = {{Value(use)}}; } } }
        """);

    /// <summary>A call may return nothing, so it stands as a statement of its own.</summary>
    private static string Value(string use) => use.EndsWith(')') && !use.StartsWith("new ", StringComparison.Ordinal) ? "0; " + use : use;
}
