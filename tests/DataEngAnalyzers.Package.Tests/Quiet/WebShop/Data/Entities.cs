using System.ComponentModel.DataAnnotations;

namespace WebShop.Data;

public sealed class Product
{
    public int Id { get; set; }

    [Required, MaxLength(120)]
    public string Name { get; set; } = "";

    [Range(0, 100_000)]
    public decimal Price { get; set; }

    public int Stock { get; set; }
    public byte[]? Picture { get; set; }
}

public sealed class User
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
    public string PasswordHash { get; set; } = "";
    public DateTime? LastLogin { get; set; }
}

public sealed class LoginSession
{
    public Guid Id { get; set; }
    public int UserId { get; set; }
    public DateTime ExpiresAt { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public DateTime PlacedAt { get; set; }
    public string Status { get; set; } = "open";
    public List<OrderItem> Items { get; set; } = [];
}

public sealed class OrderItem
{
    public int Id { get; set; }
    public int ProductId { get; set; }
    public int Quantity { get; set; }
    public decimal Price { get; set; }
}

public sealed class AuditEntry
{
    public int Id { get; set; }
    public DateTime At { get; set; }
    public string What { get; set; } = "";
}
