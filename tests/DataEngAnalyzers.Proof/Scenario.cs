using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof;

/// <summary>A program of <c>Cases</c>, the database it finds and the rows it should leave.</summary>
/// <param name="Folder">The folder of its text: the id of a rule, or <c>Traps</c>.</param>
/// <param name="Program">What it is called on the pages.</param>
/// <param name="Engine">Where it runs.</param>
internal sealed partial record Scenario(string Folder, string Program, EngineKind Engine)
{
    private const string SalesTable = "CREATE TABLE fact_sales (id INTEGER PRIMARY KEY, product VARCHAR(40) NOT NULL, amount DECIMAL(10, 2) NOT NULL)";

    /// <summary>What sets it apart from others that run the same text.</summary>
    public string? Note { get; init; }

    /// <summary>What a broken row of the file looks like.</summary>
    public Func<string, string> Broken { get; init; } = line => line;

    /// <summary>How many rows the file has.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>DDL; the analyzer reads it too.</summary>
    public string Schema { get; init; } = SalesTable;

    /// <summary>The rows that are there before the first run.</summary>
    public string Seed { get; init; } = string.Empty;

    /// <summary>Lines of an analyzer config.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>What a run should leave, given the rows of the file.</summary>
    public Func<IReadOnlyList<Sale>, Content> Expected { get; init; } = sales => Content.Of(("fact_sales", RowsOf(sales)));

    [GeneratedRegex(@"CREATE TABLE (\w+)")]
    private static partial Regex CreatedTable { get; }

    [GeneratedRegex(@"[^A-Za-z0-9]+")]
    private static partial Regex Separator { get; }

    public IEnumerable<string> Tables => CreatedTable.Matches(Schema).Select(match => match.Groups[1].Value);

    /// <summary>The text of the program: the engine's own where there is one. DuckDB marks a parameter in its own way.</summary>
    public string Text
    {
        get
        {
            var text = Cases.Read(Folder, $"{FileName}.{Engine}.cs", FileName + ".cs");
            return Engine == EngineKind.DuckDb ? text.Replace('@', '$') : text;
        }
    }

    /// <summary>What the pages call it.</summary>
    public string Name => Note is null ? Program : $"{Program}, {Note}";

    // «ADO.NET» is AdoNet.cs.
    private string FileName => string.Concat(Separator.Split(Program).Where(word => word.Length > 0)
        .Select(word => char.ToUpperInvariant(word[0]) + (word.Any(char.IsLower) ? word[1..] : word[1..].ToLowerInvariant())));

    /// <summary>The sales of the file as a statement that fills a table.</summary>
    public static string Fill(string table, int rows) => $"INSERT INTO {table} VALUES {string.Join(", ", Sale.Some(rows).Select(sale => sale.Values))}";

    /// <summary>Sales as rows of <c>id, product, amount</c>.</summary>
    public static IEnumerable<string> RowsOf(IEnumerable<Sale> sales) => sales.Select(sale => Content.Row(sale.Id, sale.Product, sale.Amount));

    public override string ToString() => $"{Folder} {Name}";
}
