using Microsoft.EntityFrameworkCore;
using WebShop.Data;

namespace WebShop.Orders;

public sealed record BasketItem(int ProductId, int Quantity);

/// <summary>Turns a basket into an order and takes the goods from stock.</summary>
public sealed class Checkout(ShopContext context)
{
    public async Task<Order?> PlaceAsync(int userId, IReadOnlyList<BasketItem> basket)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var order = new Order { UserId = userId, PlacedAt = DateTime.UtcNow };

        foreach (var item in basket)
        {
            var product = await context.Products.FindAsync(item.ProductId);
            if (product is null || product.Stock < item.Quantity)
            {
                await transaction.RollbackAsync();
                return null;
            }

            product.Stock -= item.Quantity;
            order.Items.Add(new OrderItem
            {
                ProductId = product.Id,
                Quantity = item.Quantity,
                Price = product.Price,
            });
        }

        context.Orders.Add(order);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return order;
    }

    public Task<int> CancelAsync(int orderId) =>
        context.Orders
            .Where(order => order.Id == orderId && order.Status == "open")
            .ExecuteUpdateAsync(order => order.SetProperty(o => o.Status, "cancelled"));
}
