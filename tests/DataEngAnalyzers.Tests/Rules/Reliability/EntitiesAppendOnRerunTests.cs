using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class EntitiesAppendOnRerunTests() : RuleTests("DEA1021")
{
    [Fact]
    public Task Reports_new_entities_for_every_row_of_a_file() => Reports("""
        var rows = File.ReadLines("sales.csv").Select(line => new Sale { Product = line }).ToList();
        context.Sales.[|AddRange|](rows);
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Reports_one_entity_at_a_time() => Reports("""
        foreach (var line in File.ReadLines("sales.csv"))
            context.[|Add|](new Sale { Product = line });
        context.SaveChanges();
        """);

    [Fact]
    public Task Reports_entities_that_a_private_method_makes() => Reports("""
        namespace Shop;
        public sealed class SalesImporter(ShopContext context)
        {
            public int Import()
            {
                context.Sales.[|AddRange|](File.ReadLines("sales.csv").Select(ToSale));
                return context.SaveChanges();
            }

            private static Sale ToSale(string line) => new() { Product = line };
        }
        """);

    [Fact]
    public Task Quiet_when_the_key_comes_from_the_source() => StaysQuiet("""
        var rows = File.ReadLines("sales.csv").Select(line => new Sale { Id = int.Parse(line) }).ToList();
        context.Sales.AddRange(rows);
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_when_the_rows_are_read_as_entities() => StaysQuiet("""
        context.Sales.AddRange(csv.GetRecords<Sale>());
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_when_existing_rows_are_read_and_left_out() => StaysQuiet("""
        var known = await context.Sales.Select(sale => sale.Product).ToListAsync(ct);
        context.Sales.AddRange(File.ReadLines("sales.csv").Where(line => !known.Contains(line)).Select(line => new Sale { Product = line }));
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_when_each_row_is_looked_up() => StaysQuiet("""
        foreach (var line in File.ReadLines("sales.csv"))
        {
            if (!await context.Sales.AnyAsync(sale => sale.Product == line, ct))
                context.Add(new Sale { Product = line });
        }

        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_when_the_table_is_cleared_before() => StaysQuiet("""
        await context.Sales.ExecuteDeleteAsync(ct);
        context.Sales.AddRange(File.ReadLines("sales.csv").Select(line => new Sale { Product = line }));
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_when_a_unique_index_stops_a_duplicate() => StaysQuiet("""
        namespace Shop;
        [Index(nameof(Number), IsUnique = true)]
        public sealed class Customer { public int Id { get; set; } public string Number { get; set; } = ""; }
        public sealed class CustomerContext : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        public sealed class CustomerImporter(CustomerContext context)
        {
            public void Import()
            {
                context.Customers.AddRange(File.ReadLines("customers.csv").Select(line => new Customer { Number = line }));
                context.SaveChanges();
            }
        }
        """);

    [Fact]
    public Task Quiet_without_an_outside_source() => StaysQuiet("""
        context.Sales.AddRange(Enumerable.Range(0, 10).Select(i => new Sale { Product = "p" + i }));
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Quiet_in_a_web_handler() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(ShopContext context) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Upload(string path)
            {
                context.Sales.AddRange(System.IO.File.ReadLines(path).Select(line => new Sale { Product = line }));
                context.SaveChanges();
            }
        }
        """);
}
