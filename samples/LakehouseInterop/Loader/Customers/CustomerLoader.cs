using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Customers;

/// <summary>Brings customers to <c>raw.customers</c>.</summary>
internal sealed class CustomerLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/customers.csv"], Outputs = ["raw.customers"])]
    public async Task LoadAsync()
    {
        using var file = File.OpenText("data/customers.csv");
        var customers = CsvRows.Read<Customer>(file);

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.customers (customer_id, name, email)
            VALUES (@CustomerId, @Name, @Email)
            ON CONFLICT (customer_id) DO UPDATE SET name = excluded.name, email = excluded.email
            """,
            customers,
            transaction);
        await transaction.CommitAsync();
    }
}
