using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

/// <summary>A finding about what is dropped or renamed names the code that still uses it.</summary>
public sealed class SchemaUsesTests
{
    private const string Model = """
        public sealed class Customer { public int Id { get; set; } public string Segment { get; set; } = ""; }
        public sealed class CustomerContext : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """;

    [Fact]
    public Task A_mapped_property_uses_its_column() => Shows("Customer.Segment is mapped to it", Drop("Segment"), Model);

    [Fact]
    public Task A_mapped_entity_uses_its_table() => Shows("Customer is mapped to it", Migration("migrationBuilder.DropTable(name: \"Customers\");"), Model);

    [Theory]
    [InlineData("\"SELECT id, segment FROM customers\"")]
    [InlineData("@\"UPDATE dbo.customers SET segment = 'a'\"")]
    [InlineData("$\"SELECT c.segment FROM customers AS c JOIN stores AS s ON s.id = c.store_id WHERE s.id = {store}\"")]
    [InlineData("\"INSERT INTO customers (id, segment) \" + \"VALUES (1, 'a')\"")]
    public Task Sql_that_names_the_column_uses_it(string sql) => Shows("this SQL names Segment", Drop("Segment"), Code(sql));

    [Theory]
    [InlineData("\"SELECT id, segment_id FROM customers\"")]
    [InlineData("\"SELECT segment FROM stores\"")]
    [InlineData("\"SELECT s.segment FROM customers AS c JOIN stores AS s ON s.id = c.store_id\"")]
    [InlineData("\"customers by segment\"")]
    public Task Other_text_does_not(string sql) => Shows("dropped here", Drop("Segment"), Code(sql));

    [Fact]
    public Task A_property_that_is_not_mapped_does_not() => Shows("dropped here", Drop("Segment"),
        Model.Replace("public string Segment", "[System.ComponentModel.DataAnnotations.Schema.NotMapped] public string Segment", System.StringComparison.Ordinal));

    [Fact]
    public Task What_a_later_migration_brings_back_is_not_held_against_its_users() => Shows("dropped here", Drop("Segment"), Model, """
        using Microsoft.EntityFrameworkCore.Migrations;
        [Migration("20260101000000_Back")]
        public sealed class Back : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>(name: "Segment", table: "Customers", nullable: true);
        }
        """);

    [Fact]
    public async Task The_message_names_the_files()
    {
        var found = await Analysis.RunAsync(Prelude.Source, Drop("Segment"), Model, Code("\"SELECT segment FROM customers\""));
        Assert.Contains("still used by Source2.cs and 1 more", found.Single(diagnostic => diagnostic.Id == "DEA3010").GetMessage(System.Globalization.CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    private static async Task Shows(string last, params string[] sources)
    {
        var found = await Analysis.RunAsync([Prelude.Source, .. sources]);
        var evidence = found.Single(diagnostic => diagnostic.Id == "DEA3010").Properties["dataeng.evidence"]!;
        Assert.Equal(last, evidence.Split("; ").Last());
    }

    private static string Drop(string column) => Migration($"migrationBuilder.DropColumn(name: \"{column}\", table: \"Customers\");");

    private static string Migration(string up) => $$"""
        using Microsoft.EntityFrameworkCore.Migrations;

        [Migration("20250101000000_Next")]
        public sealed class Next : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => {{up}}
        }
        """;

    private static string Code(string sql) => $$"""
        public static class Report
        {
            public static int Run(NpgsqlConnection db, int store) => db.Execute({{sql}});
        }
        """;
}
