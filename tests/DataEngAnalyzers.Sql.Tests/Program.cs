using System;
using System.IO;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Sql.Tests.Reading;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Shows a maintainer what the reader makes of some SQL: <c>dotnet run -- print tsql "DELETE FROM t"</c>, or <c>print tsql load.sql</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["print", var dialect, var sql] && Enum.TryParse<SqlDialect>(dialect, ignoreCase: true, out var known))
            return Print(File.Exists(sql) ? File.ReadAllText(sql) : sql, known);

        Console.Error.WriteLine($"print <{string.Join('|', DialectNames())}> <SQL or file>");
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
