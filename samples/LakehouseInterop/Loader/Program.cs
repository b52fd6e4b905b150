using LakehouseInterop.Loader;
using LakehouseInterop.Loader.Customers;
using LakehouseInterop.Loader.Orders;
using LakehouseInterop.Loader.Payments;
using LakehouseInterop.Loader.Rates;
using LakehouseInterop.Loader.Refunds;
using LakehouseInterop.Loader.Reports;
using LakehouseInterop.Loader.Shipments;
using Npgsql;

// From the folder that holds dvc.yaml: dotnet run --project Loader -- <connection string>
if (args is not [var target])
{
    Console.Error.WriteLine("usage: dotnet run --project Loader -- <connection string of PostgreSQL>");
    return 2;
}

await using var connection = new NpgsqlConnection(target);
await connection.OpenAsync();

await new CustomerLoader(connection).LoadAsync();
await new OrderLoader(connection).LoadAsync();
await new PaymentLoader(connection).LoadAsync();
await new RefundLoader(connection).LoadAsync();
await new ShipmentLoader(connection).LoadAsync();
await new RateLoader(connection).LoadAsync();
await new RevenueReport(connection).FillAsync();
await new CustomerExport(connection).WriteAsync();

return await Gate.PassesAsync() ? 0 : 1;
