using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Npgsql;

namespace DataEngAnalyzers.Sql.Tests.Judges.Postgres;

/// <summary>
/// What the server says of a statement that can be prepared: the tables it locks, the statement as the server writes it back, and what two runs do to the rows.
/// </summary>
internal static partial class QueryReading
{
    private const string Locked = """
        SELECT DISTINCT relation::regclass::text
        FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE pid = pg_backend_pid() AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname <> 'pg_catalog' AND nspname <> 'judge'
        """;

    public const string TablesRead = Locked + " AND mode IN ('AccessShareLock', 'RowShareLock')";

    private const string ParameterTypes = "SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'judged'";

    private const string TablesWritten = Locked + " AND mode = 'RowExclusiveLock'";

    // The server begins a line with each verb, and indents what is inside a common table.
    [GeneratedRegex("""^(?<indent> *)(?<verb>INSERT INTO|UPDATE(?! SET)|DELETE FROM|MERGE INTO) (?:ONLY )?(?<table>(?:"(?:[^"]|"")+"|[\w.])+)(?: AS \S+)?(?: \((?<columns>[^)]*)\))?""", RegexOptions.Multiline)]
    private static partial Regex Write { get; }

    [GeneratedRegex(@"THEN INSERT \((?<columns>[^)]*)\)")]
    private static partial Regex MergedColumns { get; }

    [GeneratedRegex(@" ON CONFLICT.*? DO (?<action>NOTHING|UPDATE)", RegexOptions.Singleline)]
    private static partial Regex Conflict { get; }

    /// <summary><see langword="null"/> for what cannot be prepared.</summary>
    public static IReadOnlyList<StatementVerdict>? Of(JudgedDatabase database, string sql)
    {
        if (database.FailureOf($"PREPARE judged AS {sql}") is not null)
            return null;

        var written = database.Texts(TablesWritten);
        var types = database.Texts(ParameterTypes);
        if (!TakeDown(database, sql, types))
            return null;

        // Preparing locks also what a view reads; the function depends on the view alone.
        var read = database.Texts(TablesRead + " AND relation IN (SELECT refobjid FROM pg_depend WHERE objid = 'judge.judged'::regproc)");
        var text = database.Texts("SELECT split_part(pg_get_functiondef('judge.judged'::regproc), 'BEGIN ATOMIC', 2)")[0];
        var writes = Write.Matches(text).ToList();
        var main = writes.Find(w => w.Groups["indent"].Length < 4);
        var verdicts = writes.ConvertAll(w => Of(database, w, text));
        if (main is null)
            verdicts.Add(new StatementVerdict { Kind = SqlStatementKind.Select, Mode = SqlWriteMode.None, Written = [] });

        // Locks do not say which of several writes took them.
        if (verdicts.Count == 1)
            verdicts[0] = writes.Count == 0 ? verdicts[0] with { Read = read } : Alone(database, verdicts[0], types) with { Read = read, Written = written };
        return verdicts;
    }

    private static StatementVerdict Of(JudgedDatabase database, Match write, string text)
    {
        var table = write.Groups["table"].Value;
        var verb = write.Groups["verb"].Value;
        var columns = verb is "MERGE INTO" ? MergedColumns.Match(text).Groups["columns"] : write.Groups["columns"];
        return new StatementVerdict
        {
            Kind = verb switch
            {
                "INSERT INTO" => SqlStatementKind.Insert,
                "UPDATE" => SqlStatementKind.Update,
                "DELETE FROM" => SqlStatementKind.Delete,
                _ => SqlStatementKind.Merge,
            },
            Mode = verb switch
            {
                "INSERT INTO" => Conflict.Match(text) is { Success: true } conflict
                    ? conflict.Groups["action"].Value is "UPDATE" ? SqlWriteMode.Upsert : SqlWriteMode.AppendIfAbsent
                    : null,
                "UPDATE" => SqlWriteMode.Update,
                "DELETE FROM" => SqlWriteMode.Delete,
                _ => SqlWriteMode.Merge,
            },
            Written = [table],
            Columns = columns.Success ? Listed(database, table, columns.Value) : verb is "MERGE INTO" ? [] : null,
        };
    }

    // The server writes a full list also where the statement has none.
    private static string[]? Listed(JudgedDatabase database, string table, string list)
    {
        string[] columns = [.. list.Split(", ").Select(c => Regex.Replace(c, "^\"|\"$", "").Replace("\"\"", "\""))];
        var all = database.Texts($"SELECT attname FROM pg_attribute WHERE attrelid = {Quoted(table)}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
        return all.Take(columns.Length).SequenceEqual(columns) ? null : columns;
    }

    // What the one write of a statement does when it runs twice.
    private static StatementVerdict Alone(JudgedDatabase database, StatementVerdict verdict, List<string> types)
    {
        var run = Execute(types);
        var before = CountRows();
        if (database.FailureOf(run) is not null)
            return verdict;

        var once = CountRows();
        var assigned = database.Texts("SELECT DISTINCT column_name FROM judge.writes WHERE operation = 'UPDATE'");
        var failure = database.FailureOf(run);
        var growsAgain = CountRows() > once || failure is PostgresErrorCodes.UniqueViolation;
        var growth = once == before ? null : growsAgain ? SqlWriteMode.Append : (SqlWriteMode?)SqlWriteMode.AppendIfAbsent;
        return verdict with { Assigned = assigned, Mode = verdict.Mode ?? growth };

        int CountRows() => database.Texts($"SELECT 1 FROM {verdict.Written!.Single()}").Count;
    }

    /// <summary>Prepares a statement as <c>judged</c> and makes it the body of the function <c>judge.judged</c>, if the server accepts it.</summary>
    public static bool TakeDown(JudgedDatabase database, string sql) =>
        database.FailureOf($"PREPARE judged AS {sql}") is null && TakeDown(database, sql, database.Texts(ParameterTypes));

    private static bool TakeDown(JudgedDatabase database, string sql, List<string> types) =>
        database.FailureOf($"SELECT judge.take_down({Quoted(sql)}, {Quoted(string.Join(", ", types))})") is null;

    /// <summary>The command that runs the prepared statement, with a value for each of its parameters.</summary>
    public static string ExecuteJudged(JudgedDatabase database) => Execute(database.Texts(ParameterTypes));

    private static string Execute(List<string> types) => $"EXECUTE judged{(types.Count == 0 ? "" : $"({string.Join(", ", types.Select(SampleOf))})")}";

    private static string Quoted(string text) => $"'{text.Replace("'", "''")}'";

    private static string SampleOf(string type) => type switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
        "boolean" => "true",
        "json" or "jsonb" => "'[]'",
        "interval" => "'1 day'",
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) || type is "date" => "'2026-01-05'",
        _ => "'77'",
    };
}
