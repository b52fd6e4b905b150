using System.Globalization;
using CsvHelper;

namespace RetailWarehouse.Sound.Export;

/// <summary>Writes output files so that a reader sees the old file or the new one, never half of it.</summary>
internal static class CsvTarget
{
    public static void Replace<TRow>(string path, IEnumerable<TRow> rows)
    {
        var draft = path + ".tmp";
        using (var writer = new StreamWriter(draft))
        using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
        {
            csv.WriteRecords(rows);
        }

        File.Move(draft, path, overwrite: true);
    }
}
