using System;
using System.Globalization;
using System.IO;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Sql.Tests.Fuzz;
using DataEngAnalyzers.Sql.Tests.Judges;
using DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;
using DataEngAnalyzers.Sql.Tests.Reading;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Shows a maintainer what the reader makes of some SQL: <c>dotnet run -- print tsql "DELETE FROM t"</c>, or <c>print tsql load.sql</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["print", var dialect, var sql] && Enum.TryParse<SqlDialect>(dialect, ignoreCase: true, out var known))
            return Print(File.Exists(sql) ? File.ReadAllText(sql) : sql, known);

        if (arguments is ["judge", .. var paths])
            return JudgedFiles.Run(new ScriptDomJudge(), paths);

        if (arguments is ["fuzz", var texts, .. var seed] && int.TryParse(texts, out var count))
            return FuzzRun.Run(count, seed is [var chosen] ? int.Parse(chosen, CultureInfo.InvariantCulture) : 1);

        if (arguments is ["growth", var kilobytes] && int.TryParse(kilobytes, out var size))
            return Growth.Run(size * 1024);

        Console.Error.WriteLine($"print <{string.Join('|', DialectNames())}> <SQL or file>");
        Console.Error.WriteLine("judge <T-SQL files or folders>: where Microsoft's parser disagrees");
        Console.Error.WriteLine("fuzz <count> [seed] | growth <kilobytes>");
        return 2;
    }

    private static int Print(string sql, SqlDialect dialect)
    {
        var script = SqlReading.Script(sql, dialect);
        foreach (var statement in script.Statements)
        {
            foreach (var line in StatementText.Lines([statement]))
                Console.WriteLine(line);
            foreach (var fact in StatementText.Long(statement, script.Source))
                Console.WriteLine("    " + fact);
        }

        return 0;
    }

    private static string[] DialectNames() => Array.ConvertAll(Enum.GetValues<SqlDialect>(), CorpusFiles.FolderOf);
}
