using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>The T-SQL corpus of the tests, as far as both read it.</summary>
internal static class Statements
{
    private const string CaseMark = "-- # ";

    private const char Hole = '¤';

    /// <summary>One text a case of the corpus.</summary>
    public static string[] Read() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Statements"), "*.sql")
            .Order(StringComparer.Ordinal)
            .SelectMany(ReadCases)
            .Where(sql => !sql.Contains(Hole, StringComparison.Ordinal) && Readers.ScriptDomAccepts(sql))];

    private static IEnumerable<string> ReadCases(string file) =>
        ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\n" + CaseMark).Skip(1).Select(ReadCase);

    // The name of the case and what is expected of it stand before its SQL.
    private static string ReadCase(string text) =>
        string.Join('\n', text.Split('\n').Skip(1).SkipWhile(line => line is ['-', '-', ' ', ':' or '+' or '!' or '=', ..]));
}
