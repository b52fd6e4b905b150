using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Facts;

/// <summary>Moves the order lines of the last two years into <c>fact_sales</c>.</summary>
internal sealed class SalesFactLoader(SqliteConnection connection)
{
    public int Load()
    {
        var since = DateTime.UtcNow.Date.AddYears(-2);

        return connection.Execute(
            """
            INSERT INTO fact_sales (order_id, line_no, customer_key, product_key, order_date, quantity, amount)
            SELECT o.order_id, o.line_no, c.customer_key, p.product_key, o.order_date, o.quantity, o.quantity * o.unit_price
            FROM order_lines o
            JOIN dim_customer c ON c.customer_number = o.customer_id
            JOIN dim_product p ON p.product_id = o.product_id
            WHERE o.order_date >= @since
            """,
            new { since });
    }
}
