using Microsoft.EntityFrameworkCore;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var warehouse = new Warehouse(database);
        foreach (var sale in SalesFile.Read(folder))
            warehouse.Sales.Add(new StoredSale { Product = sale.Product, Amount = sale.Amount });
        await warehouse.SaveChangesAsync();
    }
}

internal sealed class StoredSale
{
    public int Id { get; set; }

    public string Product { get; set; } = "";

    public decimal Amount { get; set; }
}

internal sealed class Warehouse(string database) : DbContext
{
    public DbSet<StoredSale> Sales => Set<StoredSale>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(database);

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<StoredSale>().ToTable("fact_sales");
}
