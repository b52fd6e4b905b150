using System.Collections.Generic;

namespace DataEngAnalyzers.Sql;

/// <summary>Hints about locks.</summary>
internal static class SqlHints
{
    private static readonly SqlWordTable TableHints = new(
        "nolock", "readuncommitted", "readcommitted", "readcommittedlock", "repeatableread", "serializable", "holdlock",
        "updlock", "xlock", "tablock", "tablockx", "rowlock", "paglock", "readpast", "nowait", "snapshot", "noexpand");

    public static bool IsLockingHint(SqlTokens tokens, int at) => tokens.Is(at, SqlTokenKind.Word) && TableHints.Has(tokens, at);

    /// <summary>Adds what a hint list in parentheses says.</summary>
    public static void AddTableHints(SqlTokens tokens, int openParen, List<string> hints)
    {
        for (var i = openParen + 1; i < tokens.Partner(openParen); i++)
        {
            if (IsLockingHint(tokens, i))
                hints.Add(tokens.Text(i).ToUpperInvariant());
        }
    }
}
