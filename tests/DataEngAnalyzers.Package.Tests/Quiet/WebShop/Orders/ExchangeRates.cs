namespace WebShop.Orders;

/// <summary>Asks a public service for the rate of the day; a page without dollars is better than no page.</summary>
public sealed class ExchangeRates(HttpClient http, ILogger<ExchangeRates> logger)
{
    public async Task<decimal> DollarsPerEuroAsync()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                var rates = await http.GetFromJsonAsync<Dictionary<string, decimal>>("https://rates.example.org/latest");
                return rates?["USD"] ?? 1;
            }
            catch (HttpRequestException exception)
            {
                logger.LogWarning(exception, "No rates at attempt {Attempt}", attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt));
            }
        }

        return 1;
    }
}
