using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Writes that belong together: in no transaction, in one that is not committed, in one that is lost on the way.</summary>
internal static class Transactions
{
    private const int FewRows = 5;
    private const string OldRows = "INSERT INTO fact_sales VALUES (7, 'old', 1), (8, 'old', 2)";

    public static IEnumerable<Proof> All =>
    [
        new Proof(new Scenario("DEA1007", "binary COPY", EngineKind.PostgreSql), new OneRun()),
        new Proof(new Scenario("DEA1008", "text COPY", EngineKind.PostgreSql) { Rows = FewRows }, new CrashAnywhere(isRerun: false)),
        .. from engine in Databases.All
           select Refresh("Dapper", engine),
        .. from engine in (EngineKind[])[EngineKind.Sqlite, EngineKind.PostgreSql, EngineKind.MariaDb]
           select Refresh("ADO.NET", engine),
        .. from engine in (EngineKind[])[EngineKind.Sqlite, EngineKind.PostgreSql]
           select Refresh("EF Core", engine),
        .. from engine in Databases.All
           select new Proof(Orders("Dapper", engine), new CrashAnywhere(left => left["fact_orders"].Length == left["fact_payments"].Length)),
        .. from engine in Databases.All
           select new Proof(new Scenario("DEA1015", "Dapper", engine) { Seed = OldRows }, new OneRun()),
        .. from engine in Databases.All
           select new Proof(Copied("BEGIN in the text", engine), new OneRun()),
        .. from engine in (EngineKind[])[EngineKind.Sqlite, EngineKind.MariaDb, EngineKind.SqlServer]
           select new Proof(new Scenario("DEA1015", "command outside its transaction", engine) { Seed = OldRows }, new OneRun()),
        .. from engine in (EngineKind[])[EngineKind.PostgreSql, EngineKind.MariaDb]
           select new Proof(new Scenario("DEA1016", "Dapper", engine) { Rows = FewRows, Seed = OldRows }, new OneRun()),
    ];

    private static Proof Refresh(string program, EngineKind engine) => new(new Scenario("DEA1010", program, engine) { Rows = FewRows, Seed = OldRows }, new CrashAnywhere());

    private static Scenario Copied(string program, EngineKind engine) => new("DEA1015", program, engine)
    {
        Schema = Tables.WithSource,
        Seed = Scenario.Fill("shop_sales", 200) + "; " + OldRows,
        Expected = sales => Content.Of(("shop_sales", Scenario.RowsOf(sales)), ("fact_sales", Scenario.RowsOf(sales))),
    };

    private static Scenario Orders(string program, EngineKind engine) => new("DEA1014", program, engine)
    {
        Rows = FewRows,
        Schema = "CREATE TABLE fact_orders (id INTEGER PRIMARY KEY, product VARCHAR(40) NOT NULL); CREATE TABLE fact_payments (order_id INTEGER NOT NULL, amount DECIMAL(10, 2) NOT NULL)",
        Expected = sales => Content.Of(
            ("fact_orders", sales.Select(sale => Content.Row(sale.Id, sale.Product))),
            ("fact_payments", sales.Select(sale => Content.Row(sale.Id, sale.Amount)))),
    };
}
