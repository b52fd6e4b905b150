using System.Collections.Generic;

namespace DataEngAnalyzers.Benchmark;

/// <summary>
/// Generates a project a twentieth of which moves data, in layers: a job reads a CSV file, a service maps its rows, a repository behind an
/// interface lands them, and a mart is rebuilt from them.
/// </summary>
internal static class LayeredProject
{
    private const int DataShare = 20;

    private const string Template = """"
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using CsvHelper;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;
        using NpgsqlTypes;

        namespace Layered.Feed@;

        public sealed record OrderLine@(int Id, string Customer, decimal Amount, DateTime OrderedAt);

        public sealed class Order@
        {
            public int Id { get; set; }

            public string Customer { get; set; } = "";

            public decimal Amount { get; set; }
        }

        public interface IOrderStore@
        {
            Task SaveAsync(IReadOnlyCollection<Order@> orders, CancellationToken cancellation);
        }

        public sealed class OrderReader@
        {
            public IEnumerable<OrderLine@> Read(string path)
            {
                using var text = new StreamReader(path);
                using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
                foreach (var line in csv.GetRecords<OrderLine@>())
                    yield return line;
            }
        }

        public sealed class OrderMapper@
        {
            public List<Order@> Map(IEnumerable<OrderLine@> lines) => lines
                .Where(line => line.Amount > 0)
                .GroupBy(line => line.Id)
                .Select(group => new Order@ { Id = group.Key, Customer = group.First().Customer.Trim(), Amount = group.Sum(line => line.Amount) })
                .ToList();
        }

        public sealed class OrderStore@(NpgsqlDataSource source) : IOrderStore@
        {
            private const string Target = "dw.orders@";

            public async Task SaveAsync(IReadOnlyCollection<Order@> orders, CancellationToken cancellation)
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await connection.ExecuteAsync("CREATE TEMP TABLE incoming (LIKE " + Target + ") ON COMMIT DROP", transaction: transaction);
                await CopyAsync(connection, orders, cancellation);
                await connection.ExecuteAsync($"""
                    INSERT INTO {Target} (id, customer, amount)
                    SELECT id, customer, amount FROM incoming
                    ON CONFLICT (id) DO UPDATE SET customer = excluded.customer, amount = excluded.amount
                    """, transaction: transaction);
                await transaction.CommitAsync(cancellation);
            }

            private static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<Order@> orders, CancellationToken cancellation)
            {
                await using var import = await connection.BeginBinaryImportAsync("COPY incoming (id, customer, amount) FROM STDIN (FORMAT BINARY)", cancellation);
                foreach (var order in orders)
                {
                    await import.StartRowAsync(cancellation);
                    await import.WriteAsync(order.Id, NpgsqlDbType.Integer, cancellation);
                    await import.WriteAsync(order.Customer, NpgsqlDbType.Text, cancellation);
                    await import.WriteAsync(order.Amount, NpgsqlDbType.Numeric, cancellation);
                }

                await import.CompleteAsync(cancellation);
            }
        }

        public sealed class OrderJob@(OrderReader@ reader, OrderMapper@ mapper, IOrderStore@ store)
        {
            public async Task RunAsync(string folder, CancellationToken cancellation)
            {
                foreach (var path in Directory.GetFiles(folder, "orders@_*.csv"))
                {
                    var orders = mapper.Map(reader.Read(path));
                    await store.SaveAsync(orders, cancellation);
                }
            }
        }

        public sealed class Warehouse@(DbContextOptions<Warehouse@> options) : DbContext(options)
        {
            public DbSet<Order@> Orders => Set<Order@>();
        }

        public sealed class CustomerMart@(Warehouse@ warehouse, NpgsqlDataSource source)
        {
            public async Task RebuildAsync(DateOnly day, CancellationToken cancellation)
            {
                var totals = await warehouse.Orders.GroupBy(order => order.Customer)
                    .Select(group => new { Customer = group.Key, Amount = group.Sum(order => order.Amount) })
                    .ToListAsync(cancellation);
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await connection.ExecuteAsync("DELETE FROM mart.customer@ WHERE day = @day", new { day }, transaction);
                await connection.ExecuteAsync("INSERT INTO mart.customer@ (day, customer, amount) VALUES (@Day, @Customer, @Amount)", totals.Select(total => new { Day = day, total.Customer, total.Amount }), transaction);
                await transaction.CommitAsync(cancellation);
            }
        }

        """";

    /// <summary>Writes files of at least <paramref name="lines"/> lines together and returns their paths.</summary>
    public static IReadOnlyList<string> Write(string folder, int lines) =>
        [.. OrdinaryProject.Write(folder, lines - lines / DataShare), .. Numbered.Write(folder, "Feed", Template, lines / DataShare)];
}
