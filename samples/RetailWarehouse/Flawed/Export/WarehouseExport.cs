using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Polly;
using Polly.Retry;

namespace RetailWarehouse.Flawed.Export;

/// <summary>Copies the star schema to the PostgreSQL server of the reporting team.</summary>
internal sealed class WarehouseExport(SqliteConnection source, string target)
{
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(2) })
        .Build();

    public void ExportSales()
    {
        using var postgres = OpenTarget();
        using var sales = source.ExecuteReader("SELECT * FROM fact_sales");
        using var importer = postgres.BeginBinaryImport(
            "COPY fact_sales (order_id, line_no, order_date, quantity, amount) FROM STDIN (FORMAT BINARY)");

        ulong read = 0;
        while (sales.Read())
        {
            importer.StartRow();
            importer.Write(sales.GetString(1), NpgsqlDbType.Text);
            importer.Write(sales.GetString(2), NpgsqlDbType.Text);
            importer.Write(sales.GetString(5), NpgsqlDbType.Text);
            importer.Write(sales.GetInt32(6), NpgsqlDbType.Integer);
            importer.Write(sales.GetDecimal(7), NpgsqlDbType.Numeric);
            read++;
        }

        var written = importer.Complete();
        if (written != read)
            throw new InvalidDataException($"fact_sales: {read} rows read, {written} rows written");
    }

    public void ExportCustomers()
    {
        using var postgres = OpenTarget();
        postgres.Execute("CREATE TEMP TABLE tmp_customer (customer_number text, name text, country text)");

        var customers = source.Query<(string Number, string Name, string Country)>(
            "SELECT customer_number, name, country FROM dim_customer");
        using (var importer = postgres.BeginBinaryImport(
            "COPY tmp_customer (customer_number, name, country) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var customer in customers)
            {
                importer.StartRow();
                importer.Write(customer.Number, NpgsqlDbType.Text);
                importer.Write(customer.Name, NpgsqlDbType.Text);
                importer.Write(customer.Country, NpgsqlDbType.Text);
            }
        }

        postgres.Execute(
            """
            INSERT INTO dim_customer (customer_number, name, country)
            SELECT customer_number, name, country FROM tmp_customer
            ON CONFLICT (customer_number) DO UPDATE SET name = excluded.name, country = excluded.country
            """);
    }

    public async Task ExportReturnsAsync()
    {
        await using var postgres = OpenTarget();
        var returns = source.Query<(string ReturnId, string OrderId, int Quantity)>(
            "SELECT return_id, order_id, quantity FROM fact_returns")
            .Select(row => new { row.ReturnId, row.OrderId, row.Quantity })
            .ToList();

        await Retry.ExecuteAsync(async _ =>
            await postgres.ExecuteAsync(
                "INSERT INTO fact_returns (return_id, order_id, quantity) VALUES (@ReturnId, @OrderId, @Quantity)",
                returns));
    }

    private NpgsqlConnection OpenTarget()
    {
        var postgres = new NpgsqlConnection(target);
        postgres.Open();
        return postgres;
    }
}
