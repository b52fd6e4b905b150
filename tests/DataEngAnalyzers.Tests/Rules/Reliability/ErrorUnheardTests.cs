using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>An error becomes the answer of a method, and who gets the answer goes on without the row.</summary>
public sealed class ErrorUnheardTests() : RuleTests("DEA1017")
{
    private static string Load(string loop, string method) => $$"""
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public sealed class Outcome
        {
            public bool Ok { get; set; } = true;
            public string? Error { get; set; }
            public static Outcome Failure(string error) => new() { Ok = false, Error = error };
        }

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv, ILogger log)
        {
            public async Task<int> RunAsync()
            {
                var (failed, outcomes) = (0, new List<Outcome>());
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    {{loop}}
                }

                return failed + outcomes.Count;
            }

            {{method}}
        }
        """;

    private static string Returning(string answer, string type, string good) => $$"""
        private async Task<{{type}}> TryLoadAsync(Sale sale)
        {
            try
            {
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                return {{good}};
            }
            [|catch|] (Exception error)
            {
                log.LogError(error, "load");
                return {{answer}};
            }
        }
        """;

    private const string Setting = """
        private async Task<Outcome> TryLoadAsync(Sale sale)
        {
            var outcome = new Outcome();
            try
            {
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
            [|catch|] (Exception error)
            {
                outcome.Ok = false;
                outcome.Error = error.Message;
            }

            return outcome;
        }
        """;

    [Theory]
    [InlineData("await TryLoadAsync(sale);")]
    [InlineData("_ = await TryLoadAsync(sale);")]
    [InlineData("if (await TryLoadAsync(sale)) log.LogInformation(\"loaded\");")]
    [InlineData("if (!await TryLoadAsync(sale)) log.LogWarning(\"not loaded\");")]
    [InlineData("var ok = await TryLoadAsync(sale); if (!ok) { log.LogWarning(\"not loaded\"); continue; } log.LogInformation(\"loaded\");")]
    public Task Reports_a_failure_that_is_answered_and_dropped(string loop) => Reports(Load(loop, Returning("false", "bool", "true")));

    [Theory]
    [InlineData("var outcome = await TryLoadAsync(sale); if (!outcome.Ok) log.LogWarning(outcome.Error);")]
    [InlineData("Tell(await TryLoadAsync(sale));")]
    [InlineData("switch ((await TryLoadAsync(sale)).Ok) { case true: failed += 0; break; default: log.LogWarning(\"not loaded\"); break; }")]
    public Task Reports_a_result_that_says_so_to_a_log_alone(string loop)
    {
        const string Tell = "\nprivate void Tell(Outcome outcome) { if (outcome.Ok) return; log.LogWarning(outcome.Error); }";
        return Reports(Load(loop, Setting + Tell));
    }

    [Theory]
    [InlineData("if (!await TryLoadAsync(sale)) failed++;")]
    [InlineData("if (!await TryLoadAsync(sale)) throw new InvalidDataException();")]
    [InlineData("if (!await TryLoadAsync(sale)) break;")]
    [InlineData("if (await TryLoadAsync(sale)) failed--;")]
    [InlineData("if (await TryLoadAsync(sale) == false) failed++; else log.LogInformation(\"loaded\");")]
    [InlineData("failed += await TryLoadAsync(sale) ? 0 : 1;")]
    [InlineData("var ok = await TryLoadAsync(sale); if (!ok) log.LogWarning(\"not loaded\"); outcomes.Add(new Outcome { Ok = ok });")]
    public Task Stays_quiet_when_the_caller_counts_or_stops(string loop) => StaysQuiet(Load(loop, Returning("false", "bool", "true").Replace("[|catch|]", "catch", System.StringComparison.Ordinal)));

