using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsvHelper;

namespace LakehouseInterop.Loader;

/// <summary>Rows of a CSV file that obey the rules on their members.</summary>
internal static class CsvRows
{
    /// <exception cref="ValidationException">A row breaks a rule: nothing of the file is loaded.</exception>
    public static List<T> Read<T>(StreamReader file)
    {
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<T>().ToList();
        foreach (var row in rows)
            Validator.ValidateObject(row!, new ValidationContext(row!), validateAllProperties: true);
        return rows;
    }
}
