using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Writes that belong together, put into one transaction.</summary>
internal static class Transactions
{
    private const int FewRows = 5;
    private const string OldRows = "INSERT INTO fact_sales VALUES (7, 'old', 1), (8, 'old', 2)";

    private static readonly EngineKind[] Databases = [EngineKind.Sqlite, EngineKind.DuckDb, EngineKind.PostgreSql, EngineKind.MariaDb];

    public static IEnumerable<Proof> All =>
    [
        .. from program in (string[])["Dapper"]
           from engine in Databases
           select new Proof(new Scenario("DEA1010", program, engine) { Rows = FewRows, Seed = OldRows }, new CrashAnywhere()),
    ];
}
