using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dapper;
using Microsoft.Data.Sqlite;
using RetailWarehouse.Flawed.Extract;

namespace RetailWarehouse.Flawed.Facts;

/// <summary>Loads the returns the service desk has booked.</summary>
internal sealed class ReturnsLoader(SqliteConnection connection)
{
    private const int MaxAttempts = 3;

    public int Load(string path)
    {
        var returns = ReadReturns(path);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return connection.Execute(
                    """
                    INSERT INTO fact_returns
                    VALUES (NULL, @ReturnId, @OrderId, @LineNo, @ReturnDate, @Quantity, @Reason)
                    """,
                    returns);
            }
            catch (SqliteException) when (attempt < MaxAttempts)
            {
                Thread.Sleep(TimeSpan.FromSeconds(attempt));
            }
        }
    }

    private static List<ReturnRow> ReadReturns(string path)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            ReadingExceptionOccurred = _ => false,
        };

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, configuration);
        return csv.GetRecords<ReturnRow>().ToList();
    }
}
