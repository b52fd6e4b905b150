using Microsoft.Data.Sqlite;
using RetailWarehouse.Flawed.Extract;

namespace RetailWarehouse.Flawed.Staging;

/// <summary>Keeps every order line the shop has sent.</summary>
internal sealed class OrderLoader(SqliteConnection connection)
{
    public int Load(IEnumerable<OrderLine> lines, string sourceFile)
    {
        var loaded = 0;
        foreach (var line in lines)
        {
            try
            {
                ArgumentException.ThrowIfNullOrEmpty(line.OrderId);
                loaded += Insert(line, sourceFile);
            }
            catch (Exception)
            {
                continue;
            }
        }

        return loaded;
    }

    private int Insert(OrderLine line, string sourceFile)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO order_lines (order_id, line_no, customer_id, product_id, order_date, quantity, unit_price, source_file) " +
            "VALUES ($order, $line, $customer, $product, $date, $quantity, $price, $file)";
        command.Parameters.AddWithValue("$order", line.OrderId);
        command.Parameters.AddWithValue("$line", line.LineNo);
        command.Parameters.AddWithValue("$customer", line.CustomerId);
        command.Parameters.AddWithValue("$product", line.ProductId);
        command.Parameters.AddWithValue("$date", line.OrderDate);
        command.Parameters.AddWithValue("$quantity", line.Quantity);
        command.Parameters.AddWithValue("$price", line.UnitPrice);
        command.Parameters.AddWithValue("$file", sourceFile);
        return command.ExecuteNonQuery();
    }
}
