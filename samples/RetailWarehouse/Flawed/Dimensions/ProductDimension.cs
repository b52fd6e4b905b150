using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Dimensions;

/// <summary>Rebuilds <c>dim_product</c> from the price list.</summary>
internal sealed class ProductDimension(SqliteConnection connection)
{
    public int Rebuild(string path)
    {
        AddDiscontinuedColumn();

        var products = File.ReadLines(path)
            .Skip(1)
            .Select(line => ToProduct(line.Split(';')))
            .ToList();

        connection.Execute("DELETE FROM dim_product");
        return connection.Execute(
            """
            INSERT INTO dim_product (product_id, sku, name, category, unit_price, currency, discontinued)
            VALUES (@ProductId, @Sku, @Name, @Category, @UnitPrice, @Currency, @Discontinued)
            """,
            products);
    }

    private void AddDiscontinuedColumn()
    {
        var present = connection.ExecuteScalar<bool>(
            "SELECT COUNT(*) FROM pragma_table_info('dim_product') WHERE name = 'discontinued'");
        if (!present)
            connection.Execute("ALTER TABLE dim_product ADD COLUMN discontinued INTEGER");
    }

    private static ProductRow ToProduct(string[] fields) => new(
        ProductId: fields[0],
        Sku: fields[1],
        Name: fields[2],
        Category: fields[3],
        UnitPrice: fields[4] is "" or "n/a" ? 0 : decimal.Parse(fields[4]),
        Currency: fields[5],
        Discontinued: fields[6] == "0");
}
