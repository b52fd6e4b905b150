using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Finds the keyword a word spells.</summary>
internal static class SqlKeywords
{
    private static readonly SqlWordTable Spellings = new(Enum.GetNames(typeof(SqlKeyword)));

    public static SqlKeyword Find(string text, int start, int length)
    {
        var keyword = (SqlKeyword)Math.Max(Spellings.Find(text, start, length), 0);
        return keyword is SqlKeyword.Reserved or SqlKeyword.NoAlias ? SqlKeyword.None : keyword;
    }

    public static bool IsReserved(SqlKeyword keyword) => keyword is > SqlKeyword.None and < SqlKeyword.Reserved;

    /// <summary>Behind an operand or a table the word begins something else.</summary>
    public static bool CannotFollowAsAlias(SqlKeyword keyword) => keyword is > SqlKeyword.None and < SqlKeyword.NoAlias;
}
