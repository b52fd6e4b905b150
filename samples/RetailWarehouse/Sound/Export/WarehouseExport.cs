using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Polly;
using Polly.Retry;

namespace RetailWarehouse.Sound.Export;

/// <summary>Copies the sales to the PostgreSQL server of the reporting team; a rerun ends with the same rows.</summary>
internal sealed class WarehouseExport(SqliteConnection source, string target)
{
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(2) })
        .Build();

    [PipelineStage]
    [DataLineage(Inputs = ["fact_sales", "dim_date"], Outputs = ["reporting.fact_sales"])]
    public async Task RunAsync()
    {
        var sales = source.Query<SaleRow>(
            """
            SELECT s.order_id AS OrderId, s.line_no AS LineNo, d.date AS OrderDate, s.quantity AS Quantity, s.amount AS Amount
            FROM fact_sales s
            JOIN dim_date d ON d.date_key = s.date_key
            """).ToList();

        await Retry.ExecuteAsync(async cancellation => await ReplaceAsync(sales, cancellation));
    }

    private async Task ReplaceAsync(List<SaleRow> sales, CancellationToken cancellation)
    {
        await using var postgres = new NpgsqlConnection(target);
        await postgres.OpenAsync(cancellation);
        await using var transaction = await postgres.BeginTransactionAsync(cancellation);

        await postgres.ExecuteAsync(
            """
            CREATE TEMP TABLE tmp_sales (order_id text, line_no bigint, order_date text, quantity bigint, amount numeric)
            ON COMMIT DROP
            """,
            transaction: transaction);

        var copied = await CopyAsync(postgres, sales, cancellation);
        if (copied != (ulong)sales.Count)
            throw new InvalidDataException($"fact_sales: {sales.Count} rows read, {copied} rows copied");

        await postgres.ExecuteAsync(
            """
            INSERT INTO fact_sales (order_id, line_no, order_date, quantity, amount)
            SELECT order_id, line_no, order_date, quantity, amount FROM tmp_sales
            ON CONFLICT (order_id, line_no) DO UPDATE SET
                order_date = excluded.order_date,
                quantity = excluded.quantity,
                amount = excluded.amount
            """,
            transaction: transaction);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<ulong> CopyAsync(
        NpgsqlConnection postgres, List<SaleRow> sales, CancellationToken cancellation)
    {
        await using var importer = await postgres.BeginBinaryImportAsync(
            "COPY tmp_sales (order_id, line_no, order_date, quantity, amount) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var sale in sales)
        {
            await importer.StartRowAsync(cancellation);
            await importer.WriteAsync(sale.OrderId, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(sale.LineNo, NpgsqlDbType.Bigint, cancellation);
            await importer.WriteAsync(sale.OrderDate, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(sale.Quantity, NpgsqlDbType.Bigint, cancellation);
            await importer.WriteAsync(sale.Amount, NpgsqlDbType.Numeric, cancellation);
        }

        return await importer.CompleteAsync(cancellation);
    }

    private sealed class SaleRow
    {
        public string OrderId { get; set; } = "";
        public long LineNo { get; set; }
        public string OrderDate { get; set; } = "";
        public long Quantity { get; set; }
        public decimal Amount { get; set; }
    }
}
