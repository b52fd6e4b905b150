using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RetailWarehouse.Sound.Extract;

/// <summary>Reads source files as text; what the text means is decided by the rules of each row.</summary>
internal static class CsvSource
{
    /// <summary>Streams the rows of a file; a file whose shape is broken stops the run.</summary>
    public static IEnumerable<SourceLine<TRow>> Read<TRow>(string path, string delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            TrimOptions = TrimOptions.Trim,
        };

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, configuration);
        foreach (var row in csv.GetRecords<TRow>())
            yield return new SourceLine<TRow>(csv.Parser.RawRow, csv.Parser.RawRecord.TrimEnd(), row);
    }
}
