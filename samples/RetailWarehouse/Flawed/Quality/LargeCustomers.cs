using Dapper;
using Microsoft.Data.SqlClient;
using RetailWarehouse.Flawed.Model;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Hands the customers of one segment to the people who call them.</summary>
internal sealed class LargeCustomers(WarehouseContext context, SqlConnection crm)
{
    public void Hand()
    {
        var rows = context.Customers.ToList().Where(customer => customer.Segment == "Business");
        crm.Execute("MERGE dbo.call_list WITH (HOLDLOCK) AS t USING (SELECT @CustomerId AS id) AS s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);", rows);
    }
}
