using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Words of SQL that a revision runs as it is.</summary>
internal static class SqlWords
{
    private static readonly HashSet<string> Changing = new(StringComparer.OrdinalIgnoreCase) { "table", "rename", "sp_rename", "exec", "execute", "call", "do" };

    /// <summary>Whether it holds a word without which no statement changes tables.</summary>
    public static bool MayChangeTables(string sql)
    {
        foreach (var word in In(sql))
        {
            if (Changing.Contains(word))
                return true;
        }

        return false;
    }

    public static IEnumerable<string> In(string sql)
    {
        var start = -1;
        for (var index = 0; index <= sql.Length; index++)
        {
            var belongs = index < sql.Length && (char.IsLetterOrDigit(sql[index]) || sql[index] == '_');
            if (belongs && start < 0)
            {
                start = index;
            }
            else if (!belongs && start >= 0)
            {
                yield return sql.Substring(start, index - start);
                start = -1;
            }
        }
    }
}
