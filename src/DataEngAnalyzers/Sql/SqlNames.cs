using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>Reads possibly qualified names out of tokens.</summary>
internal static class SqlNames
{
    /// <summary>
    /// Reads the name that begins at <paramref name="at"/> and moves behind it; <see langword="null"/> when none stands there.
    /// A reserved word is a name only behind a dot.
    /// </summary>
    public static SqlName? Read(SqlTokens tokens, ref int at, int end) => Read(tokens, ref at, end, allowReserved: false);

    private static SqlName? Read(SqlTokens tokens, ref int at, int end, bool allowReserved)
    {
        if (IsIdentifierCall(tokens, at, end))
            return ReadIdentifierCall(tokens, ref at);

        var from = at;
        at = EndOf(tokens, from, end, allowReserved);
        if (at == from)
            return null;

        var parts = PartsOf(tokens, from, at);
        var hasHole = false;
        for (var i = from; i < at; i++)
            hasHole |= tokens.HasHole(i);
        return new SqlName(parts, tokens.Span(from, at)) { HasHole = hasHole, IsTemporary = IsTemporary(tokens, from, parts), QuotedParts = QuotedIn(tokens, from, at) };
    }

    /// <summary>The token behind the name that begins at <paramref name="at"/>; the same when none does.</summary>
    public static int EndOf(SqlTokens tokens, int at, int end) => EndOf(tokens, at, end, allowReserved: false);

    private static int EndOf(SqlTokens tokens, int at, int end, bool allowReserved)
    {
        if (at >= end || !CanBePart(tokens, at, isFirst: !allowReserved))
            return at;

        for (at++; at < end && tokens.Is(at, SqlTokenKind.Dot) && ContinuesBehindDot(tokens, at, end); at++)
            at += tokens.Is(at + 1, SqlTokenKind.Dot) ? 2 : 1;
        return at;
    }

    // Snowflake: IDENTIFIER('db.schema.t'), or IDENTIFIER(:name), which is known only at run time.
    private static bool IsIdentifierCall(SqlTokens tokens, int at, int end) =>
        tokens.Dialect is SqlDialect.Snowflake && at + 3 < end && tokens.Is(at + 1, SqlTokenKind.OpenParen) && tokens.Partner(at + 1) == at + 3 && tokens.Spells(at, "IDENTIFIER");

    private static SqlName ReadIdentifierCall(SqlTokens tokens, ref int at)
    {
        var argument = at + 2;
        at += 4;
        return tokens.Is(argument, SqlTokenKind.String)
            ? OfPath(tokens, argument)
            : new SqlName(ImmutableArray.Create(tokens.Text(argument)), tokens.Span(argument, argument + 1)) { HasHole = true };
    }

