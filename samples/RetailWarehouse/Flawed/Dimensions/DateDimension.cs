using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Dimensions;

/// <summary>Fills <c>dim_date</c> with one row a day.</summary>
internal sealed class DateDimension(SqliteConnection connection)
{
    public void Fill(DateOnly first, DateOnly last)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT OR IGNORE INTO dim_date (date_key, date, year, month, day_of_week) VALUES ($key, $date, $year, $month, $day)";
        var key = command.Parameters.Add("$key", SqliteType.Integer);
        var date = command.Parameters.Add("$date", SqliteType.Text);
        var year = command.Parameters.Add("$year", SqliteType.Integer);
        var month = command.Parameters.Add("$month", SqliteType.Integer);
        var day = command.Parameters.Add("$day", SqliteType.Text);

        for (var current = first; current <= last; current = current.AddDays(1))
        {
            key.Value = current.Year * 10000 + current.Month * 100 + current.Day;
            date.Value = current;
            year.Value = current.Year;
            month.Value = current.Month;
            day.Value = current.DayOfWeek.ToString();
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
