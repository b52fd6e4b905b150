using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Cost;

public sealed class ClientPerTurnTests : RuleTests
{
    private const string Usings = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Blobs;
        using Confluent.Kafka;
        using Microsoft.Azure.Cosmos;
        using MongoDB.Driver;

        namespace Shop;

        """;

    // A stub of the part of MassTransit that says who runs the code.
    private const string Consumer = "namespace MassTransit { public interface ConsumeContext<T> where T : class { T Message { get; } } public interface IConsumer<T> where T : class { System.Threading.Tasks.Task Consume(ConsumeContext<T> context); } }";

    public ClientPerTurnTests()
        : base("DEA8007")
    {
        Libraries["Azure.Messaging.ServiceBus"] = MessagingStubs.ServiceBus;
        Libraries["MassTransit.Abstractions"] = Consumer;
    }

    private static string Importer(string turn, string before = "", string members = "", string type = "SaleImporter", string loop = "foreach (var sale in csv.GetRecords<Sale>())") => $$"""
        {{Usings}}
        public sealed class {{type}}(NpgsqlConnection db, CsvReader csv, string server, ProducerConfig config, List<object> kept)
        {
            {{members}}
            public async Task ImportAsync()
            {
                {{before}}
                {{loop}}
                {
                    {{turn}}
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", new { Id = 1 });
                }
                _ = (server, config, kept);
            }
        }
        """;

    [Theory]
    [InlineData("using var http = new [|HttpClient|](); var rate = await http.GetStringAsync(server);")]
    [InlineData("using (var http = new [|HttpClient|]()) { await http.GetStringAsync(server); }")]
    [InlineData("var http = new [|HttpClient|]() { BaseAddress = new Uri(server) }; await http.PostAsJsonAsync(\"sales\", sale);")]
    [InlineData("HttpClient http = [|new|](); http.Timeout = TimeSpan.FromSeconds(9); http.DefaultRequestHeaders.Add(\"a\", \"b\"); await http.GetStringAsync(server);")]
    [InlineData("var rate = await new [|HttpClient|]().GetStringAsync(server);")]
    [InlineData("using var cosmos = new [|CosmosClient|](server); await cosmos.GetContainer(\"shop\", \"sales\").UpsertItemAsync(sale);")]
    [InlineData("var items = new [|CosmosClient|](server).GetContainer(\"shop\", \"sales\"); await items.UpsertItemAsync(sale);")]
    [InlineData("await using var bus = new [|ServiceBusClient|](server); await bus.CreateSender(\"sales\").SendMessageAsync(new ServiceBusMessage());")]
    [InlineData("var mongo = new [|MongoClient|](server); await mongo.GetDatabase(\"shop\").GetCollection<Sale>(\"sales\").InsertOneAsync(sale);")]
    [InlineData("var blobs = new [|BlobServiceClient|](server); await blobs.GetBlobContainerClient(\"shop\").DeleteBlobAsync(sale.Product);")]
    [InlineData("using var producer = new ProducerBuilder<Null, string>(config).[|Build|](); producer.Flush(TimeSpan.FromSeconds(9));")]
    public Task Reports_a_client_that_each_row_makes(string turn) => Reports(Importer(turn));

    [Fact]
    public Task Reports_a_client_that_a_called_method_makes_for_each_row() => Reports(Importer(
        "await SendAsync(sale);",
        members: "private async Task SendAsync(Sale sale) { using var http = new [|HttpClient|](); await http.PostAsJsonAsync(server, sale); }"));

    [Theory]
    [InlineData("", "using var http = new HttpClient(); await http.GetStringAsync(server);", "")]
    [InlineData("_http ??= new HttpClient(); await _http.GetStringAsync(server);", "", "private HttpClient? _http;")]
    [InlineData("if (_http is null) { var made = new HttpClient(); _http = made; }", "", "private HttpClient? _http;")]
    [InlineData("if (_items is null) { var made = new CosmosClient(server); var items = made.GetContainer(\"a\", \"b\"); _items = items; }", "", "private Container? _items;")]
    [InlineData("var http = Http(); await http.GetStringAsync(server);", "", "private static HttpClient Http() => new HttpClient();")]
    [InlineData("var http = new HttpClient(); kept.Add(http);", "", "")]
    [InlineData("try { await _http.GetStringAsync(server); } catch (HttpRequestException) { var http = new HttpClient(); await http.GetStringAsync(server); }", "", "private readonly HttpClient _http = new HttpClient();")]
    [InlineData("using var http = new HttpClient(_handler, disposeHandler: false); await http.GetStringAsync(server);", "", "private readonly HttpClientHandler _handler = new();")]
    [InlineData("using var tenant = new CosmosClient(sale.Product); await tenant.GetContainer(\"a\", \"b\").UpsertItemAsync(sale);", "", "")]
    [InlineData("var name = \"Host=\" + sale.Product; var tenant = new MongoClient(name); await tenant.GetDatabase(\"a\").GetCollection<Sale>(\"b\").InsertOneAsync(sale);", "", "")]
    public Task Quiet_for_a_client_that_is_kept_given_or_of_the_row_itself(string turn, string before, string members) =>
        StaysQuiet(Importer(turn, before, members));

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>().Chunk(500))")]
    [InlineData("foreach (var region in new[] { \"eu\", \"us\" })")]
    public Task Quiet_where_a_turn_is_no_row(string loop) => StaysQuiet(Importer("using var http = new HttpClient(); await http.GetStringAsync(server);", loop: loop));

    private static string Handler(string body, string implements, string method) => $$"""
        {{Usings}}
        public sealed class SaleHandler(NpgsqlConnection db, string server) : {{implements}}
        {
            public async {{method}}
            {
                {{body}}
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (1) ON CONFLICT DO NOTHING");
                _ = server;
            }
        }
        """;

    [Theory]
    [InlineData("MassTransit.IConsumer<Sale>", "Task Consume(MassTransit.ConsumeContext<Sale> message)")]
    [InlineData("Quartz.IJob", "ValueTask Execute(Quartz.IJobExecutionContext message, CancellationToken ct)")]
    public Task Reports_a_client_that_each_call_of_the_host_makes(string implements, string method) =>
        Reports(Handler("using var cosmos = new [|CosmosClient|](server); await cosmos.GetContainer(\"a\", \"b\").UpsertItemAsync(message);", implements, method));

    [Theory]
    [InlineData("using var tenant = new CosmosClient(message.ToString()); await tenant.GetContainer(\"a\", \"b\").UpsertItemAsync(message);")]
    [InlineData("var mongo = new MongoClient(server); await mongo.GetDatabase(\"a\").GetCollection<object>(\"b\").InsertOneAsync(message);")]
    public Task Quiet_in_a_handler_when_the_message_says_where_or_connections_are_shared(string body) =>
        StaysQuiet(Handler(body, "MassTransit.IConsumer<Sale>", "Task Consume(MassTransit.ConsumeContext<Sale> message)"));

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet($$"""
        {{Usings}}
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Post(Sale sale)
            {
                using var http = new HttpClient();
                await http.GetStringAsync("https://rates.example");
                await db.ExecuteAsync("INSERT INTO sales (id) VALUES (@Id)", sale);
            }
        }
        """);

    [Fact]
    public Task Quiet_once_in_a_program() => StaysQuiet("""
        // top-level
        using System.Net.Http;
        using var http = new HttpClient();
        using var db = new NpgsqlConnection("Host=dwh");
        foreach (var line in File.ReadLines("sales.csv"))
        {
            await http.GetStringAsync(line);
            await db.ExecuteAsync("INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
        }
        """);
}
