using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;
using RetailWarehouse.Sound.Extract;
using RetailWarehouse.Sound.Rejects;

namespace RetailWarehouse.Sound.Dimensions;

/// <summary>Brings the price list into <c>dim_product</c>; a known product keeps its key.</summary>
internal sealed class ProductDimension(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["products.csv"], Outputs = ["dim_product", "rejected_row"])]
    public int Load(string path)
    {
        var rejects = new RejectLog("products.csv");
        var products = Accepted(path, rejects);

        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            INSERT INTO dim_product (product_id, sku, name, category, unit_price, currency, active)
            VALUES (@ProductId, @Sku, @Name, @Category, @UnitPrice, @Currency, @Active)
            ON CONFLICT (product_id) DO UPDATE SET
                sku = excluded.sku,
                name = excluded.name,
                category = excluded.category,
                unit_price = excluded.unit_price,
                currency = excluded.currency,
                active = excluded.active
            """,
            products,
            transaction);
        rejects.Save(connection, transaction);
        transaction.Commit();
        return products.Count;
    }

    private static List<Product> Accepted(string path, RejectLog rejects)
    {
        var products = new Dictionary<string, Product>();
        foreach (var line in CsvSource.Read<ProductRow>(path, ";"))
        {
            if (RowRules.Validate(line.Row) is { } reason)
                rejects.Add(line, reason);
            else if (!products.TryAdd(line.Row.ProductId, Product.From(line.Row)))
                rejects.Add(line, "product_id is a duplicate");
        }

        return [.. products.Values];
    }
}
