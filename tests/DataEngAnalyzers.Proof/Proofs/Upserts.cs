using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Appends, and what becomes of them on a second run or attempt.</summary>
internal static class Upserts
{
    private const int Rows = 200;
    private const int FewRows = 4;

    public static IEnumerable<Proof> All =>
    [
        .. from program in (string[])["Dapper", "ADO.NET"]
           from engine in Databases.AndSqlServer
           select new Proof(new Scenario("DEA1001", program, engine), new Rerun(isCorrected: true)),
        .. from engine in Databases.AndSqlServer
           select new Proof(FromTable("INSERT SELECT", engine), new Rerun()),
        .. from engine in Databases.All
           select new Proof(new Scenario("DEA1001", "Dapper", engine) { Note = "no key", Schema = Tables.Keyless }, new Rerun()) { HasFix = false },
        .. from engine in Databases.All
           select new Proof(new Scenario("DEA1001", "Dapper", engine) { Note = "a key that only an option names", Schema = Tables.Keyless, Settings = ["dataeng.key.fact_sales = id"] }, new Rerun()) { HasFix = false },
        new Proof(new Scenario("DEA1002", "HttpClient", EngineKind.HttpSink) { Schema = Tables.Keyless, Rows = FewRows }, new Disturbance("one answer of the sink too late for its gateway", mayStop: true)),
        new Proof(new Scenario("DEA1020", "binary COPY", EngineKind.PostgreSql), new Rerun(isCorrected: true)),
        new Proof(new Scenario("DEA1020", "SqlBulkCopy", EngineKind.SqlServer), new Rerun(isCorrected: true)),
        new Proof(new Scenario("DEA1020", "MySqlBulkCopy", EngineKind.MariaDb) { Schema = Tables.Keyless }, new Rerun()) { HasFix = false },
        new Proof(new Scenario("DEA1020", "appender", EngineKind.DuckDb) { Schema = Tables.Keyless }, new Rerun()) { HasFix = false },
        new Proof(new Scenario("DEA1021", "EF Core", EngineKind.Sqlite) { Schema = Tables.WithGeneratedKey }, new Rerun()) { HasFix = false },
        new Proof(new Scenario("DEA1025", "CosmosClient", EngineKind.Cosmos) { Rows = FewRows }, new Rerun(isCorrected: true)),
        .. from engine in Databases.All
           select new Proof(new Scenario("DEA1026", "Dapper", engine) { Schema = Tables.WithLoadedKey }, new Rerun()) { HasFix = false },
        .. from engine in (EngineKind[])[EngineKind.Sqlite, EngineKind.PostgreSql, EngineKind.MariaDb]
           select new Proof(Scheduled("Quartz and Dapper", engine), new OneRun("started twice, a tenth of a second apart")),
        .. from engine in Databases.All
           select new Proof(new Scenario("DEA1033", "Polly and Dapper", engine) { Rows = FewRows }, new TimeOutAnywhere()),
    ];

    // Quartz starts it twice.
    private static Scenario Scheduled(string program, EngineKind engine) => new("DEA1027", program, engine)
    {
        Schema = Tables.KeylessWithSource,
        Rows = FewRows,
        Seed = Scenario.Fill("shop_sales", FewRows),
        Expected = sales => Content.Of(("shop_sales", Scenario.RowsOf(sales)), ("fact_sales", Scenario.RowsOf(sales))),
    };

    private static Scenario FromTable(string program, EngineKind engine) => new("DEA1001", program, engine)
    {
        Schema = Tables.WithSource,
        Seed = Scenario.Fill("shop_sales", Rows),
        Expected = sales => Content.Of(("shop_sales", Scenario.RowsOf(sales)), ("fact_sales", Scenario.RowsOf(sales))),
    };
}
