using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using RetailWarehouse.Flawed.Extract;
using RetailWarehouse.Flawed.Model;

namespace RetailWarehouse.Flawed.Staging;

/// <summary>Brings the customer list of the shop into the warehouse.</summary>
internal sealed class CustomerImporter(string databasePath, string dataFolder)
{
    public int Import()
    {
        using var context = new WarehouseContext(databasePath);
        context.Database.EnsureCreated();

        var customers = ReadCustomers().Select(ToCustomer).ToList();
        context.Customers.AddRange(customers);
        return context.SaveChanges();
    }

    private List<CustomerRow> ReadCustomers()
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
        };

        using var reader = new StreamReader(Path.Combine(dataFolder, "customers.csv"));
        using var csv = new CsvReader(reader, configuration);
        return csv.GetRecords<CustomerRow>().ToList();
    }

    private static Customer ToCustomer(CustomerRow row) => new()
    {
        CustomerNumber = row.CustomerId,
        Name = row.Name,
        Email = row.Email,
        Country = row.Country,
        City = row.City,
        Segment = row.Segment,
        SignupDate = row.SignupDate,
    };
}
