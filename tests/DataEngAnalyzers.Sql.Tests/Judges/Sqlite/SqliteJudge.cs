using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Corpus;

namespace DataEngAnalyzers.Sql.Tests.Judges.Sqlite;

/// <summary>SQLite: its authorizer says what a statement touches, two runs say what it does to rows that are there.</summary>
internal sealed class SqliteJudge : IJudge
{
    public string Name => "SQLite";

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public Verdict? Of(CorpusCase sample)
    {
        using var database = new SqliteDatabase(sample.Setup);
        var verdicts = new List<StatementVerdict>();
        for (var rest = sample.Sql; SqlPieces.WithoutComments(rest).Trim(' ', '\n', ';').Length > 0;)
        {
            // A trigger holds statements that only run when it does.
            if (database.Compile(rest, out rest) is not { } compiled || compiled.Actions.CreatesTrigger)
                return null;

            verdicts.Add(Judge(database, compiled.Statement, compiled.Actions));
            if (verdicts[^1].Kind is not (SqlStatementKind.Begin or SqlStatementKind.Commit or SqlStatementKind.Rollback or SqlStatementKind.Savepoint))
                database.Run(compiled.Statement);
        }

        return new Verdict(verdicts);
    }

    private static StatementVerdict Judge(SqliteDatabase database, string sql, SqliteActions actions)
    {
        if (SqlPieces.FirstWord(sql) is "EXPLAIN")
            return new StatementVerdict();

        return new StatementVerdict
        {
            Kind = actions.Kind,
            Mode = Mode(database, sql, actions),
            Written = actions.Written,
            Read = Read(database, sql, actions),
            Assigned = actions.Kind is SqlStatementKind.Insert or SqlStatementKind.Update ? actions.Assigned : null,
        };
    }

    private static IReadOnlyList<string>? Read(SqliteDatabase database, string sql, SqliteActions actions)
    {
        IEnumerable<string> read = actions.Read.Where(database.IsTable);
        switch (actions.Kind)
        {
            case SqlStatementKind.Select:
                return [.. read];
            case SqlStatementKind.CreateTable when actions.CreatesTableOfQuery:
                return [.. read.Where(t => !t.Contains("sqlite_", StringComparison.Ordinal))];
            case SqlStatementKind.Insert or SqlStatementKind.Update or SqlStatementKind.Delete when actions.WrittenTable is { } target:
                // A condition on the target's own rows looks like a read of it; only a second mention can be one.
                var mentions = Regex.Count(SqlPieces.WithoutComments(sql), $@"\b{Regex.Escape(target)}\b(?!\s*[""\]`]?\.)", RegexOptions.IgnoreCase);
                var isPlainInsert = actions.Kind is SqlStatementKind.Insert && actions.Assigned.Count == 0;
                return mentions < 2 ? [.. read.Where(t => t != target)] : isPlainInsert ? [.. read] : null;
            default:
                return null;
        }
    }

    private static SqlWriteMode? Mode(SqliteDatabase database, string sql, SqliteActions actions) => actions.Kind switch
    {
        SqlStatementKind.Select => SqlWriteMode.None,
        SqlStatementKind.Update => SqlWriteMode.Update,
        SqlStatementKind.Delete => SqlWriteMode.Delete,
        SqlStatementKind.Insert when actions.Assigned.Count > 0 => SqlWriteMode.Upsert,
        SqlStatementKind.Insert when actions.WrittenTable is { } target => ModeOfTwoRuns(database, sql, target),
        SqlStatementKind.CreateTable when actions.CreatesTableOfQuery => RunsTwice(database, sql) ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Overwrite,
        SqlStatementKind.CreateTable => SqlWriteMode.None,
        _ => null,
    };

    private static bool RunsTwice(SqliteDatabase database, string sql)
    {
        database.Run("SAVEPOINT judged");
        var could = database.Run(sql) && database.Run(sql);
        Undo(database);
        return could;
    }

    private static SqlWriteMode? ModeOfTwoRuns(SqliteDatabase database, string sql, string target)
    {
        var count = $"SELECT count(*) FROM {target}";
        database.Run("SAVEPOINT judged");
        var before = database.Number(count);
        var couldOnce = database.Run(sql);
        var once = database.Number(count);
        var couldTwice = database.Run(sql);
        var changed = database.Number("SELECT changes()");
        var twice = database.Number(count);
        Undo(database);
        return !couldOnce || once == before ? null
            : twice > once || !couldTwice ? SqlWriteMode.Append
            : changed > 0 ? SqlWriteMode.Upsert
            : SqlWriteMode.AppendIfAbsent;
    }

    private static void Undo(SqliteDatabase database)
    {
        database.Run("ROLLBACK TO judged");
        database.Run("RELEASE judged");
    }
}
