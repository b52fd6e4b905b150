using System.Collections.Generic;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>Parts of layered solutions: a library of rows, one that stores them, and jobs over both.</summary>
internal static class Shop
{
    /// <summary>The rows, known to all projects.</summary>
    public const string Rows = """
        namespace Shop;
        public sealed class Sale { public int Id { get; set; } public decimal Amount { get; set; } }
        """;

    /// <summary>A repository that only adds.</summary>
    public const string Append = """
        namespace Shop.Data;
        public sealed class SaleRepository(NpgsqlConnection db)
        {
            public void InsertSale(Sale sale) => db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);
            public Task InsertSaleAsync(Sale sale) => db.ExecuteAsync("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);
            public void DeleteSales() => db.Execute("DELETE FROM sales");
        }
        """;

    /// <summary>A job that calls the repository for each row of a file: the statements run in the loop.</summary>
    public static string JobOver(string statements, string repository = "SaleRepository", string before = "", string around = "") => $$"""
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class SaleJob({{repository}} repository)
        {
            public async Task RunAsync()
            {
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                {{before}}
                foreach (var sale in csv.GetRecords<Sale>())
                { {{around}}
                    {{statements}}
                }
                await Task.CompletedTask;
            }
        }
        """;

    /// <summary>What both hosts say of a job over a repository.</summary>
    public static Task<IReadOnlyList<string>> Says(string data, string job, params string[] rules) =>
        Projects.Of(("Shop.Rows", Rows), ("Shop.Data", data), ("Shop.Jobs", job)).Says(rules);
}
