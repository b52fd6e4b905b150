using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace RetailWarehouse.Flawed.Reliability;

/// <summary>Sends the points of the day to the loyalty program.</summary>
internal sealed class LoyaltyClient(HttpClient http)
{
    public static void Register(IServiceCollection services) =>
        services.AddHttpClient<LoyaltyClient>().AddStandardResilienceHandler();

    public Task SendAsync(IReadOnlyList<Points> points) => http.PostAsJsonAsync("points", points);

    internal sealed record Points(string CustomerNumber, int Earned);
}
