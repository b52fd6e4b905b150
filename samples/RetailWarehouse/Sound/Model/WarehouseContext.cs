using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RetailWarehouse.Sound.Model;

/// <summary>The part of the warehouse that is written through EF Core, over the connection of the load.</summary>
internal sealed class WarehouseContext(DbConnection connection) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite(connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.ToTable("dim_customer");
            customer.HasKey(c => c.CustomerKey);
            customer.HasIndex(c => c.CustomerId).IsUnique();
            customer.Property(c => c.CustomerKey).HasColumnName("customer_key");
            customer.Property(c => c.CustomerId).HasColumnName("customer_id");
            customer.Property(c => c.Name).HasColumnName("name");
            customer.Property(c => c.Email).HasColumnName("email");
            customer.Property(c => c.Country).HasColumnName("country");
            customer.Property(c => c.City).HasColumnName("city");
            customer.Property(c => c.Segment).HasColumnName("segment");
            customer.Property(c => c.SignupDate).HasColumnName("signup_date");
        });
}
