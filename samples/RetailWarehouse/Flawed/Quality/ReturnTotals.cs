using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Adds up what came back, on the server where it was always done.</summary>
internal sealed class ReturnTotals
{
    [DataLineage(Inputs = new[] { "fact_returns" }, Outputs = new[] { "mart_sales" })]
    public void Fill()
    {
        using var server = new NpgsqlConnection("Host=dw01.retail.example;Database=warehouse");
        foreach (var day in server.Query<ReturnDay>("SELECT * FROM fact_returns"))
            server.Execute("INSERT INTO mart_returns (day) VALUES (@Day) ON CONFLICT (day) DO NOTHING", new { day.Day });
    }

    internal sealed class ReturnDay
    {
        public string Day { get; set; } = "";

        public string Product { get; set; } = "";

        public string Reason { get; set; } = "";

        public string Remarks { get; set; } = "";
    }
}
