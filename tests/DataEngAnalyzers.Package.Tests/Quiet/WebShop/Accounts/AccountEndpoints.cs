using Microsoft.EntityFrameworkCore;
using WebShop.Data;

namespace WebShop.Accounts;

public sealed record Credentials(string Email, string Password);

public static class AccountEndpoints
{
    private const string SessionKey = "session";

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/register", RegisterAsync);
        app.MapPost("/login", LoginAsync);
        app.MapPost("/logout", LogoutAsync);
    }

    public static Guid? CurrentSession(HttpContext http) =>
        Guid.TryParse(http.Session.GetString(SessionKey), out var id) ? id : null;

    private static async Task<IResult> RegisterAsync(Credentials credentials, ShopContext context)
    {
        if (await context.Users.AnyAsync(user => user.Email == credentials.Email))
            return Results.Conflict();

        var user = new User { Email = credentials.Email, PasswordHash = Passwords.Hash(credentials.Password) };
        context.Users.Add(user);
        await context.SaveChangesAsync();
        return Results.Created($"/users/{user.Id}", new { user.Id });
    }

    private static async Task<IResult> LoginAsync(Credentials credentials, LoginService logins, HttpContext http)
    {
        var session = await logins.LoginAsync(credentials.Email, credentials.Password);
        if (session is null)
            return Results.Unauthorized();

        http.Session.SetString(SessionKey, session.Id.ToString());
        return Results.NoContent();
    }

    private static async Task<IResult> LogoutAsync(LoginService logins, HttpContext http)
    {
        if (CurrentSession(http) is { } id)
            await logins.LogoutAsync(id);

        http.Session.Clear();
        return Results.NoContent();
    }
}
