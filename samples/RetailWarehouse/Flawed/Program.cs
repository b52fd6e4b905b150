using RetailWarehouse.Flawed;
using RetailWarehouse.Flawed.Dimensions;
using RetailWarehouse.Flawed.Export;
using RetailWarehouse.Flawed.Extract;
using RetailWarehouse.Flawed.Facts;
using RetailWarehouse.Flawed.Maintenance;
using RetailWarehouse.Flawed.Staging;

var options = LoadOptions.Parse(args);
Directory.CreateDirectory(options.OutputFolder);

using var connection = WarehouseDatabase.Open(options.DatabasePath);

Console.WriteLine($"dim_customer: {new CustomerImporter(options.DatabasePath, options.DataFolder).Import()} rows added");
Console.WriteLine($"dim_product: {new ProductDimension(connection).Rebuild(Path.Combine(options.DataFolder, "products.csv"))} rows written");
new DateDimension(connection).Fill(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31));

var watermark = new Watermark(connection);
Console.WriteLine($"Orders loaded until: {watermark.Read("orders") ?? "never"}");

var lines = OrderExtractor.Read(Path.Combine(options.DataFolder, "orders.csv"));
Console.WriteLine($"order_lines: {new OrderLoader(connection).Load(lines, "orders.csv")} rows added");
watermark.Save("orders", lines.Max(line => line.OrderDate));

Console.WriteLine($"fact_sales: {new SalesFactLoader(connection).Load()} rows added");
Console.WriteLine($"fact_returns: {new ReturnsLoader(connection).Load(Path.Combine(options.DataFolder, "returns.csv"))} rows added");
Console.WriteLine($"mart_sales: {new SalesMart(connection).Rebuild()} rows written");

await new SegmentCleanup(options.DatabasePath).RunAsync();
new PriceMaintenance(connection).ConvertDollarPrices(rate: 0.92m);

new DailySalesExport(connection).Write(options.OutputFolder);
new ReturnsExport(connection).Write(options.OutputFolder);
new KeyListExport(connection).Write(options.KeyTable, key: "order_id", options.OutputFolder);

if (options.ExportTo is { } target)
{
    var export = new WarehouseExport(connection, target);
    export.ExportSales();
    export.ExportCustomers();
    await export.ExportReturnsAsync();
}
