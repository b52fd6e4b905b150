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
        foreach (var line in server.Query<ReturnLine>("SELECT * FROM fact_returns"))
            server.Execute("INSERT INTO mart_returns (reason) VALUES (@Reason) ON CONFLICT (reason) DO NOTHING", new { line.Reason });
    }

    internal sealed class ReturnLine
    {
        public string Reason { get; set; } = "";

        public string OrderId { get; set; } = "";

        public string LineNo { get; set; } = "";

        public int Quantity { get; set; }
    }
}
