using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RequestRepeatedTests() : RuleTests("DEA1002")
{
    private const string Bulk = "public Task SendAsync(IReadOnlyList<Sale> sales) => http.PostAsJsonAsync(\"sales\", sales);";

    private static string Registered(string registration, string members = Bulk, string more = "", string usings = "") => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.Extensions.DependencyInjection;
        {{usings}}
        namespace Shop;

        public static class Startup
        {
            public static void Configure(IServiceCollection services, Microsoft.Extensions.Configuration.IConfigurationSection section)
            {
                {{registration}}
                _ = section;
            }
        }

        public interface ISaleSink;

        public sealed class SaleSink(HttpClient http) : ISaleSink
        {
            {{members}}
            public HttpClient Client => http;
        }

        {{more}}
        """.Replace("\n\nnamespace", "\nnamespace", System.StringComparison.Ordinal);

    [Theory]
    [InlineData("services.AddHttpClient<SaleSink>().[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<ISaleSink, SaleSink>(http => http.BaseAddress = new Uri(\"https://sink\")).[|AddStandardResilienceHandler|](options => options.Retry.MaxRetryAttempts = 5);")]
    [InlineData("var builder = services.AddHttpClient<SaleSink>(); builder.[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<SaleSink>().[|AddStandardHedgingHandler|]();")]
    [InlineData("services.AddHttpClient<SaleSink>().[|AddResilienceHandler|](\"sink\", pipeline => Polly.RetryResiliencePipelineBuilderExtensions.AddRetry(pipeline, new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions()));")]
    [InlineData("services.ConfigureHttpClientDefaults(http => http.[|AddStandardResilienceHandler|]());")]
    public Task Reports_a_handler_around_a_client_that_sends_rows_in_bulk(string registration) => Reports(Registered(registration));

    [Theory]
    [InlineData("public async Task SendAsync(IReadOnlyList<Sale> sales) { foreach (var sale in sales) await http.PatchAsJsonAsync(\"sales\", sale); }")]
    [InlineData("public async Task SendAsync(IReadOnlyList<Sale> sales) { foreach (var sale in sales) await SendOneAsync(sale); } private Task SendOneAsync(Sale sale) => http.PostAsync(\"sales\", JsonContent.Create(sale));")]
    [InlineData("public async Task SendAsync(IReadOnlyList<Sale> sales) { foreach (var sale in sales) await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"sales\") { Content = JsonContent.Create(sale) }); }")]
    public Task Reports_a_client_that_sends_one_row_after_the_other(string members) =>
        Reports(Registered("services.AddHttpClient<SaleSink>().[|AddStandardResilienceHandler|]();", members));

    [Fact]
    public Task Reports_a_client_that_a_service_uses_on_a_schedule() => Reports(Registered(
        "services.AddHttpClient<SaleSink>().[|AddStandardResilienceHandler|]();",
        "public Task SendAsync(Sale sale) => http.PostAsJsonAsync(\"sales\", sale);",
        """
        public sealed class SaleService(SaleSink sink) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) => sink.SendAsync(new Sale());
        }
        """));

    [Fact]
    public Task Reports_a_named_client() => Reports(Registered(
        "services.AddHttpClient(\"sink\").[|AddStandardResilienceHandler|]();",
        "public int Count => 0;",
        """
        public sealed class SaleSender(IHttpClientFactory factory)
        {
            public async Task SendAsync(IReadOnlyList<Sale> sales)
            {
                var http = factory.CreateClient("sink");
                await http.PostAsJsonAsync("sales", sales);
            }
        }
        """));

    [Theory]
    [InlineData("services.AddHttpClient<SaleSink>().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());", "using Microsoft.Extensions.Http.Resilience;")]
    [InlineData("services.AddHttpClient<SaleSink>().AddStandardResilienceHandler().Configure(options => options.Retry.DisableFor(HttpMethod.Post));", "using Microsoft.Extensions.Http.Resilience;")]
    [InlineData("services.AddHttpClient<SaleSink>().AddStandardResilienceHandler(section);")]
    [InlineData("services.AddHttpClient<SaleSink>().AddResilienceHandler(\"sink\", pipeline => Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(pipeline, TimeSpan.FromSeconds(3)));")]
    [InlineData("services.AddHttpClient<SaleSink>();")]
    [InlineData("services.AddHttpClient(\"other\").AddStandardResilienceHandler();")]
    public Task Quiet_when_the_handler_leaves_posts_alone_or_the_code_does_not_tell(string registration, string usings = "") => StaysQuiet(Registered(registration, usings: usings));

    [Theory]
    [InlineData("public Task<List<Sale>?> ReadAsync() => http.GetFromJsonAsync<List<Sale>>(\"sales\");")]
    [InlineData("public Task SendAsync(IReadOnlyList<Sale> sales, string key) { http.DefaultRequestHeaders.Add(\"Idempotency-Key\", key); return http.PostAsJsonAsync(\"sales\", sales); }")]
    [InlineData("public Task PlaceAsync(Sale sale) => http.PostAsJsonAsync(\"sales\", sale);")]
    [InlineData("public async Task SendAsync(IReadOnlyList<Sale> sales) { foreach (var sale in sales) await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"sales\")); }")]
    public Task Quiet_when_the_client_reads_is_recognised_or_serves_a_user(string members) =>
        StaysQuiet(Registered("services.AddHttpClient<SaleSink>().AddStandardResilienceHandler();", members));

    [Fact]
    public Task Quiet_when_a_controller_sends() => StaysQuiet(Registered(
        "services.AddHttpClient<SaleSink>().AddStandardResilienceHandler();",
        "public Task PlaceAsync(Sale sale) => http.PostAsJsonAsync(\"sales\", sale);",
        """
        public sealed class SalesController(SaleSink sink) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Post(IReadOnlyList<Sale> sales) { foreach (var sale in sales) await sink.PlaceAsync(sale); }
        }
        """));

    [Theory]
    [InlineData("services.AddHttpClient<SaleSink>() /* out */ .[|AddStandardResilienceHandler|]();", "services.AddHttpClient<SaleSink>() /* out */ .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddHttpClient<SaleSink>().[|AddStandardResilienceHandler|](o => o.Retry.MaxRetryAttempts = 5 /* enough */);", "services.AddHttpClient<SaleSink>().AddStandardResilienceHandler(o => { o.Retry.DisableForUnsafeHttpMethods(); o.Retry.MaxRetryAttempts = 5; } /* enough */);")]
    [InlineData("services.AddHttpClient<SaleSink>().[|AddStandardResilienceHandler|](o =>\n{\n    // enough\n    o.Retry.MaxRetryAttempts = 5;\n});", "services.AddHttpClient<SaleSink>().AddStandardResilienceHandler(o =>\n{\n    // enough\n    o.Retry.DisableForUnsafeHttpMethods();\n    o.Retry.MaxRetryAttempts = 5;\n});")]
    public Task Fixes_by_leaving_unsafe_methods_alone(string before, string after) => Fixes(
        Registered(before),
        Registered(after, usings: "using Microsoft.Extensions.Http.Resilience;"));

    [Fact]
    public Task Offers_no_fix_for_a_hand_made_pipeline() => OffersNoFix(Registered("services.AddHttpClient<SaleSink>().[|AddStandardHedgingHandler|]();"));

    [Fact]
    public Task Reports_a_polly_handler_that_repeats()
    {
        Libraries["Microsoft.Extensions.Http.Polly"] = """
            namespace Microsoft.Extensions.DependencyInjection;

            public static class PollyHttpClientBuilderExtensions
            {
                public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, Polly.IAsyncPolicy<System.Net.Http.HttpResponseMessage> policy) => builder;
            }
            """;
        return Reports(Registered(
            "services.AddHttpClient<SaleSink>().[|AddPolicyHandler|](Policies.Retry()); services.AddHttpClient<SaleSink>().AddPolicyHandler(Policies.Timeout());",
            more: """
            public static class Policies
            {
                public static Polly.IAsyncPolicy<HttpResponseMessage> Retry() =>
                    Polly.AsyncRetryTResultSyntax.WaitAndRetryAsync(Polly.Policy<HttpResponseMessage>.Handle<HttpRequestException>(), 3, attempt => TimeSpan.FromSeconds(attempt));

                public static Polly.IAsyncPolicy<HttpResponseMessage> Timeout() => Polly.Policy.TimeoutAsync<HttpResponseMessage>(3);
            }
            """));
    }
}
