using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Guards that make a write safe to repeat.</summary>
internal static class Traps
{
    private const int FewRows = 5;
    private const string OldRows = "INSERT INTO fact_sales VALUES (7, 'old', 1), (8, 'old', 2)";

    public static IEnumerable<Trap> All =>
    [
        .. from engine in Databases.All
           select new Trap(On("upsert", engine), new Rerun(isCorrected: true)),
        .. from program in (string[])["insert where not exists", "known rows ignored"]
           from engine in Databases.All
           select new Trap(On(program, engine), new Rerun()),
        .. from engine in (EngineKind[])[EngineKind.Sqlite, EngineKind.PostgreSql, EngineKind.MariaDb]
           select new Trap(On("known key expected", engine), new Rerun()),
        .. from engine in Databases.All
           select new Trap(On("delete and insert in one transaction", engine) with { Rows = FewRows, Seed = OldRows }, new CrashAnywhere()),
        new Trap(On("truncate in the same transaction", EngineKind.PostgreSql) with { Rows = FewRows, Seed = OldRows }, new CrashAnywhere()),
        .. from engine in Databases.All
           select new Trap(ProcessedFiles("table of processed files", engine), new CrashAnywhere()),
        .. from engine in (EngineKind[])[EngineKind.DuckDb, EngineKind.PostgreSql]
           select new Trap(Staged("staging and merge", engine), new Rerun(isCorrected: true)),
        new Trap(HashedKey("key made of the source", EngineKind.Sqlite), new Rerun()),
        new Trap(Moved("file moved into place"), new Rerun(isCorrected: true)),
    ];

    private static Scenario On(string program, EngineKind engine) => new(Trap.Folder, program, engine);

    private static Scenario ProcessedFiles(string program, EngineKind engine) => On(program, engine) with
    {
        Rows = FewRows,
        Schema = Tables.Keyless + "; CREATE TABLE loaded_files (name VARCHAR(40) PRIMARY KEY)",
        Expected = sales => Content.Of(("fact_sales", Scenario.RowsOf(sales)), ("loaded_files", ["sales.csv"])),
    };

    private static Scenario Staged(string program, EngineKind engine) => On(program, engine) with
    {
        Schema = Tables.WithStaging,
        Expected = sales => Content.Of(("fact_sales", Scenario.RowsOf(sales)), ("stage_sales", [])),
    };

    private static Scenario HashedKey(string program, EngineKind engine) => On(program, engine) with
    {
        Schema = Tables.WithLoadedKey,
        Expected = sales => Content.Of(("fact_sales", sales.Select(sale => Content.Row(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"shop|{sale.Id}"))), sale.Product, sale.Amount)))),
    };

    private static Scenario Moved(string program) => On(program, EngineKind.Files) with
    {
        Schema = string.Empty,
        Expected = sales => Content.Of(("amounts.csv", sales.Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}")))),
    };
}
