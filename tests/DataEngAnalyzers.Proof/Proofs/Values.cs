using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Values that arrive as others, and files that grow.</summary>
internal static class Values
{
    public static IEnumerable<Proof> All =>
    [
        .. from program in (string[])["AppendAllLines", "StreamWriter"]
           select new Proof(Amounts("DEA1023", program), new Rerun()),
        new Proof(new Scenario("DEA2001", "Dapper", EngineKind.Sqlite) { Broken = line => $"{line.Split(',')[0]},,1" }, new Refusal()),
        new Proof(new Scenario("DEA2003", "CsvHelper", EngineKind.Sqlite) { Broken = line => line.Replace("product", "pro\"duct", StringComparison.Ordinal) }, new Refusal()),
        new Proof(new Scenario("DEA2004", "numbers read from a file", EngineKind.Sqlite), new Cultures()),
        new Proof(Amounts("DEA2004", "numbers written to a file"), new Cultures()),
        new Proof(Days("DEA2004", "dates written to a file"), new Cultures()),
        new Proof(new Scenario("DEA2005", "TryParse", EngineKind.Sqlite) { Broken = line => line[..line.LastIndexOf(',')] + ",12 EUR" }, new Refusal()),
        .. from engine in Databases.All
           select new Proof(MovedColumns("Dapper", engine), new OneRun()),
    ];

    private static Scenario Amounts(string rule, string program) => new(rule, program, EngineKind.Files)
    {
        Schema = string.Empty,
        Expected = sales => Content.Of(("amounts.csv", sales.Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}")))),
    };

    private static Scenario Days(string rule, string program) => new(rule, program, EngineKind.Files)
    {
        Schema = string.Empty,
        Expected = sales => Content.Of(("days.csv", sales.Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{new DateTime(2025, 1, 1).AddDays(sale.Id):yyyy-MM-dd}")))),
    };

    // Amount and id have changed places in the table, and both still fit.
    private static Scenario MovedColumns(string program, EngineKind engine) => new("DEA2010", program, engine)
    {
        Schema = "CREATE TABLE fact_sales (amount DECIMAL(10, 2) NOT NULL, id DECIMAL(10, 2) PRIMARY KEY, product VARCHAR(40) NOT NULL)",
        Expected = sales => Content.Of(("fact_sales", sales.Select(sale => Content.Row(sale.Amount, sale.Id, sale.Product)))),
    };
}
