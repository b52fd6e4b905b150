using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Npgsql;
using Quartz;

namespace RetailWarehouse.Flawed.SqlServer;

/// <summary>Keeps the copy of the warehouse that the reporting server reads.</summary>
internal sealed class ReportingCopy(SqlConnection reporting, NpgsqlConnection archive) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var prices = (await archive.QueryAsync<PriceRow>("SELECT product_id, price FROM price_list")).ToList();
        await reporting.ExecuteAsync("INSERT INTO dbo.price_changes (product_id, price) VALUES (@ProductId, @Price)", prices);
    }

    public void MergeProducts() =>
        reporting.Execute(
            """
            MERGE dbo.dim_product AS target
            USING staging.product AS source ON target.product_id = source.product_id
            WHEN NOT MATCHED THEN INSERT (product_id, name) VALUES (source.product_id, source.name);
            """);

    public void LoadSales(IDataReader sales)
    {
        using var copy = new SqlBulkCopy(reporting) { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
        copy.WriteToServer(sales);
    }

    public void Archive(IEnumerable<PriceRow> prices)
    {
        using var writer = archive.BeginTextImport("COPY price_archive (product_id, price) FROM STDIN");
        foreach (var price in prices)
            writer.WriteLine(FormattableString.Invariant($"{price.ProductId}\t{price.Price}"));
    }

    internal sealed record PriceRow(string ProductId, decimal Price);
}
