namespace DataEngAnalyzers.Sql;

/// <summary>Hints about locks.</summary>
internal static class SqlHints
{
    private static readonly SqlWordTable TableHints = new(
        "nolock", "readuncommitted", "readcommitted", "readcommittedlock", "repeatableread", "serializable", "holdlock",
        "updlock", "xlock", "tablock", "tablockx", "rowlock", "paglock", "readpast", "nowait", "snapshot", "noexpand");

    public static bool IsLockingHint(SqlTokens tokens, int at) => tokens.Is(at, SqlTokenKind.Word) && TableHints.Has(tokens, at);

    /// <summary>Adds what a hint list in parentheses says.</summary>
    public static void AddTableHints(SqlTokens tokens, int openParen, SqlStatementBuilder builder)
    {
        for (var i = openParen + 1; i < tokens.Partner(openParen); i++)
        {
            if (!IsLockingHint(tokens, i))
                continue;

            builder.Hints.Add(tokens.Text(i).ToUpperInvariant());
            if (tokens.Spells(i, "NOLOCK") || tokens.Spells(i, "READUNCOMMITTED"))
                builder.DirtyReads.Add(new SqlDirtyRead(tokens.Span(i, i + 1), Removable(tokens, openParen, i)));
        }
    }

    // The whole list with its WITH and the space before it, or the word with the comma that parts it from its neighbour.
    private static SqlSpan Removable(SqlTokens tokens, int open, int hint)
    {
        var close = tokens.Partner(open);
        if (hint == open + 1 && close == hint + 1)
        {
            var first = tokens.Is(open - 1, SqlKeyword.With) ? open - 1 : open;
            return SqlSpan.FromBounds(first > 0 ? tokens.Span(first - 1, first).End : tokens[first].Start, tokens.Span(close, close + 1).End);
        }

        if (hint > open + 1)
            return SqlSpan.FromBounds(tokens.Span(open + 1, hint - (tokens.Is(hint - 1, SqlTokenKind.Comma) ? 1 : 0)).End, tokens.Span(hint, hint + 1).End);
        return SqlSpan.FromBounds(tokens[hint].Start, tokens[hint + (tokens.Is(hint + 1, SqlTokenKind.Comma) ? 2 : 1)].Start);
    }
}
