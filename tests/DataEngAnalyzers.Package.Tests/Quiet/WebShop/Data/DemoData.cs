namespace WebShop.Data;

/// <summary>Fills an empty development database.</summary>
public static class DemoData
{
    public static void Seed(ShopContext context)
    {
        context.Database.EnsureCreated();
        if (context.Products.Any())
            return;

        var random = new Random(7);
        string[] names = ["Kettle", "Lamp", "Notebook", "Backpack", "Umbrella"];
        foreach (var name in names)
        {
            context.Products.Add(new Product
            {
                Name = name,
                Price = random.Next(500, 9000) / 100m,
                Stock = random.Next(0, 50),
            });
        }

        context.Users.AddRange(
            new User { Email = "ada@example.org", PasswordHash = Accounts.Passwords.Hash("analytical") },
            new User { Email = "grace@example.org", PasswordHash = Accounts.Passwords.Hash("compiler") });
        context.SaveChanges();
    }
}
