using System;

namespace DataEngAnalyzers.Sql;

/// <summary>The database functions that read the clock.</summary>
internal static class SqlClocks
{
    // These read the clock only when called, and only without an argument that fixes the time.
    private static readonly SqlWordTable Functions = new(
        "getdate", "getutcdate", "sysdatetime", "sysutcdatetime", "sysdatetimeoffset",
        "now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday",
        "curdate", "curtime", "utc_timestamp", "utc_date", "utc_time", "unix_timestamp",
        "today", "get_current_timestamp", "current_datetime", "current_date", "current_time", "current_timestamp",
        "localtime", "localtimestamp", "sysdate", "systimestamp");

    // Standard SQL and Oracle read the clock with a bare word.
    private static readonly SqlWordTable Words = new(
        "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "sysdate", "systimestamp");

    // SQLite's date functions read the clock when told 'now', or nothing at all.
    private static readonly SqlWordTable SqliteFunctions = new(
        "date", "time", "datetime", "julianday", "unixepoch", "strftime");

    /// <summary>Whether the word at <paramref name="at"/> reads the clock; <paramref name="next"/> is then the token behind the whole reading.</summary>
    public static bool IsClock(SqlTokens tokens, int at, out int next)
    {
        next = at + 1;
        if (!tokens.Is(at, SqlTokenKind.Word) || tokens.Is(at - 1, SqlTokenKind.Dot))
            return false;

        if (!tokens.Is(at + 1, SqlTokenKind.OpenParen))
            return Words.Has(tokens, at) && !tokens.Is(at + 1, SqlTokenKind.Dot);

        var close = tokens.Partner(at + 1);
        next = Math.Min(close + 1, tokens.Count);
        if (SqliteFunctions.Has(tokens, at))
            return HasNowArgument(tokens, at + 2, close);

        // A precision is no argument: CURRENT_TIMESTAMP(3).
        var isBare = close <= at + 2 || (close == at + 3 && tokens[at + 2].Kind is SqlTokenKind.Number or SqlTokenKind.String);
        return isBare && Functions.Has(tokens, at);
    }

    private static bool HasNowArgument(SqlTokens tokens, int from, int close) =>
        (from < close && tokens.Spells(from, "'now'"))
        || (from + 2 < close && tokens.Is(from + 1, SqlTokenKind.Comma) && tokens.Spells(from + 2, "'now'"));
}
