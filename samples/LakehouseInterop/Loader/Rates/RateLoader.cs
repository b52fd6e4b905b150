using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Rates;

/// <summary>Brings exchange rates to <c>raw.rates</c>.</summary>
internal sealed class RateLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/rates.csv"], Outputs = ["raw.rates"])]
    public async Task LoadAsync()
    {
        using var file = File.OpenText("data/rates.csv");
        var rates = CsvRows.Read<Rate>(file);

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.rates (currency, rate, loaded_at)
            VALUES (@Currency, @PerEuro, now())
            ON CONFLICT (currency) DO UPDATE SET rate = excluded.rate, loaded_at = excluded.loaded_at
            """,
            rates,
            transaction);
        await transaction.CommitAsync();
    }
}
