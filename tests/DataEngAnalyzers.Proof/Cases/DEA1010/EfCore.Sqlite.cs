using Microsoft.EntityFrameworkCore;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var sales = SalesFile.Read(folder).ToList();
        await using var warehouse = new Warehouse(database);
        await warehouse.Sales.ExecuteDeleteAsync();
        warehouse.AddRange(sales);
        await warehouse.SaveChangesAsync();
    }
}

internal sealed class Warehouse(string database) : DbContext
{
    public DbSet<Sale> Sales => Set<Sale>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(database);

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Sale>(sale =>
    {
        sale.ToTable("fact_sales");
        sale.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        sale.Property(row => row.Product).HasColumnName("product");
        sale.Property(row => row.Amount).HasColumnName("amount");
    });
}
