using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Hosts that run batches: what they run counts as pipeline code, and the note says which host it is.</summary>
public sealed class HostTests
{
    private const string Insert = """db.Execute("INSERT INTO dw.orders (id) VALUES (@id)", new { id = 1 });""";

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting.BackgroundService", "protected override async Task ExecuteAsync(CancellationToken stoppingToken)", "ExecuteAsync")]
    [InlineData("Quartz.IJob", "public async ValueTask Execute(Quartz.IJobExecutionContext context, CancellationToken ct = default)", "Execute")]
    [InlineData("Coravel.Invocable.IInvocable", "public async Task Invoke()", "Invoke")]
    public void A_schedule_runs_what_derives_from_its_type(string host, string signature, string method) => ScopeText.Says(
        $"public sealed class ImportJob(NpgsqlConnection db) : {host} {{ {signature} {{ {Insert} await Task.Yield(); }} }}",
        $"ImportJob.{method} counts as pipeline code: it runs on a schedule ({host}) and writes dw.orders");

    [Fact]
    public void A_hosted_service_is_started_with_the_process() => ScopeText.Says(
        $$"""
        public sealed class Loader(NpgsqlConnection db) : Microsoft.Extensions.Hosting.IHostedService
        {
            public Task StartAsync(CancellationToken ct) { {{Insert}} return Task.CompletedTask; }
            public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
        }
        """,
        "Loader.StartAsync counts as pipeline code: it runs on a schedule (Microsoft.Extensions.Hosting.IHostedService) and writes dw.orders");

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker.TimerTrigger(\"0 0 * * * *\")", "it runs on a schedule (Microsoft.Azure.Functions.Worker.TimerTriggerAttribute)")]
    [InlineData("Microsoft.Azure.Functions.Worker.QueueTrigger(\"orders\")", "it handles messages (Microsoft.Azure.Functions.Worker.QueueTriggerAttribute), is run again when it fails")]
    [InlineData("Microsoft.Azure.Functions.Worker.BlobTrigger(\"in/{name}\")", "it handles messages (Microsoft.Azure.Functions.Worker.BlobTriggerAttribute), is run again when it fails")]
    [InlineData("Microsoft.Azure.Functions.Worker.ServiceBusTrigger(\"orders\")", "it handles messages (Microsoft.Azure.Functions.Worker.ServiceBusTriggerAttribute), is run again when it fails")]
    [InlineData("Microsoft.Azure.Functions.Worker.EventHubTrigger(\"orders\")", "it handles messages (Microsoft.Azure.Functions.Worker.EventHubTriggerAttribute)")]
    [InlineData("Microsoft.Azure.Functions.Worker.CosmosDBTrigger(\"shop\", \"orders\")", "it handles messages (Microsoft.Azure.Functions.Worker.CosmosDBTriggerAttribute)")]
    [InlineData("Microsoft.Azure.Functions.Worker.KafkaTrigger(\"broker\", \"orders\")", "it handles messages (Microsoft.Azure.Functions.Worker.KafkaTriggerAttribute)")]
    [InlineData("Microsoft.Azure.WebJobs.TimerTrigger(\"0 0 * * * *\")", "it runs on a schedule (Microsoft.Azure.WebJobs.TimerTriggerAttribute)")]
    [InlineData("Microsoft.Azure.WebJobs.QueueTrigger(\"orders\")", "it handles messages (Microsoft.Azure.WebJobs.QueueTriggerAttribute), is run again when it fails")]
    public void A_trigger_runs_a_function(string trigger, string why) => ScopeText.Says(
        $"public sealed class Orders(NpgsqlConnection db) {{ public void Run([{trigger}] string message) {{ {Insert} }} }}",
        $"Orders.Run counts as pipeline code: {why} and writes dw.orders");

    [Theory]
    [InlineData("Amazon.Lambda.SQSEvents.SQSEvent", "it handles messages")]
    [InlineData("Amazon.Lambda.S3Events.S3Event", "it handles messages")]
    [InlineData("Amazon.Lambda.KinesisEvents.KinesisEvent", "it handles messages")]
    [InlineData("Amazon.Lambda.CloudWatchEvents.ScheduledEvents.ScheduledEvent", "it runs on a schedule")]
    public void A_lambda_handler_is_known_by_its_event(string message, string why) => ScopeText.Says(
        $"public sealed class Handler(NpgsqlConnection db) {{ public void FunctionHandler({message} message, Amazon.Lambda.Core.ILambdaContext context) {{ {Insert} }} }}",
        $"Handler.FunctionHandler counts as pipeline code: {why} ({message}), is run again when it fails and writes dw.orders");

    [Fact]
    public void A_bus_hands_messages_to_a_consumer() => ScopeText.Says(
        $$"""
        public sealed class OrderConsumer(NpgsqlConnection db) : MassTransit.IConsumer<Sale>
        {
            public Task Consume(MassTransit.ConsumeContext<Sale> context) { {{Insert}} return Task.CompletedTask; }
        }
        public sealed class OrderReader(NpgsqlConnection db) : Rebus.Handlers.IHandleMessages<Sale>
        {
            public Task Handle(Sale message) { {{Insert}} return Task.CompletedTask; }
        }
        public sealed class OrderHandler(NpgsqlConnection db) : NServiceBus.IHandleMessages<Sale>
        {
            public Task Handle(Sale message, NServiceBus.IMessageHandlerContext context) { {{Insert}} return Task.CompletedTask; }
        }
        """,
        "OrderConsumer.Consume counts as pipeline code: it handles messages (MassTransit.IConsumer<Shop.Sale>) and writes dw.orders",
        "OrderReader.Handle counts as pipeline code: it handles messages (Rebus.Handlers.IHandleMessages<Shop.Sale>), is run again when it fails and writes dw.orders",
        "OrderHandler.Handle counts as pipeline code: it handles messages (NServiceBus.IHandleMessages<Shop.Sale>), is run again when it fails and writes dw.orders");

    [Fact]
    public void Hangfire_runs_the_method_that_an_expression_calls() => ScopeText.Says(
        $$"""
        public sealed class Importer(NpgsqlConnection db)
        {
            public void Nightly() { {{Insert}} }
            public void Once(int id) { {{Insert}} }
        }
        public static class Startup
        {
            public static void Configure()
            {
                Hangfire.RecurringJob.AddOrUpdate<Importer>("import", importer => importer.Nightly(), "0 2 * * *");
                Hangfire.BackgroundJob.Enqueue<Importer>(importer => importer.Once(1));
            }
        }
        """,
        "Importer.Nightly counts as pipeline code: it runs on a schedule (RecurringJob.AddOrUpdate), is run again when it fails, writes dw.orders and is called (Startup.Configure)",
        "Importer.Once counts as pipeline code: it handles messages (BackgroundJob.Enqueue), is run again when it fails, writes dw.orders and is called (Startup.Configure)");

    [Theory]
    [InlineData("[Microsoft.Azure.Functions.Worker.FixedDelayRetry(5, \"00:00:10\")]", "Microsoft.Azure.Functions.Worker.TimerTrigger(\"0 0 * * * *\")", "it runs on a schedule (Microsoft.Azure.Functions.Worker.TimerTriggerAttribute), is run again when it fails")]
    [InlineData("[Microsoft.Azure.WebJobs.ExponentialBackoffRetry(5, \"00:00:04\", \"00:15:00\")]", "Microsoft.Azure.WebJobs.EventHubTrigger(\"orders\")", "it handles messages (Microsoft.Azure.WebJobs.EventHubTriggerAttribute), is run again when it fails")]
    public void An_attribute_asks_the_host_for_another_run(string retry, string trigger, string why) => ScopeText.Says(
        $"public sealed class Orders(NpgsqlConnection db) {{ {retry} public void Run([{trigger}] string message) {{ {Insert} }} }}",
        $"Orders.Run counts as pipeline code: {why} and writes dw.orders");

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 0)]", "")]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 3)]", ", is run again when it fails")]
    [InlineData("[Hangfire.AutomaticRetry]", ", is run again when it fails")]
    public void An_attribute_says_how_often_a_job_is_tried(string attribute, string again) => ScopeText.Says(
        $$"""
        public sealed class Importer(NpgsqlConnection db) { {{attribute}} public void Once(int id) { {{Insert}} } }
        public static class Startup { public static void Configure() => Hangfire.BackgroundJob.Enqueue<Importer>(importer => importer.Once(1)); }
        """,
        $"Importer.Once counts as pipeline code: it runs on a schedule (Hangfire.AutomaticRetryAttribute){again} and writes dw.orders");

    [Theory]
    [InlineData("MassTransit.MessageRetryConfigurationExtensions.UseMessageRetry(bus, retry => { });", ", is run again when it fails and")]
    [InlineData("", " and")]
    public void A_bus_hands_a_message_over_again_where_it_was_told_to(string setup, string again) => ScopeText.Says(
        $$"""
        public sealed class OrderConsumer(NpgsqlConnection db) : MassTransit.IConsumer<Sale>
        {
            public Task Consume(MassTransit.ConsumeContext<Sale> context) { {{Insert}} return Task.CompletedTask; }
        }
        public static class Startup { public static void Configure(MassTransit.IBus bus) { {{setup}} } }
        """,
        $"OrderConsumer.Consume counts as pipeline code: it handles messages (MassTransit.IConsumer<Shop.Sale>){again} writes dw.orders");

    [Fact]
    public void A_job_counts_whatever_class_writes_for_it() => ScopeText.Says(
        $$"""
        public sealed class OrderStore(NpgsqlConnection db) { public void Add() { {{Insert}} } }
        public sealed class ImportJob(OrderStore store) : Coravel.Invocable.IInvocable { public Task Invoke() { store.Add(); return Task.CompletedTask; } }
        """,
        "OrderStore.Add counts as pipeline code: it runs on a schedule (Coravel.Invocable.IInvocable), writes dw.orders and is called (ImportJob.Invoke)");

    [Fact]
    public void Of_a_job_and_a_web_page_that_call_one_store_the_job_counts() => ScopeText.Says(
        $$"""
        public sealed class OrderStore(NpgsqlConnection db) { public void Add() { {{Insert}} } }
        public sealed class OrdersController(OrderStore store) : Microsoft.AspNetCore.Mvc.ControllerBase { public void Post() => store.Add(); }
        public sealed class ImportJob(OrderStore store) : Coravel.Invocable.IInvocable { public Task Invoke() { store.Add(); return Task.CompletedTask; } }
        """,
        "OrderStore.Add counts as pipeline code: it runs on a schedule (Coravel.Invocable.IInvocable), writes dw.orders and is called (ImportJob.Invoke)");

    [Fact]
    public void A_console_program_counts_by_what_it_moves() => ScopeText.Says(
        """
        public static class Program
        {
            public static void Main(string[] args)
            {
                using var db = new NpgsqlConnection(args[0]);
                foreach (var line in File.ReadLines("orders.csv"))
                    db.Execute("INSERT INTO dw.orders (line) VALUES (@line)", new { line });
            }
        }
        """,
        "Program.Main counts as pipeline code: it moves rows from a source to a sink, reads orders.csv and writes dw.orders");

    [Fact]
    public void A_consumer_loop_moves_messages_into_a_table() => ScopeText.Says(
        """
        public static class Program
        {
            public static void Main(string[] args)
            {
                using var db = new NpgsqlConnection(args[0]);
                using var consumer = new Confluent.Kafka.ConsumerBuilder<string, string>(new Confluent.Kafka.ConsumerConfig { GroupId = "orders" }).Build();
                consumer.Subscribe("orders");
                while (true)
                {
                    var message = consumer.Consume();
                    db.Execute("INSERT INTO dw.orders (line) VALUES (@Value)", message.Message);
                }
            }
        }
        """,
        "Program.Main counts as pipeline code: it handles messages, reads orders and writes dw.orders");

    [Fact]
    public void An_upload_that_is_loaded_in_bulk_is_an_import() => ScopeText.Says(
        """
        public sealed class UploadController(SqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(DataTable rows)
            {
                using var bulk = new SqlBulkCopy(db) { DestinationTableName = "dw.orders" };
                bulk.WriteToServer(rows);
            }
        }
        """,
        "UploadController.Post counts as pipeline code: it loads in bulk and writes dw.orders");

    [Fact]
    public void An_uploaded_file_that_is_read_row_by_row_is_an_import() => ScopeText.Says(
        """
        public sealed class UploadController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(Microsoft.AspNetCore.Http.IFormFile file)
            {
                using var csv = new CsvReader(new StreamReader(file.OpenReadStream()), CultureInfo.InvariantCulture);
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO dw.orders (id) VALUES (@Id)", sale);
            }
        }
        """,
        "UploadController.Post counts as pipeline code: it imports an uploaded file and writes dw.orders");

    [Fact]
    public void A_bulk_load_in_a_minimal_api_is_an_import() => ScopeText.Says(
        """
        public static class Endpoints
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, "/import", (DataTable rows, SqlConnection db) =>
                {
                    using var bulk = new SqlBulkCopy(db) { DestinationTableName = "dw.orders" };
                    bulk.WriteToServer(rows);
                });
        }
        """,
        "Endpoints.Map counts as pipeline code: it loads in bulk and writes dw.orders");

    [Fact]
    public void A_mark_counts_whatever_runs_the_code() => ScopeText.Says(
        $$"""
        public sealed class OrdersController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [DataEngAnalyzers.PipelineStage]
            public void Post() { {{Insert}} }
        }
        """,
        "OrdersController.Post counts as pipeline code: it is marked as a pipeline stage (DataEngAnalyzers.PipelineStageAttribute)");

    [Fact]
    public void The_note_leads_to_the_host_and_to_the_write() => Assert.Equal(
        ["ImportJob", "Execute"],
        ScopeText.EvidenceIn($"public sealed class ImportJob(NpgsqlConnection db) : Coravel.Invocable.IInvocable {{ public async Task Invoke() {{ {Insert} await Task.Yield(); }} }}"));

    [Theory]
    [InlineData("Shop.Load", 1)]
    [InlineData("Shop.Contest", 1)]
    [InlineData("Shop.Tests", 0)]
    [InlineData("Shop.SmokeTests", 0)]
    [InlineData("Shop.Load.Benchmarks", 0)]
    [InlineData("TickWriteBenchmark", 0)]
    public async Task A_project_named_for_tests_or_benchmarks_is_no_pipeline(string project, int findings)
    {
        var said = await Projects.Of((project, """
            public static class Program
            {
                public static void Main() => new SqlBulkCopy("Server=dw") { DestinationTableName = "fact_sales" }.WriteToServer(new DataTable());
            }
            """)).Says("DEA1020");

        Assert.Equal(findings, said.Count);
    }
}
