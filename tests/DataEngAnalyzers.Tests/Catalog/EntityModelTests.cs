using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Catalog;

public sealed class EntityModelTests
{
    [Fact]
    public void Conventions_and_attributes_make_a_table() => CatalogText.Shows("""
        dw.order_lines (EntityModel)
          order_id int not null
          LineNo smallint not null
          Product string(40) not null
          Amount decimal(18,4) null
          Note string(200) null
          Stamp ? null
          primary (order_id, LineNo)
          unique (Product, LineNo)
        """, Code.OfFiles("""
        #nullable enable
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;

        [Table("order_lines", Schema = "dw"), PrimaryKey(nameof(OrderId), nameof(LineNo)), Index(nameof(Product), nameof(LineNo), IsUnique = true)]
        public sealed class OrderLine
        {
            [Column("order_id")] public int OrderId { get; set; }
            public short LineNo { get; set; }
            [MaxLength(40)] public string Product { get; set; } = "";
            [Column(TypeName = "decimal(18,4)")] public decimal? Amount { get; set; }
            [StringLength(200)] public string? Note { get; set; }
            public byte[]? Stamp { get; set; }
            [NotMapped] public string Label => Product;
            [NotMapped] public string Draft { get; set; } = "";
            public List<Sale> Sales { get; } = new();
        }

        public sealed class OrderContext : DbContext
        {
            public DbSet<OrderLine> Lines => Set<OrderLine>();
        }
        """), "order_lines");

    [Fact]
    public void Fluent_calls_override_them() => CatalogText.Shows("""
        mart.orders (EntityModel)
          id bigint not null
          Number varchar(12) not null
          Total decimal(10,3) not null default
          Version ? null generated
          primary (id)
          unique (Number)
        """, Code.OfFiles("""
        #nullable enable
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        public sealed class Order
        {
            public long Id { get; set; }
            public string? Number { get; set; }
            public decimal Total { get; set; }
            public string? Scratch { get; set; }
            public byte[]? Version { get; set; }
        }

        public sealed class OrderMap : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> order)
            {
                order.ToTable("orders");
                order.Property(o => o.Id).HasColumnName("id").ValueGeneratedNever();
                order.Property(o => o.Number).HasColumnType("varchar").HasMaxLength(12).IsRequired();
                order.Property(o => o.Total).HasPrecision(10, 3).HasDefaultValue(1m);
                order.Property(o => o.Version).IsRowVersion();
                order.Ignore(o => o.Scratch);
                order.HasIndex(o => o.Number).IsUnique();
                order.HasIndex(o => o.Total).IsUnique(false);
            }
        }

        public sealed class OrderContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();

            protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("mart").ApplyConfiguration(new OrderMap());
        }
        """), "orders");

    [Fact]
    public void An_owned_type_lies_in_the_table_of_its_owner() => CatalogText.Shows("""
        Customers (EntityModel)
          Id int not null generated
          Home_Street string null
          town string null
          Work_Street string null
          Work_City string(30) null
          primary (Id)
        """, Code.OfFiles("""
        #nullable enable
        public sealed class Address { public string? Street { get; set; } public string? City { get; set; } }
        public sealed class Customer { public int Id { get; set; } public Address? Home { get; set; } public Address? Work { get; set; } }

        public sealed class CustomerContext : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();

            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>(customer =>
            {
                customer.OwnsOne(c => c.Home, home => home.Property(h => h.City).HasColumnName("town"));
                customer.OwnsOne(c => c.Work).Property(w => w.City).HasMaxLength(30);
            });
        }
        """), "Customers");

    [Fact]
    public void A_reference_without_its_key_leaves_the_columns_open() => CatalogText.Shows("", Code.OfFiles("""
        public sealed class Store { public int Id { get; set; } }
        public sealed class Order { public int Id { get; set; } public Store Store { get; set; } = new(); }
        public sealed class OrderContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """), "Orders");

    [Fact]
    public void A_snapshot_lists_entities_and_properties_as_texts() => CatalogText.Shows("""
        dw.orders (Snapshot)
          Id integer not null generated
          order_no character varying(20) not null
          Placed timestamp with time zone null
          Ship_City text null
          primary (Id)
          unique (order_no)
        """, Code.OfFiles("", ("Migrations/OrderContextModelSnapshot.cs", """
        using Microsoft.EntityFrameworkCore.Infrastructure;

        [DbContext(typeof(ShopContext))]
        partial class OrderContextModelSnapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.HasDefaultSchema("dw").HasAnnotation("ProductVersion", "10.0.0");
                modelBuilder.Entity("Shop.Order", b =>
                {
                    b.Property<int>("Id").ValueGeneratedOnAdd().HasColumnType("integer");
                    b.Property<string>("Number").IsRequired().HasMaxLength(20).HasColumnType("character varying(20)").HasColumnName("order_no");
                    b.Property<DateTime?>("Placed").HasColumnType("timestamp with time zone");
                    b.HasKey("Id");
                    b.HasIndex("Number").IsUnique();
                    b.HasIndex("Placed");
                    b.ToTable("orders");
                });
                modelBuilder.Entity("Shop.Order", b =>
                {
                    b.OwnsOne("Shop.Address", "Ship", b1 =>
                    {
                        b1.Property<int>("OrderId").HasColumnType("integer");
                        b1.Property<string>("City").HasColumnType("text");
                        b1.HasKey("OrderId");
                        b1.ToTable("orders");
                        b1.WithOwner().HasForeignKey("OrderId");
                    });
                });
            }
        }
        """)), "orders");

    [Fact]
    public void A_string_of_the_code_declares_a_table_and_a_later_migration_does_not_take_it_from_there() => CatalogText.Shows("""
        orders (Code)
          id int not null
          primary (id)
        """, Code.OfFiles("""
        public static class Schema
        {
            public const string Clean = "DROP TABLE orders";
            public const string Orders = "CREATE TABLE IF NOT EXISTS orders (" + "id int PRIMARY KEY)";
        }
        """), "orders");
}
