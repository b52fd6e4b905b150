using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Staging;

/// <summary>Keeps the answers of customers as they came.</summary>
internal sealed class SurveyLanding(SqliteConnection warehouse)
{
    public void Land(string path)
    {
        foreach (var answer in File.ReadLines(path))
            warehouse.Execute("INSERT INTO raw_survey (answer) VALUES (@answer) ON CONFLICT DO NOTHING", new { answer });
    }
}
