using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Appends that become upserts.</summary>
internal static class Upserts
{
    private const string KeylessTable = "CREATE TABLE fact_sales (id INTEGER NOT NULL, product VARCHAR(40) NOT NULL, amount DECIMAL(10, 2) NOT NULL)";

    private static readonly EngineKind[] Databases = [EngineKind.Sqlite, EngineKind.DuckDb, EngineKind.PostgreSql, EngineKind.MariaDb];

    public static IEnumerable<Proof> All =>
    [
        .. from program in (string[])["Dapper", "ADO.NET"]
           from engine in Databases.Append(EngineKind.SqlServer)
           select new Proof(new Scenario("DEA1001", program, engine), new Rerun(isCorrected: true)),
        .. from engine in Databases
           select new Proof(new Scenario("DEA1001", "Dapper, no key", engine) { Schema = KeylessTable }, new Rerun()) { HasFix = false },
    ];
}