    /// <summary>The name that a string spells.</summary>
    public static SqlName OfPath(SqlTokens tokens, int at)
    {
        var text = tokens.Text(at);
        var parts = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Unquote(text[0] is '\'' ? text : text.Substring(1)).Split('.'))
            parts.Add(Unquote(part));
        return new SqlName(parts.ToImmutable(), tokens.Span(at, at + 1)) { HasHole = tokens.HasHole(at) };
    }

    public static SqlName? ReadAt(SqlTokens tokens, int at, int end) => Read(tokens, ref at, end);

    /// <summary>Finds where the name that ends with token <paramref name="last"/> begins; above <paramref name="last"/> when no name ends there.</summary>
    public static int StartOf(SqlTokens tokens, int last, int floor)
    {
        if (last < floor || !CanBePart(tokens, last, isFirst: !tokens.Is(last - 1, SqlTokenKind.Dot)) || tokens.Is(last, SqlTokenKind.Parameter))
            return last + 1;

        var from = last;
        while (from - 2 >= floor && tokens.Is(from - 1, SqlTokenKind.Dot) && tokens[from - 2].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Hole)
            from -= 2;
        return from;
    }

    /// <summary>The names in a parenthesised list, without order and prefix length; empty when one of them is an expression.</summary>
    public static ImmutableArray<SqlName> ReadList(SqlTokens tokens, int openParen)
    {
        var names = ImmutableArray.CreateBuilder<SqlName>();
        var close = tokens.Partner(openParen);
        var at = openParen + 1;
        while (at < close)
        {
            var name = Read(tokens, ref at, close, allowReserved: true);
            var isExpression = name is null || (tokens.Is(at, SqlTokenKind.OpenParen) && !tokens.Is(at + 1, SqlTokenKind.Number));
            if (isExpression)
                return ImmutableArray<SqlName>.Empty;

            names.Add(name!);
            while (at < close && !tokens.Is(at, SqlTokenKind.Comma))
                at = tokens.Next(at);
            at++;
        }

        return names.ToImmutable();
    }

    public static string Unquote(string text)
    {
        if (text.Length == 0 || text[0] is not ('"' or '[' or '`' or '\''))
            return text;

        var close = text[0] is '[' ? ']' : text[0];
        var isClosed = text.Length > 1 && text[text.Length - 1] == close;
        var inner = text.Substring(1, text.Length - (isClosed ? 2 : 1));
        return inner.IndexOf(close) < 0 ? inner : inner.Replace(new string(close, 2), close.ToString());
    }

    private static bool CanBePart(SqlTokens tokens, int at, bool isFirst) => tokens[at].Kind switch
    {
        SqlTokenKind.Hole => true,

        // Empty quotes name nothing.
        SqlTokenKind.QuotedName => tokens[at].Length != 2,
        SqlTokenKind.Word => !isFirst || !SqlKeywords.IsReserved(tokens[at].Keyword),
        SqlTokenKind.Parameter => isFirst && tokens.Source.Text[tokens[at].Start] is '@',
        _ => false,
    };

    private static bool ContinuesBehindDot(SqlTokens tokens, int dot, int end)
    {
        var next = tokens.Is(dot + 1, SqlTokenKind.Dot) ? dot + 2 : dot + 1;
        return next < end && CanBePart(tokens, next, isFirst: false);
    }

    private static ImmutableArray<string> PartsOf(SqlTokens tokens, int from, int to)
    {
        if (to == from + 1 && !IsQuotedPath(tokens, from))
            return ImmutableArray.Create(Unquote(tokens.Text(from)));

        var parts = ImmutableArray.CreateBuilder<string>((to - from + 1) / 2);
        for (var at = from; at < to; at++)
        {
            if (IsQuotedPath(tokens, at))
                parts.AddRange(Unquote(tokens.Text(at)).Split('.'));
            else if (!tokens.Is(at, SqlTokenKind.Dot))
                parts.Add(Unquote(tokens.Text(at)));
            else if (tokens.Is(at - 1, SqlTokenKind.Dot))
                parts.Add("");
        }

        return parts.Count == parts.Capacity ? parts.MoveToImmutable() : parts.ToImmutable();
    }

    private static int QuotedIn(SqlTokens tokens, int from, int to)
    {
        var quoted = 0;
        for (int at = from, part = 0; at < to; at++)
        {
            if (tokens.Is(at, SqlTokenKind.QuotedName))
                quoted |= 1 << part;
            part += tokens.Is(at, SqlTokenKind.Dot) ? 1 : 0;
        }

        return quoted;
    }

    // BigQuery quotes a whole path at once.
    private static bool IsQuotedPath(SqlTokens tokens, int at) =>
        tokens.Dialect is SqlDialect.BigQuery && tokens.Is(at, SqlTokenKind.QuotedName) && tokens.Text(at).IndexOf('.') > 1;

    // Snowflake's @name is a stage of files, elsewhere it is a table variable.
    private static bool IsTemporary(SqlTokens tokens, int first, ImmutableArray<string> parts)
    {
        var last = parts[parts.Length - 1];
        return last.StartsWith("#", StringComparison.Ordinal)
            || (tokens.Is(first, SqlTokenKind.Parameter) && tokens.Dialect is not SqlDialect.Snowflake)
            || (parts.Length > 1 && string.Equals(parts[0], "pg_temp", StringComparison.OrdinalIgnoreCase))
            || (parts.Length == 2 && tokens.Dialect is SqlDialect.Sqlite or SqlDialect.DuckDb && string.Equals(parts[0], "temp", StringComparison.OrdinalIgnoreCase));
    }
}
