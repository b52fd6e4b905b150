using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Tests.Servers;
using Npgsql;

namespace DataEngAnalyzers.Sql.Tests.Judges.Postgres;

/// <summary>A PostgreSQL server, asked by preparing and running each statement against the tables of its case.</summary>
internal sealed partial class PostgresJudge(PostgresServer server) : IJudge, IDisposable
{
    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"")]
    private static partial Regex Quotes { get; }

    [GeneratedRegex(@"^\s*CREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE|TRIGGER)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Routine { get; }

    private readonly Dictionary<string, JudgedDatabase> _shared = [];

    public string Name => "PostgreSQL";

    public SqlDialect Dialect => SqlDialect.PostgreSql;

    public Verdict? Of(CorpusCase sample)
    {
        var statements = SqlPieces.Statements(sample.Sql);
        if (statements.Count == 1)
            return Judge(Shared(sample.Setup), SqlPieces.NumberParameters(statements[0])) is { } only ? new Verdict(only) : null;

        using var database = JudgedDatabase.Create(server, sample.Setup);
        var verdicts = new List<StatementVerdict>();
        foreach (var statement in statements)
        {
            if (Judge(database, SqlPieces.NumberParameters(statement)) is not { } said)
                return null;

            verdicts.AddRange(said);
            if (!IsTransaction(statement) && SqlPieces.FirstWord(statement) is not "COPY")
                database.Keep(statement);
        }

        return new Verdict(verdicts);
    }

    public void Dispose()
    {
        foreach (var database in _shared.Values)
            database.Dispose();
    }

    // What one statement does is undone, so cases with the same tables share them.
    private JudgedDatabase Shared(string setup)
    {
        if (!_shared.TryGetValue(setup, out var database))
            _shared[setup] = database = JudgedDatabase.Create(server, setup);
        return database;
    }

    private static List<StatementVerdict>? Judge(JudgedDatabase database, string sql)
    {
        // A transaction of the case would end the one it is judged in; what a block or a routine holds the server does not tell.
        if (IsTransaction(sql))
            return [new StatementVerdict()];
        if (SqlPieces.FirstWord(sql) is "DO" || Routine.IsMatch(sql))
            return null;

        database.Try();
        try
        {
            return (QueryReading.Of(database, sql) ?? CommandReading.Of(database, sql))?.Select(Unquoted).ToList();
        }
        catch (PostgresException)
        {
            return null;
        }
        finally
        {
            database.Undo();
        }
    }

    // The server quotes names where it must.
    private static StatementVerdict Unquoted(StatementVerdict verdict) => verdict with
    {
        Written = verdict.Written?.Select(Unquoted).ToList(),
        Read = verdict.Read?.Select(Unquoted).ToList(),
    };

    private static string Unquoted(string name) => Quotes.Replace(name, m => m.Groups[1].Value.Replace("\"\"", "\""));

    private static bool IsTransaction(string sql) =>
        SqlPieces.FirstWord(sql) is "BEGIN" or "START" or "COMMIT" or "END" or "ROLLBACK" or "ABORT" or "SAVEPOINT" or "RELEASE";
}
