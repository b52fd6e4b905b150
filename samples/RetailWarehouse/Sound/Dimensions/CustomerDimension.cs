using DataEngAnalyzers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RetailWarehouse.Sound.Extract;
using RetailWarehouse.Sound.Model;
using RetailWarehouse.Sound.Rejects;

namespace RetailWarehouse.Sound.Dimensions;

/// <summary>Brings the customer list of the shop into <c>dim_customer</c>; a known customer is updated.</summary>
internal sealed class CustomerDimension(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["customers.csv"], Outputs = ["dim_customer", "rejected_row"])]
    public int Load(string path)
    {
        var rejects = new RejectLog("customers.csv");
        var rows = Accepted(path, rejects);

        using var context = new WarehouseContext(connection);
        using var transaction = context.Database.BeginTransaction();

        var known = context.Customers.ToDictionary(customer => customer.CustomerId);
        foreach (var row in rows)
        {
            if (known.TryGetValue(row.CustomerId, out var customer))
                Update(customer, row);
            else
                context.Customers.Add(ToCustomer(row));
        }

        context.SaveChanges();
        rejects.Save(connection, transaction.GetDbTransaction());
        transaction.Commit();
        return rows.Count;
    }

    private static Dictionary<string, CustomerRow>.ValueCollection Accepted(string path, RejectLog rejects)
    {
        var rows = new Dictionary<string, CustomerRow>();
        foreach (var line in CsvSource.Read<CustomerRow>(path, ","))
        {
            if (RowRules.Validate(line.Row) is { } reason)
                rejects.Add(line, reason);
            else if (!rows.TryAdd(line.Row.CustomerId, line.Row))
                rejects.Add(line, "customer_id is a duplicate");
        }

        return rows.Values;
    }

    private static void Update(Customer customer, CustomerRow row)
    {
        customer.Name = row.Name;
        customer.Email = row.Email;
        customer.Country = row.Country;
        customer.City = row.City;
        customer.Segment = row.Segment;
        customer.SignupDate = Field.Date(row.SignupDate);
    }

    private static Customer ToCustomer(CustomerRow row) => new()
    {
        CustomerId = row.CustomerId,
        Name = row.Name,
        Email = row.Email,
        Country = row.Country,
        City = row.City,
        Segment = row.Segment,
        SignupDate = Field.Date(row.SignupDate),
    };
}
