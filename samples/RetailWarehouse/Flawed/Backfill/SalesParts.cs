using System.Globalization;
using CsvHelper;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Quartz;

namespace RetailWarehouse.Flawed.Backfill;

/// <summary>Brings old sales page by page, and hands them on as files.</summary>
internal sealed class SalesParts(SqlConnection shop, SqliteConnection connection)
{
    public void LoadPages(int size)
    {
        for (var page = 0; ; page++)
        {
            var rows = shop.Query<OldSale>("SELECT order_id AS OrderId FROM sales ORDER BY order_date OFFSET @skip ROWS FETCH NEXT @size ROWS ONLY", new { skip = page * size, size }).ToList();
            if (rows.Count == 0)
                break;
            connection.Execute("INSERT INTO old_sales (order_id) VALUES (@OrderId) ON CONFLICT (order_id) DO NOTHING", rows);
        }
    }

    public void WriteSnapshot(string folder) =>
        File.WriteAllLines(Path.Combine(folder, $"sales_{Guid.NewGuid():N}.csv"), connection.Query<string>("SELECT order_id FROM old_sales"));

    public void WriteMonth(string folder, DateOnly month) =>
        File.WriteAllLines(Path.Combine(folder, $"{month:d}", "sales.csv"), connection.Query<string>("SELECT order_id FROM old_sales WHERE month = @month", new { month = month.Month }));

    public void WriteEach(string folder)
    {
        foreach (var sale in connection.Query<OldSale>("SELECT order_id AS OrderId FROM old_sales"))
            File.WriteAllText(Path.Combine(folder, $"{sale.OrderId}.csv"), sale.OrderId.ToString(CultureInfo.InvariantCulture));
    }

    public void LoadFile(string path)
    {
        foreach (var line in File.ReadAllLines(path))
            connection.Execute("INSERT INTO old_sales (order_id) VALUES (@line) ON CONFLICT (order_id) DO NOTHING", new { line });
    }

    private sealed record OldSale(int OrderId);
}

/// <summary>Follows the file of returns.</summary>
[DisallowConcurrentExecution]
internal sealed class ReturnsJob(SqliteConnection connection, CsvReader csv) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var order in csv.GetRecords<int>())
            await connection.ExecuteAsync("INSERT INTO returned_orders (order_id) VALUES (@order) ON CONFLICT (order_id) DO NOTHING", new { order }, transaction);
        transaction.Commit();
    }
}
