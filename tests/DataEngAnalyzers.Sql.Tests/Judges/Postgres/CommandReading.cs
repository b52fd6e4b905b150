using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Npgsql;

namespace DataEngAnalyzers.Sql.Tests.Judges.Postgres;

/// <summary>What the server says of a command that cannot be prepared: the objects it made, changed or dropped, the tables it emptied, filled or read.</summary>
internal static partial class CommandReading
{
    // The server's own files serve where a client would send or receive rows.
    [GeneratedRegex(@"\b(STDIN|STDOUT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClientStream { get; }

    private const string Objects = """
        SELECT tag, table_id, name
        FROM judge.objects
        WHERE type IN ('table', 'view', 'materialized view', 'index', 'foreign table') AND tag ~ '^(CREATE|ALTER|DROP|SELECT)'
        ORDER BY n
        """;

    public static IReadOnlyList<StatementVerdict>? Of(JudgedDatabase database, string sql)
    {
        var names = database.Rows("SELECT oid, oid::regclass FROM pg_class").ToDictionary(r => r[0], r => r[1]);
        var isCopy = SqlPieces.FirstWord(sql) is "COPY";
        var run = isCopy ? ClientStream.Replace(sql, "'/dev/null'") : sql;
        switch (database.FailureOf(run))
        {
            case null:
                break;
            case PostgresErrorCodes.ActiveSqlTransaction:
                // It may not run inside the transaction it is judged in.
                return [new StatementVerdict()];
            default:
                return null;
        }

        var read = database.Texts(QueryReading.TablesRead);
        if (SqlPieces.FirstWord(sql) is "TRUNCATE")
            return Truncated(database, sql);
        if (isCopy)
            return [Copied(database, read)];

        var objects = database.Rows(Objects);
        return [objects.Count == 0 ? new StatementVerdict() : Changed(database, run, objects, names, read)];
    }

    // Tables that follow by CASCADE come behind those the statement lists.
    private static List<StatementVerdict> Truncated(JudgedDatabase database, string sql) =>
        [.. database.Texts("SELECT target::regclass::text FROM judge.writes WHERE operation = 'TRUNCATE' ORDER BY n")
            .Take(sql.Split(',').Length)
            .Select(t => new StatementVerdict { Kind = SqlStatementKind.Truncate, Mode = SqlWriteMode.Truncate, Written = [t], Read = [] })];

    private static StatementVerdict Copied(JudgedDatabase database, List<string> read)
    {
        var written = database.Texts("SELECT DISTINCT target::regclass::text FROM judge.writes WHERE operation = 'INSERT'");
        return new StatementVerdict
        {
            Kind = SqlStatementKind.Copy,
            Mode = written.Count > 0 ? SqlWriteMode.Append : SqlWriteMode.None,
            Written = written,
            Read = read,
        };
    }

    private static StatementVerdict Changed(JudgedDatabase database, string sql, List<string[]> objects, Dictionary<string, string> names, List<string> read)
    {
        var tag = objects[0][0];
        var holdsQuery = tag is "CREATE TABLE AS" or "SELECT INTO" or "CREATE VIEW" or "CREATE MATERIALIZED VIEW";
        return new StatementVerdict
        {
            Kind = tag switch
            {
                "CREATE TABLE" or "CREATE TABLE AS" or "CREATE FOREIGN TABLE" => SqlStatementKind.CreateTable,
                "SELECT INTO" => SqlStatementKind.Select,
                "CREATE VIEW" or "CREATE MATERIALIZED VIEW" => SqlStatementKind.CreateView,
                "CREATE INDEX" => SqlStatementKind.CreateIndex,
                "ALTER TABLE" => SqlStatementKind.AlterTable,
                _ when tag.StartsWith("DROP", System.StringComparison.Ordinal) => SqlStatementKind.Drop,
                _ => SqlStatementKind.Other,
            },
            Mode = tag switch
            {
                "CREATE TABLE AS" => database.FailureOf(sql) is null ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Overwrite,
                "SELECT INTO" => SqlWriteMode.Overwrite,
                _ => SqlWriteMode.None,
            },

            // By the name it had before, where it has just been given another.
            Written = [.. objects.Where(o => o[0] == tag).Select(o => names.GetValueOrDefault(o[1], o[2]))],
            Read = holdsQuery ? read : null,
        };
    }
}
