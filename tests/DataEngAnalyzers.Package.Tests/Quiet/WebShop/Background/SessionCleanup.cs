using Microsoft.EntityFrameworkCore;
using WebShop.Data;

namespace WebShop.Background;

/// <summary>Forgets sessions that have expired.</summary>
public sealed class SessionCleanup(IServiceScopeFactory scopes, ILogger<SessionCleanup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var scope = scopes.CreateScope();
                var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
                var now = DateTime.UtcNow;
                var removed = await context.Sessions
                    .Where(session => session.ExpiresAt < now)
                    .ExecuteDeleteAsync(stoppingToken);
                logger.LogInformation("Removed {Count} sessions", removed);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Session cleanup failed");
            }
        }
    }
}
