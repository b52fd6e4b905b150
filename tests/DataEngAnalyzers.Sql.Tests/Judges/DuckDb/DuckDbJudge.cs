using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DuckDB.NET.Native;

namespace DataEngAnalyzers.Sql.Tests.Judges.DuckDb;

/// <summary>DuckDB, asked by running each statement against the tables of its case and looking at what has changed.</summary>
internal sealed partial class DuckDbJudge : IJudge
{
    // The binding has no name for it yet.
    private const DuckDBStatementType MergeInto = (DuckDBStatementType)30;

    [GeneratedRegex(@"^\s*CREATE\b[^(]*\bMACRO\b", RegexOptions.IgnoreCase)]
    private static partial Regex Macro { get; }

    public string Name => "DuckDB";

    public SqlDialect Dialect => SqlDialect.DuckDb;

    public Verdict? Of(CorpusCase sample)
    {
        using var database = new DuckDbDatabase(sample.Setup);
        var verdicts = new List<StatementVerdict>();
        foreach (var statement in SqlPieces.Statements(sample.Sql))
        {
            if (Judge(database, SqlPieces.FillParameters(statement, "NULL")) is not { } said)
                return null;

            verdicts.Add(said);
        }

        return new Verdict(verdicts);
    }

    private static StatementVerdict? Judge(DuckDbDatabase database, string sql)
    {
        var kind = SqlPieces.FirstWord(sql) switch
        {
            "BEGIN" or "START" => SqlStatementKind.Begin,
            "COMMIT" or "END" => SqlStatementKind.Commit,
            "ROLLBACK" or "ABORT" => SqlStatementKind.Rollback,
            _ => SqlStatementKind.Unknown,
        };
        if (kind is not SqlStatementKind.Unknown)
            return new StatementVerdict { Kind = kind };

        // A macro holds statements that only run when it is called.
        if (Macro.IsMatch(sql))
            return null;

        var plan = DuckDbReads.OfPlan(database, sql);
        var before = database.Objects();
        database.Run("BEGIN");
        var run = database.Run(sql);
        var verdict = run is { } once ? Of(database, sql, once, before, plan) : null;
        database.Run("ROLLBACK");
        if (run is not null)
            database.Run(sql);
        return verdict;
    }

    private static StatementVerdict Of(DuckDbDatabase database, string sql, DuckDbRun run, Dictionary<string, DuckDbObject> before, DuckDbPlan? plan)
    {
        var after = database.Objects();
        var made = after.Where(o => !before.TryGetValue(o.Key, out var old) || old.Definition != o.Value.Definition).Select(o => o.Value).ToList();
        var gone = before.Where(o => !after.ContainsKey(o.Key)).Select(o => o.Value).ToList();
        var filled = after.Where(o => before.TryGetValue(o.Key, out var old) && old.Content != o.Value.Content).Select(o => o.Value.Table).ToList();
        IReadOnlyCollection<string>? written = filled.Count > 0 ? filled : null;
        switch (run.Type)
        {
            case DuckDBStatementType.Select when BeginsQuery(sql):
                return new StatementVerdict { Kind = SqlStatementKind.Select, Mode = SqlWriteMode.None, Written = [], Read = DuckDbReads.OfQuery(database, sql) };
            case DuckDBStatementType.Insert:
                return new StatementVerdict { Kind = SqlStatementKind.Insert, Mode = ModeOfInsert(database, sql, before, after), Written = written, Read = ReadBesides(written, plan, findsRows: plan?.Operator is "MERGE_INTO") };
            case DuckDBStatementType.Update:
                return new StatementVerdict { Kind = SqlStatementKind.Update, Mode = SqlWriteMode.Update, Written = written, Read = ReadBesides(written, plan, findsRows: true) };
            case DuckDBStatementType.Delete:
                return new StatementVerdict { Kind = SqlPieces.FirstWord(sql) is "TRUNCATE" ? SqlStatementKind.Truncate : SqlStatementKind.Delete, Written = written, Read = ReadBesides(written, plan, findsRows: true) };
            case MergeInto:
                return new StatementVerdict { Kind = SqlStatementKind.Merge, Mode = SqlWriteMode.Merge, Written = written, Read = ReadBesides(written, plan, findsRows: true) };
            case DuckDBStatementType.Create when made.Count > 0:
                return new StatementVerdict
                {
                    Kind = made[0].Kind,
                    Mode = plan?.Operator.EndsWith("CREATE_TABLE_AS", StringComparison.Ordinal) is true ? ModeOfCreate(database, sql, after) : SqlWriteMode.None,
                    Written = [.. made.Select(o => o.Table)],
                    Read = made[0].Kind is SqlStatementKind.CreateTable ? plan?.Scanned : null,
                };
            case DuckDBStatementType.Alter when SqlPieces.FirstWord(sql) is "ALTER":
                return new StatementVerdict { Kind = SqlStatementKind.AlterTable, Written = [.. (gone.Count > 0 ? gone : made).Select(o => o.Table).Distinct()] };
            case DuckDBStatementType.Drop:
                return new StatementVerdict { Kind = SqlStatementKind.Drop };
            case DuckDBStatementType.Copy:
                return new StatementVerdict { Kind = SqlStatementKind.Copy, Mode = filled.Count > 0 ? SqlWriteMode.Append : SqlWriteMode.None, Written = filled, Read = plan?.Scanned };
            default:
                return new StatementVerdict();
        }
    }

    private static bool BeginsQuery(string sql) => SqlPieces.FirstWord(sql) is "SELECT" or "FROM" or "WITH" or "VALUES" or "TABLE" or "PIVOT" or "UNPIVOT";

    // A change scans its target once to find the rows.
    private static List<string>? ReadBesides(IReadOnlyCollection<string>? written, DuckDbPlan? plan, bool findsRows)
    {
        if (plan is null || written is null)
            return null;

        var read = new List<string>(plan.Scanned);
        if (findsRows)
            read.Remove(written.Single());
        return read;
    }

    private static SqlWriteMode? ModeOfInsert(DuckDbDatabase database, string sql, Dictionary<string, DuckDbObject> before, Dictionary<string, DuckDbObject> once)
    {
        var run = database.Run(sql);
        if (Rows(once) == Rows(before))
            return null;
        if (run is null || Rows(database.Objects()) > Rows(once))
            return SqlWriteMode.Append;
        if (DuckDbReads.ReturnsRows(sql))
            return null;
        return run.Value.RowsChanged > 0 ? SqlWriteMode.Upsert : SqlWriteMode.AppendIfAbsent;
    }

    private static SqlWriteMode ModeOfCreate(DuckDbDatabase database, string sql, Dictionary<string, DuckDbObject> once)
    {
        var isKept = database.Run(sql) is not null && database.Objects().All(o => once.TryGetValue(o.Key, out var old) && old.Definition == o.Value.Definition);
        return isKept ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Overwrite;
    }

    private static long Rows(Dictionary<string, DuckDbObject> objects) => objects.Values.Sum(o => o.Rows);
}
