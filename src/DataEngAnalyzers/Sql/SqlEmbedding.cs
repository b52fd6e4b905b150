namespace DataEngAnalyzers.Sql;

/// <summary>SQL inside a string of SQL: the body of a routine, a DO block, the text that EXEC runs.</summary>
internal static class SqlEmbedding
{
    // Nobody quotes quoted quotes further than this.
    private const int DeepestLookedInto = 4;

    /// <summary>The tokens inside the string at <paramref name="at"/>; <see langword="null"/> when it is no plain text or too deep to look into.</summary>
    public static SqlTokens? Open(SqlTokens tokens, int at)
    {
        if (!tokens.Is(at, SqlTokenKind.String) || tokens.Depth >= DeepestLookedInto)
            return null;

        var token = tokens[at];
        var text = tokens.Source.Text;
        var open = token.Start;
        while (open < token.End && char.IsLetter(text[open]))
            open++;
        if (open >= token.End || open - token.Start > 1)
            return null;

        var mark = MarkAt(tokens, open, token.End);
        var isSingleQuote = mark is 1 && text[open] is '\'';
        if (isSingleQuote && tokens.IsQuoted)
            return null;

        var from = open + mark + (HasOracleBracket(text, token.Start, open) ? 1 : 0);
        var to = token.End - (from - open);
        return to > from ? tokens.OfContent(SqlSpan.FromBounds(from, to), isSingleQuote && from == open + 1) : null;
    }

    // '…' · '''…''' and """…""" of BigQuery · $tag$…$tag$
    private static int MarkAt(SqlTokens tokens, int open, int end)
    {
        var text = tokens.Source.Text;
        if (text[open] is '$')
            return text.IndexOf('$', open + 1, end - open - 1) is var close and > 0 ? close + 1 - open : 1;

        var isTriple = tokens.Dialect is SqlDialect.BigQuery && open + 5 < end && text[open + 1] == text[open] && text[open + 2] == text[open] && text[end - 2] == text[open] && text[end - 3] == text[open];
        return isTriple ? 3 : 1;
    }

    // q'[…]'
    private static bool HasOracleBracket(string text, int start, int open) => open > start && char.ToLowerInvariant(text[start]) is 'q';
}
