using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WebShop.Accounts;
using WebShop.Data;

namespace WebShop.Orders;

public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapPost("/orders", PlaceAsync);
        app.MapDelete("/orders/{id:int}", async (int id, Checkout checkout) =>
            await checkout.CancelAsync(id) == 0 ? Results.NotFound() : Results.NoContent());
        app.MapGet("/orders/recent", async (ShopContext context) =>
        {
            var since = DateTime.UtcNow.AddDays(-30);
            return await context.Orders.Where(order => order.PlacedAt >= since).CountAsync();
        });
        app.MapGet("/orders.csv", DownloadAsync);
        app.MapPost("/feedback", async (string text, ShopContext context) =>
        {
            context.AuditEntries.Add(new AuditEntry { At = DateTime.UtcNow, What = text });
            await context.SaveChangesAsync();
        });
    }

    private static async Task<IResult> PlaceAsync(
        List<BasketItem> basket, Checkout checkout, LoginService logins, ExchangeRates rates, HttpContext http)
    {
        if (AccountEndpoints.CurrentSession(http) is not { } session || await logins.FindUserAsync(session) is not { } user)
            return Results.Unauthorized();

        var order = await checkout.PlaceAsync(user.Id, basket);
        if (order is null)
            return Results.Conflict("out of stock");

        var total = order.Items.Sum(item => item.Price * item.Quantity);
        return Results.Ok(new { order.Id, total, dollars = total * await rates.DollarsPerEuroAsync() });
    }

    private static async Task<IResult> DownloadAsync(ShopContext context)
    {
        var text = new StringBuilder("id;placed;status\n");
        foreach (var order in await context.Orders.AsNoTracking().ToListAsync())
            text.AppendLine(CultureInfo.InvariantCulture, $"{order.Id};{order.PlacedAt:O};{order.Status}");

        return Results.Text(text.ToString(), "text/csv");
    }
}