    [Theory]
    [InlineData("outcomes.Add(await TryLoadAsync(sale));")]
    [InlineData("var outcome = await TryLoadAsync(sale); outcomes.Add(outcome);")]
    [InlineData("var outcome = await TryLoadAsync(sale); if (!outcome.Ok) log.LogWarning(outcome.Error); Tell(outcome);")]
    public Task Stays_quiet_when_the_result_is_kept(string loop)
    {
        const string Tell = "\nprivate readonly List<Outcome> _all = new();\nprivate void Tell(Outcome outcome) => _all.Add(outcome);";
        return StaysQuiet(Load(loop, Setting.Replace("[|catch|]", "catch", System.StringComparison.Ordinal) + Tell));
    }

    private static string Fetch(string use) => $$"""
        using System.Net.Http;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public sealed class PriceLoader(HttpClient client, NpgsqlConnection db, CsvReader csv, ILogger log)
        {
            public async Task RunAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    var price = await PriceOfAsync(sale);
                    {{use}}
                }
            }

            private async Task<string?> PriceOfAsync(Sale sale)
            {
                try
                {
                    return await client.GetStringAsync("https://example.org/prices/" + sale.Id);
                }
                [|catch|] (Exception error)
                {
                    log.LogError(error, "price");
                    return null;
                }
            }
        }
        """;

    private const string Save = "db.Execute(\"INSERT INTO prices (id, price) VALUES (@Id, @price) ON CONFLICT DO NOTHING\", new { sale.Id, price });";

    [Theory]
    [InlineData("if (price == null) continue; " + Save)]
    [InlineData("if (price is not null) { " + Save + " } else { log.LogWarning(\"none\"); }")]
    [InlineData("if (price != null) { " + Save + " }")]
    public Task Reports_a_read_whose_row_is_left_out_when_it_fails(string use) => Reports(Fetch(use));

    [Theory]
    [InlineData("log.LogInformation(price);")]
    [InlineData(Save)]
    [InlineData("if (price == null) { " + Save + " } else { log.LogInformation(price); }")]
    [InlineData("if (price == null) { " + Save + " }")]
    public Task Stays_quiet_when_no_row_depends_on_the_answer(string use) => StaysQuiet(Fetch(use).Replace("[|catch|]", "catch", System.StringComparison.Ordinal));

    private static string Landing(string otherwise) => $$"""
        using System.Net;
        using System.Net.Http;
        using Azure.Storage.Blobs;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public sealed class Page
        {
            public HttpStatusCode Status { get; set; }
            public string? Note { get; set; }
            public Stream? Content { get; set; }
        }

        public sealed class Pages(BlobContainerClient container, ILogger log)
        {
            public int Missed { get; private set; }

            public async Task KeepAsync(string name, Page page)
            {
                switch (page?.Status)
                {
                    case HttpStatusCode.OK:
                        await container.GetBlobClient(name).UploadAsync(page.Content, overwrite: true);
                        break;
                    default:
                        {{otherwise}}
                        break;
                }
            }
        }

        public sealed class PagesJob(HttpClient client, Pages pages, ILogger log)
        {
            public async Task RunAsync()
            {
                foreach (var name in File.ReadLines("pages.csv"))
                {
                    var page = await DownloadAsync(name);
                    page.Note = name;
                    await pages.KeepAsync(name, page);
                }
            }

            private async Task<Page> DownloadAsync(string name)
            {
                var page = new Page();
                try
                {
                    var answer = await client.GetAsync("https://example.org/" + name);
                    page.Content = await answer.Content.ReadAsStreamAsync();
                    page.Status = answer.StatusCode;
                }
                [|catch|] (Exception error)
                {
                    page.Note = error.Message;
                    page.Status = HttpStatusCode.InternalServerError;
                }

                return page;
            }
        }
        """;

    [Fact]
    public Task Reports_a_status_that_the_class_that_lands_the_rows_only_logs() => Reports(Landing("log.LogWarning(page?.Note?.ToString());"));

    [Theory]
    [InlineData("Missed++;")]
    [InlineData("throw new InvalidDataException(page?.Note);")]
    public Task Stays_quiet_when_the_class_that_lands_the_rows_counts_or_fails(string otherwise) => StaysQuiet(Landing(otherwise).Replace("[|catch|]", "catch", System.StringComparison.Ordinal));
}
