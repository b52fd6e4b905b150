using Microsoft.EntityFrameworkCore;
using WebShop.Accounts;
using WebShop.Background;
using WebShop.Catalog;
using WebShop.Data;
using WebShop.Orders;

var builder = WebApplication.CreateBuilder(args);
var connectionString = builder.Configuration.GetConnectionString("Shop") ?? "Data Source=shop.db";

builder.Services.AddControllers();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite(connectionString));
builder.Services.AddScoped(_ => new ProductSearch(connectionString));
builder.Services.AddScoped<LoginService>();
builder.Services.AddScoped<Checkout>();
builder.Services.AddHttpClient<ExchangeRates>();
builder.Services.AddHostedService<SessionCleanup>();

var app = builder.Build();

using (var scope = app.Services.CreateScope())
{
    var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
    DemoData.Seed(context);
}

app.UseSession();
app.Use(async (context, next) =>
{
    await next();
    if (context.Response.StatusCode >= 500)
        await File.AppendAllTextAsync("errors.log", $"{DateTime.Now:O} {context.Request.Path}{Environment.NewLine}");
});

app.MapControllers();
app.MapAccounts();
app.MapOrders();
app.MapGet("/products/search", async (string? text, string? sort, ProductSearch search) =>
    Results.Ok(await search.FindAsync(text ?? "", sort)));

app.Run();
