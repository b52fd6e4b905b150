using RetailWarehouse.Sound;
using RetailWarehouse.Sound.Dimensions;
using RetailWarehouse.Sound.Export;
using RetailWarehouse.Sound.Facts;
using RetailWarehouse.Sound.Maintenance;
using RetailWarehouse.Sound.Migrations;
using RetailWarehouse.Sound.Staging;

if (LoadOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: --run-date yyyy-MM-dd [--data folder] [--database file] [--output folder] [--export connection]");
    return 2;
}

Directory.CreateDirectory(options.OutputFolder);
using var connection = WarehouseDatabase.Open(options.DatabasePath);
new SchemaMigrator(connection).Migrate();

Report("dim_customer", new CustomerDimension(connection).Load(Path.Combine(options.DataFolder, "customers.csv")));
Report("dim_product", new ProductDimension(connection).Load(Path.Combine(options.DataFolder, "products.csv")));
new PriceMaintenance(connection).ConvertDollarPrices(rate: 0.92m);
new DateDimension(connection).Fill(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31));

Report("stg_order", new OrderStage(connection).Load(Path.Combine(options.DataFolder, "orders.csv")));
Report("stg_return", new ReturnStage(connection).Load(Path.Combine(options.DataFolder, "returns.csv")));
Report("fact_sales", new SalesFactLoader(connection).Load(options.RunDate));
Report("fact_returns", new ReturnsFactLoader(connection).Load(options.RunDate));
Report("mart_sales", new SalesMart(connection).Rebuild());

new Watermark(connection).Save("orders", options.RunDate);
new SegmentCleanup(connection).Run();
new Housekeeping(connection).PurgeSales(before: options.RunDate.AddYears(-10));

new DailySalesExport(connection).Write(options.OutputFolder);
new ReturnsExport(connection).Write(options.OutputFolder);

if (options.ExportTo is { } target)
    await new WarehouseExport(connection, target).RunAsync();

return 0;

static void Report(string table, int rows) => Console.WriteLine($"{table}: {rows} rows");
