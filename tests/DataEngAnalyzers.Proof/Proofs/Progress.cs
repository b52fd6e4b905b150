using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Progress that is noted, or an end that is told, before the work is done.</summary>
internal static class Progress
{
    private const int FewRows = 5;
    private const int FewMessages = 3;

    public static IEnumerable<Proof> All =>
    [
        .. from engine in Databases.All
           select new Proof(Watermark("Dapper", engine), new CrashAnywhere(IsConsistent)),
        new Proof(new Scenario("DEA1003", "Kafka consumer", EngineKind.Kafka) { Rows = FewMessages }, new CrashAnywhere(AnyPart)),
        new Proof(new Scenario("DEA1004", "Kafka consumer", EngineKind.Kafka) { Rows = FewMessages }, new CrashAnywhere(AnyPart)),
        new Proof(Published("DEA1005", "Kafka producer"), new Disturbance("too few replicas in sync for one batch")),
        new Proof(Published("DEA1006", "Kafka producer"), new OneRun()),
        new Proof(new Scenario("DEA1031", "SQS consumer", EngineKind.Sqs) { Rows = FewMessages }, new CrashAnywhere(AnyPart)),
        new Proof(new Scenario("DEA1029", "Dapper", EngineKind.Sqlite) { Rows = FewRows }, new OneRun()),
    ];

    // A part may be there: its messages were delivered, and the others come again.
    private static bool AnyPart(Content left) => true;

    private static Scenario Published(string rule, string program) => new(rule, program, EngineKind.Kafka)
    {
        Schema = string.Empty,
        Expected = sales => Content.Of(("amounts", sales.Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}")))),
    };

    private static Scenario Watermark(string program, EngineKind engine) => new("DEA1003", program, engine)
    {
        Rows = FewRows,
        Schema = Tables.WithSource + "; CREATE TABLE etl_watermark (loaded_until INTEGER NOT NULL)",
        Seed = "INSERT INTO etl_watermark VALUES (0); " + Scenario.Fill("shop_sales", FewRows),
        Expected = sales => Content.Of(("shop_sales", Scenario.RowsOf(sales)), ("fact_sales", Scenario.RowsOf(sales)), ("etl_watermark", [Content.Row(sales[^1].Id)])),
    };

    // The next run finds what is behind the watermark, however much of it is there already.
    private static bool IsConsistent(Content left) => left["etl_watermark"] is ["0"] || left["fact_sales"].Length == FewRows;
}
