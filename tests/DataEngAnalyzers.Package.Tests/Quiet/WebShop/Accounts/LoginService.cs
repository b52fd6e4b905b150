using Microsoft.EntityFrameworkCore;
using WebShop.Data;

namespace WebShop.Accounts;

public sealed class LoginService(ShopContext context)
{
    public async Task<LoginSession?> LoginAsync(string email, string password)
    {
        var user = await context.Users.SingleOrDefaultAsync(u => u.Email == email);
        if (user is null || !Passwords.Matches(password, user.PasswordHash))
            return null;

        var session = new LoginSession
        {
            Id = Guid.NewGuid(),
            UserId = user.Id,
            ExpiresAt = DateTime.UtcNow.AddHours(8),
        };
        user.LastLogin = DateTime.UtcNow;
        context.Sessions.Add(session);
        context.AuditEntries.Add(new AuditEntry { At = DateTime.UtcNow, What = $"login {user.Id}" });
        await context.SaveChangesAsync();
        return session;
    }

    public Task<User?> FindUserAsync(Guid sessionId)
    {
        var now = DateTime.UtcNow;
        return context.Sessions
            .Where(session => session.Id == sessionId && session.ExpiresAt > now)
            .Join(context.Users, session => session.UserId, user => user.Id, (_, user) => user)
            .SingleOrDefaultAsync();
    }

    public Task LogoutAsync(Guid sessionId) =>
        context.Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync();
}
