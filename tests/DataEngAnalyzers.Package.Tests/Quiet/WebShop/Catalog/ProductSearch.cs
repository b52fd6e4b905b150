using Dapper;
using Microsoft.Data.Sqlite;

namespace WebShop.Catalog;

public sealed record ProductHit(long Id, string Name, double Price);

/// <summary>The search page, close to SQL.</summary>
public sealed class ProductSearch(string connectionString)
{
    public async Task<IReadOnlyList<ProductHit>> FindAsync(string text, string? sort)
    {
        var order = sort switch
        {
            "price" => "CAST(Price AS REAL)",
            "stock" => "Stock DESC",
            _ => "Name",
        };

        await using var connection = new SqliteConnection(connectionString);
        var hits = await connection.QueryAsync<ProductHit>(
            $"""
            SELECT Id, Name, CAST(Price AS REAL) AS Price
            FROM Products
            WHERE Name LIKE @pattern
            ORDER BY {order}
            LIMIT 50
            """,
            new { pattern = $"%{text}%" });
        return hits.ToList();
    }

    public async Task<long> CountSoldAsync(int productId)
    {
        await using var connection = new SqliteConnection(connectionString);
        return await connection.ExecuteScalarAsync<long>(
            "SELECT COALESCE(SUM(Quantity), 0) FROM OrderItem WHERE ProductId = @productId", new { productId });
    }

    public async Task RenameAsync(int id, string name)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.ExecuteAsync("UPDATE Products SET Name = @name WHERE Id = @id", new { id, name });
    }
}
