using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Tests.Servers;

namespace DataEngAnalyzers.Sql.Tests.Judges.MariaDb;

/// <summary>
/// A MariaDB server: the privileges it demands say what a statement reads and writes, its counters of commands say what it is,
/// and two runs say what it does to rows that are there.
/// </summary>
internal sealed partial class MariaDbJudge(MariaDbServer server) : IJudge, IDisposable
{
    private static readonly string[] Writing = ["INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "CREATE VIEW"];

    private readonly Dictionary<string, MariaDbDatabase> _shared = [];

    public string Name => "MariaDB";

    public SqlDialect Dialect => SqlDialect.MySql;

    [GeneratedRegex("""(?<skip>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`[^`]*`|@@\w+|@\w+\s*:?=|/\*.*?\*/|--\s[^\n]*|\#[^\n]*)|\?|@\w+""", RegexOptions.Singleline)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex(@"into [^(]*`\((?<columns>[^)]*)\)")]
    private static partial Regex InsertedColumns { get; }

    public Verdict? Of(CorpusCase sample)
    {
        var statements = SqlPieces.Statements(sample.Sql);
        if (statements is [var only] && ChangesRowsAlone(only))
            return Judge(Shared(sample.Setup), only) is { } said ? new Verdict(said) : null;

        using var database = new MariaDbDatabase(server, sample.Setup);
        var verdicts = new List<StatementVerdict>();
        foreach (var statement in statements)
        {
            if (Judge(database, statement) is not { } said)
                return null;

            verdicts.AddRange(UsesTemporaryTables(sample.Sql) ? said.Select(WithoutTables) : said);
            database.Keep(WithValues(statement));
        }

        return new Verdict(verdicts);
    }

    public void Dispose()
    {
        foreach (var database in _shared.Values)
            database.Dispose();
    }

    // Who may make temporary tables may do anything with them.
    private static bool UsesTemporaryTables(string sql) => sql.Contains("TEMPORARY", StringComparison.OrdinalIgnoreCase);

    private static StatementVerdict WithoutTables(StatementVerdict verdict) => verdict with { Written = null, Read = null };

    // What it does can be undone, so cases with the same tables share them.
    private static bool ChangesRowsAlone(string sql) => SqlPieces.FirstWord(sql) is "SELECT" or "INSERT" or "UPDATE" or "DELETE" or "REPLACE" or "WITH";

    private MariaDbDatabase Shared(string setup)
    {
        if (!_shared.TryGetValue(setup, out var database))
            _shared[setup] = database = new MariaDbDatabase(server, setup);
        return database;
    }

    private static IReadOnlyList<StatementVerdict>? Judge(MariaDbDatabase database, string sql)
    {
        var run = WithValues(sql);
        if (database.DemandsOf(run, out var commands) is not { } demands)
            return null;

        // A routine holds statements that only run when it does.
        if (commands.Any(command => command is "create_trigger" or "create_procedure" or "create_function" or "create_event"))
            return null;

        var kind = commands.Select(KindOf).FirstOrDefault(k => k is not null);
        var written = Written(kind, demands, sql);
        if (written.Count > 1 && kind is SqlStatementKind.Update or SqlStatementKind.Delete or SqlStatementKind.Truncate)
            return [.. written.Select(table => new StatementVerdict { Kind = kind, Written = [table] })];

        var verdict = new StatementVerdict
        {
            Kind = kind,
            Written = kind is null || IsControl(kind.Value) || commands.Contains("drop_index") ? null : written,
            Read = Read(kind, demands, written, sql),
        };
        return [written.Count == 1 ? Changed(database, run, verdict, demands, written[0]) : verdict];
    }

    private static StatementVerdict Changed(MariaDbDatabase database, string run, StatementVerdict verdict, IReadOnlyList<Demand> demands, string table)
    {
        switch (verdict.Kind)
        {
            case SqlStatementKind.Update:
                return verdict with { Mode = SqlWriteMode.Update, Assigned = database.ColumnsDemanded(run, "UPDATE", table) };
            case SqlStatementKind.Delete:
                return verdict with { Mode = SqlWriteMode.Delete };
            case SqlStatementKind.Truncate:
                return verdict with { Mode = SqlWriteMode.Truncate };
            case SqlStatementKind.Insert:
                var updates = demands.Any(d => d.Privilege is "UPDATE" && d.Name == table);
                var replaces = demands.Any(d => d.Privilege is "DELETE" && d.Name == table);
                return verdict with
                {
                    Mode = updates || replaces ? SqlWriteMode.Upsert : ModeOfTwoRuns(database, run, table),
                    Columns = Columns(database, run),
                    Assigned = updates ? null : [],
                };
            default:
                return verdict;
        }
    }

    private static string[]? Columns(MariaDbDatabase database, string run) =>
        database.Explained(run) is { } text && InsertedColumns.Match(text) is { Success: true } list ? list.Groups["columns"].Value.Replace("`", "").Split(',', StringSplitOptions.TrimEntries) : null;

    private static SqlWriteMode? ModeOfTwoRuns(MariaDbDatabase database, string run, string table) =>
        database.RunTwice(run, table) is not { } rows || rows.Once == rows.Before ? null
            : rows.Twice > rows.Once || rows.Failed ? SqlWriteMode.Append
            : SqlWriteMode.AppendIfAbsent;

    private static List<string> Written(SqlStatementKind? kind, IReadOnlyList<Demand> demands, string sql)
    {
        // A new name of a table is demanded like a table.
        var privileges = kind is SqlStatementKind.AlterTable or SqlStatementKind.Rename ? ["ALTER"] : Writing;
        return [.. demands.Where(d => privileges.Contains(d.Privilege)).Select(d => d.Name).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => sql.IndexOf(name, StringComparison.OrdinalIgnoreCase))];
    }

