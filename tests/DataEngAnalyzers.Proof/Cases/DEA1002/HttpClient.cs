using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var sink = new Uri(await File.ReadAllTextAsync(Path.Combine(folder, "sink.txt")));
        var services = new ServiceCollection();
        services.AddHttpClient<SaleSink>(http => http.BaseAddress = sink)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(20));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SaleSink>().SendAsync(SalesFile.Read(folder).ToList());
    }
}

internal sealed class SaleSink(HttpClient http)
{
    public async Task SendAsync(IReadOnlyList<Sale> sales)
    {
        var answer = await http.PostAsJsonAsync("sales", sales);
        answer.EnsureSuccessStatusCode();
    }
}
