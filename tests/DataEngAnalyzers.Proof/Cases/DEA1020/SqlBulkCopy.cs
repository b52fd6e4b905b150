using System.Data;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var sales = new DataTable();
        sales.Columns.Add("id", typeof(int));
        sales.Columns.Add("product", typeof(string));
        sales.Columns.Add("amount", typeof(decimal));
        foreach (var sale in SalesFile.Read(folder))
            sales.Rows.Add(sale.Id, sale.Product, sale.Amount);
        using var copy = new SqlBulkCopy(db) { DestinationTableName = "fact_sales" };
        await copy.WriteToServerAsync(sales);
    }
}
