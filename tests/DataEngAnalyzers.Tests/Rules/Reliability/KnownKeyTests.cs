using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>Where the key of an upsert comes from.</summary>
public sealed class KnownKeyTests() : RuleTests("DEA1001")
{
    private const string Before = """
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO dw.order_lines (order_id, line_no, amount) VALUES (@Id, 1, @Amount)", sale);
        """;

    private const string After = """
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO dw.order_lines (order_id, line_no, amount) VALUES (@Id, 1, @Amount) ON CONFLICT (order_id, line_no) DO UPDATE SET amount = EXCLUDED.amount", sale);
        """;

    [Fact]
    public Task From_a_table_in_a_sql_file()
    {
        Files["schema.sql"] = "CREATE TABLE order_lines (order_id int, line_no int, amount numeric, PRIMARY KEY (order_id, line_no));";
        return Fixes(Before, After);
    }

    [Fact]
    public Task From_a_unique_index_in_a_sql_file()
    {
        Files["schema.sql"] = "CREATE TABLE order_lines (id serial PRIMARY KEY, order_id int, line_no int); CREATE UNIQUE INDEX ux ON order_lines (order_id, line_no);";
        return Fixes(Before, After);
    }

    [Fact]
    public Task From_a_table_created_in_the_code()
    {
        Sources["Schema.cs"] = """
            internal static class Schema
            {
                public const string Orders = "CREATE TABLE IF NOT EXISTS order_lines (order_id int, line_no int, " +
                    "amount numeric, PRIMARY KEY (order_id, line_no))";
            }
            """;
        return Fixes(Before, After);
    }

    [Fact]
    public Task From_the_attributes_of_an_entity()
    {
        Sources["Model.cs"] = """
            using System.ComponentModel.DataAnnotations.Schema;

            [Table("order_lines", Schema = "dw"), PrimaryKey(nameof(OrderId), nameof(LineNo))]
            public sealed class OrderLine
            {
                [Column("order_id")] public int OrderId { get; set; }
                [Column("line_no")] public int LineNo { get; set; }
            }

            public sealed class OrderContext : DbContext
            {
                public DbSet<OrderLine> Lines => Set<OrderLine>();
            }
            """;
        return Fixes(Before, After);
    }

    [Fact]
    public Task From_the_fluent_model_of_an_entity()
    {
        Sources["Model.cs"] = """
            using Microsoft.EntityFrameworkCore.Metadata.Builders;

            public sealed class OrderLine
            {
                public int OrderId { get; set; }
                public int LineNo { get; set; }
            }

            public sealed class OrderLineMap : IEntityTypeConfiguration<OrderLine>
            {
                public void Configure(EntityTypeBuilder<OrderLine> line)
                {
                    line.ToTable("order_lines", "dw").HasKey(l => new { l.OrderId, l.LineNo });
                    line.Property(l => l.OrderId).HasColumnName("order_id");
                    line.Property(l => l.LineNo).HasColumnName("line_no");
                }
            }
            """;
        return Fixes(Before, After);
    }

    [Fact]
    public Task From_a_unique_index_of_the_fluent_model()
    {
        Sources["Model.cs"] = """
            public sealed class OrderLine
            {
                public int Id { get; set; }
                public int order_id { get; set; }
                public int line_no { get; set; }
            }

            public sealed class OrderContext : DbContext
            {
                public DbSet<OrderLine> order_lines => Set<OrderLine>();

                protected override void OnModelCreating(ModelBuilder model) =>
                    model.Entity<OrderLine>().HasIndex(l => new { l.order_id, l.line_no }).IsUnique();
            }
            """;
        return Fixes(Before, After);
    }
}
