using System.Text.Json;
using Dapper;
using Npgsql;

namespace LakehouseInterop.Loader.Customers;

/// <summary>Hands customers to the newsletter as <c>landed/customers.json</c>.</summary>
internal sealed class CustomerExport(NpgsqlConnection connection)
{
    public async Task WriteAsync()
    {
        var contacts = await connection.QueryAsync<Contact>("SELECT customer_id AS CustomerId, email AS Email, segment AS Segment FROM raw.customers ORDER BY customer_id");
        var draft = "landed/customers.json.tmp";
        await using (var file = File.Create(draft))
            await JsonSerializer.SerializeAsync(file, contacts);
        File.Move(draft, "landed/customers.json", overwrite: true);
    }

    private sealed record Contact(long CustomerId, string? Email, string? Segment);
}
