using Microsoft.EntityFrameworkCore;

namespace RetailWarehouse.Flawed.Model;

/// <summary>The part of the warehouse that is written through EF Core.</summary>
internal sealed class WarehouseContext(string databasePath) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite($"Data Source={databasePath}");

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.ToTable("dim_customer");
            customer.HasKey(c => c.CustomerKey);
            customer.Property(c => c.CustomerKey).HasColumnName("customer_key");
            customer.Property(c => c.CustomerNumber).HasColumnName("customer_number");
            customer.Property(c => c.Name).HasColumnName("name");
            customer.Property(c => c.Email).HasColumnName("email");
            customer.Property(c => c.Country).HasColumnName("country");
            customer.Property(c => c.City).HasColumnName("city");
            customer.Property(c => c.Segment).HasColumnName("segment");
            customer.Property(c => c.SignupDate).HasColumnName("signup_date");
        });
}
