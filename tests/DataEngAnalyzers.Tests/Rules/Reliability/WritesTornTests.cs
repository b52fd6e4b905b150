using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class WritesTornTests() : RuleTests("DEA1014")
{
    private const string Look = "await db.ExecuteScalarAsync<bool>(\"SELECT EXISTS (SELECT 1 FROM orders WHERE id = @Id)\", sale)";
    private const string Order = "await db.ExecuteAsync(\"INSERT INTO orders (id) VALUES (@Id)\", sale);";
    private const string Lines = "await db.[|ExecuteAsync|](\"INSERT INTO order_lines (order_id, product) VALUES (@Id, @Product)\", sale);";

    private static readonly string Quiet = Lines.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    private static string Each(string body) => "foreach (var sale in csv.GetRecords<Sale>())\n{\n    " + body + "\n}";

    [Fact]
    public Task Reports_what_belongs_to_a_row_that_a_look_guards() => Reports(Each($"if ({Look}) continue;\n    {Order}\n    {Lines}"));

    [Fact]
    public Task Reports_under_the_condition_itself() => Reports(Each($"if (!{Look})\n    {{\n        {Order}\n        {Lines}\n    }}"));

    [Fact]
    public Task Reports_a_look_that_is_kept_in_a_variable() => Reports(Each($"var known = {Look};\n    if (known) continue;\n    {Order}\n    {Lines}"));

    [Fact]
    public Task Reports_a_second_write_in_a_private_method() => Reports($$"""
        namespace Shop;
        public sealed class OrderLoader(NpgsqlConnection db, CsvReader csv)
        {
            public async Task LoadAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    if ({{Look}}) continue;
                    {{Order}}
                    await AddLinesAsync(sale);
                }
            }

            private async Task AddLinesAsync(Sale sale) => {{Lines}}
        }
        """);

    [Fact]
    public Task Quiet_in_one_transaction() => StaysQuiet(Each($"if ({Look}) continue;\n    await using var transaction = await db.BeginTransactionAsync(ct);\n    {Order.Replace(", sale)", ", sale, transaction)", System.StringComparison.Ordinal)}\n    {Quiet.Replace(", sale)", ", sale, transaction)", System.StringComparison.Ordinal)}\n    await transaction.CommitAsync(ct);"));

    [Fact]
    public Task Quiet_without_a_look() => StaysQuiet(Each($"{Order}\n    {Quiet}"));

    [Fact]
    public Task Quiet_when_the_look_asks_for_the_rows_that_come_last() => StaysQuiet(Each($"if ({Look.Replace("orders", "order_lines", System.StringComparison.Ordinal)}) continue;\n    {Order}\n    {Quiet}"));

    [Fact]
    public Task Quiet_for_logs_and_for_other_connections() => StaysQuiet(Each(
        $"if ({Look}) continue;\n    {Order}\n    await db.ExecuteAsync(\"INSERT INTO order_log (id) VALUES (@Id)\", sale);\n    sqlite.Execute(\"INSERT INTO notices (id) VALUES (@Id)\", sale);"));

    [Fact]
    public Task Quiet_when_one_save_brings_both_about() => StaysQuiet("""
        namespace Shop;
        public sealed class Line { public int Id { get; set; } }
        public sealed class OrderContext : DbContext { public DbSet<Sale> Sales => Set<Sale>(); public DbSet<Line> Lines => Set<Line>(); }
        public sealed class OrderLoader(OrderContext context)
        {
            public void Load()
            {
                foreach (var line in File.ReadLines("sales.csv"))
                {
                    if (context.Sales.Any(sale => sale.Product == line)) continue;
                    context.Sales.Add(new Sale { Product = line });
                    context.Lines.Add(new Line());
                    context.SaveChanges();
                }
            }
        }
        """);

    [Fact]
    public Task Quiet_when_the_caller_hands_in_a_transaction() => StaysQuiet($$"""
        namespace Shop;
        public sealed class OrderLoader(NpgsqlConnection db, NpgsqlTransaction transaction, CsvReader csv)
        {
            public NpgsqlTransaction Transaction => transaction;
            public async Task LoadAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    if ({{Look}}) continue;
                    {{Order}}
                    {{Quiet}}
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_by_one_transaction() => Fixes(
        Each($"if ({Look}) continue;\n    {Order} // head\n    {Lines}"),
        Each($"if ({Look}) continue;\n    await using var transaction = await db.BeginTransactionAsync(ct);\n    {Order.Replace(", sale)", ", sale, transaction: transaction)", System.StringComparison.Ordinal)} // head\n    {Quiet.Replace(", sale)", ", sale, transaction: transaction)", System.StringComparison.Ordinal)}\n    await transaction.CommitAsync(ct);"));
}
