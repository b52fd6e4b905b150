using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class NoWayBackTests() : RuleTests("DEA3019")
{
    [Theory]
    [InlineData("")]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) { }")]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) { // nothing to do\n }")]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException();")]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) { throw new NotImplementedException(\"later\"); }")]
    public Task Reports_a_way_up_without_a_way_back(string down) => Reports(Migration("migrationBuilder.DropColumn(name: \"a\", table: \"sales\");", down));

    [Fact]
    public Task Reports_changed_rows_too() => Reports(Migration("migrationBuilder.Sql(\"DELETE FROM sales WHERE amount < 0\");", ""));

    [Theory]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>(name: \"a\", table: \"sales\", nullable: true);")]
    [InlineData("protected override void Down(MigrationBuilder migrationBuilder) { Undo(migrationBuilder); }\n private static void Undo(MigrationBuilder builder) { }")]
    public Task Stays_quiet_where_something_is_done(string down) =>
        StaysQuiet(Migration("migrationBuilder.DropColumn(name: \"a\", table: \"sales\");", down).Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal));

    [Fact]
    public Task Stays_quiet_where_the_way_up_does_nothing() => StaysQuiet(DestructiveMigrationTests.Migration(""));

    [Fact]
    public Task Stays_quiet_where_the_author_gives_the_reason()
    {
        Sources["Attributes.cs"] = "namespace DataEngAnalyzers { internal sealed class ContractPhaseAttribute(string reason) : System.Attribute { public string Reason => reason; } }";
        return StaysQuiet(DestructiveMigrationTests.Migration("migrationBuilder.DropTable(name: \"sales\");").Replace("public sealed class", "[DataEngAnalyzers.ContractPhase(\"unused\")]\npublic sealed class", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ForwardOnlyMigration")]
    [InlineData("AutoReversingMigration")]
    public Task Stays_quiet_where_the_library_knows(string kind) => StaysQuiet($$"""
        using FluentMigrator;

        [Migration(1)]
        public sealed class First : {{kind}}
        {
            public override void Up() => Create.Column("region").OnTable("sales").AsString().Nullable();
        }
        """);

    [Fact]
    public Task Reports_a_fluent_migrator_migration() => Reports("""
        using FluentMigrator;

        [Migration(1)]
        public sealed class First : Migration
        {
            public override void [|Up|]() => Create.Column("region").OnTable("sales").AsString().Nullable();

            public override void Down() { }
        }
        """);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(Migration("migrationBuilder.DropTable(name: \"sales\");", ""));

    private static string Migration(string up, string down) =>
        DestructiveMigrationTests.Migration(up, down).Replace("void Up(", "void [|Up|](", System.StringComparison.Ordinal);
}