    private static List<string>? Read(SqlStatementKind? kind, IReadOnlyList<Demand> demands, List<string> written, string sql)
    {
        List<string> read = [.. demands.Where(d => d.Privilege is "SELECT").Select(d => d.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (kind is SqlStatementKind.Select or SqlStatementKind.CreateView)
            return read;
        if (kind is not (SqlStatementKind.Insert or SqlStatementKind.Update or SqlStatementKind.Delete or SqlStatementKind.CreateTable) || written is not [var target])
            return null;

        // To create a table LIKE another is no reading of rows.
        if (kind is SqlStatementKind.CreateTable && !demands.Any(d => d.Privilege is "INSERT"))
            return null;

        // A condition on the target's own rows looks like a read of it; only a second mention can be one.
        var mentions = Regex.Count(SqlPieces.WithoutComments(sql), $@"\b{Regex.Escape(target)}\b(?!`?\s*\.)", RegexOptions.IgnoreCase);
        return mentions < 2 ? [.. read.Where(table => table != target)] : kind is SqlStatementKind.Insert ? read : null;
    }

    private static bool IsControl(SqlStatementKind kind) =>
        kind is SqlStatementKind.Begin or SqlStatementKind.Commit or SqlStatementKind.Rollback or SqlStatementKind.Savepoint or SqlStatementKind.Set or SqlStatementKind.Call;

    private static SqlStatementKind? KindOf(string command) => command switch
    {
        "select" => SqlStatementKind.Select,
        "insert" or "insert_select" or "replace" or "replace_select" => SqlStatementKind.Insert,
        "update" or "update_multi" => SqlStatementKind.Update,
        "delete" or "delete_multi" => SqlStatementKind.Delete,
        "load" => SqlStatementKind.Load,
        "create_table" or "create_temporary_table" => SqlStatementKind.CreateTable,
        "create_view" => SqlStatementKind.CreateView,
        "create_index" => SqlStatementKind.CreateIndex,
        "alter_table" => SqlStatementKind.AlterTable,
        "drop_table" or "drop_temporary_table" or "drop_view" or "drop_index" => SqlStatementKind.Drop,
        "truncate" => SqlStatementKind.Truncate,
        "rename_table" => SqlStatementKind.Rename,
        "begin" => SqlStatementKind.Begin,
        "commit" => SqlStatementKind.Commit,
        "rollback" => SqlStatementKind.Rollback,
        "savepoint" or "release_savepoint" or "rollback_to_savepoint" => SqlStatementKind.Savepoint,
        "set_option" => SqlStatementKind.Set,
        "call_procedure" => SqlStatementKind.Call,
        _ => null,
    };

    // 77 for each parameter.
    private static string WithValues(string sql) =>
        SqlPieces.FirstWord(sql) is "SET" or "LOAD" or "CREATE" or "PREPARE" ? sql : Parameter.Replace(sql, match => match.Groups["skip"].Success ? match.Value : "77");
}
