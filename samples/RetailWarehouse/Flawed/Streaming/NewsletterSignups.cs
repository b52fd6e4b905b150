using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace RetailWarehouse.Flawed.Streaming;

/// <summary>Takes newsletter signups off the shop's queue.</summary>
internal sealed class NewsletterSignups(NewsletterContext context)
{
    public static void Accept(string address) => BackgroundJob.Enqueue<NewsletterSignups>(signups => signups.StoreAsync(address));

    public async Task StoreAsync(string address)
    {
        if (!await context.Signups.AnyAsync(signup => signup.Address == address))
        {
            context.Signups.Add(new Signup { Address = address });
            await context.SaveChangesAsync();
        }
    }
}

/// <summary>A row of <c>signups</c>.</summary>
internal sealed class Signup
{
    public int Id { get; set; }
    public string Address { get; set; } = "";
}

/// <summary>The database of the newsletter.</summary>
internal sealed class NewsletterContext(DbContextOptions<NewsletterContext> options) : DbContext(options)
{
    public DbSet<Signup> Signups => Set<Signup>();
}
