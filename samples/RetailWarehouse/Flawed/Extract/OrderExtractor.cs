using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RetailWarehouse.Flawed.Extract;

/// <summary>Reads the order export of the shop system.</summary>
internal static class OrderExtractor
{
    public static List<OrderLine> Read(string path)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            MissingFieldFound = null,
        };

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, configuration);
        csv.Read();
        csv.ReadHeader();

        var lines = new List<OrderLine>();
        while (csv.Read())
        {
            try
            {
                lines.Add(ParseLine(csv));
            }
            catch (Exception exception)
            {
                Console.WriteLine($"Skipping an order line: {exception.GetType().Name}");
            }
        }

        return lines;
    }

    private static OrderLine ParseLine(CsvReader csv) => new(
        csv.GetField("order_id")!,
        csv.GetField("line_no")!,
        csv.GetField("customer_id")!,
        csv.GetField("product_id")!,
        DateTime.Parse(csv.GetField("order_date")!),
        csv.GetField<int>("quantity"),
        decimal.Parse(csv.GetField("unit_price")!));
}
