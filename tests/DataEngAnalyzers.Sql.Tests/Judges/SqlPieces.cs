using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Sql.Tests.Judges;

/// <summary>Cuts SQL for judges that take one statement at a time, knowing no more of it than where quotes and comments end.</summary>
internal static partial class SqlPieces
{
    [GeneratedRegex("""
        (?<comment> --[^\n]* | /\*.*?\*/ )
        | [eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*" | \$(?<tag>\w*)\$.*?\$\k<tag>\$
        | [\p{L}_][\p{L}\p{N}_$]* | :: | @@ | @>
        | (?<parameter> [@:$][A-Za-z_]\w* | \$\d+ )
        | (?<mark> \? )
        | (?<end> ; )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Piece { get; }

    /// <summary>The statements without the semicolons between them.</summary>
    public static IReadOnlyList<string> Statements(string sql)
    {
        var cuts = Piece.Matches(sql).Where(m => m.Groups["end"].Success).Select(m => m.Index).Append(sql.Length);
        var statements = new List<string>();
        var from = 0;
        foreach (var cut in cuts)
        {
            var statement = sql[from..cut].Trim();
            if (WithoutComments(statement).Trim().Length > 0)
                statements.Add(statement);
            from = cut + 1;
        }

        return statements;
    }

    public static string WithoutComments(string sql) => Piece.Replace(sql, m => m.Groups["comment"].Success ? " " : m.Value);

    /// <summary>Named parameters as <c>$1</c>, <c>$2</c>, the same name by the same number.</summary>
    public static string NumberParameters(string sql)
    {
        var names = new List<string>();
        return Piece.Replace(sql, m =>
        {
            if (!m.Groups["parameter"].Success || char.IsAsciiDigit(m.Value[1]))
                return m.Value;
            if (!names.Contains(m.Value))
                names.Add(m.Value);
            return string.Create(CultureInfo.InvariantCulture, $"${names.IndexOf(m.Value) + 1}");
        });
    }

    /// <summary>The same value for every parameter, question marks among them.</summary>
    public static string FillParameters(string sql, string value) =>
        Piece.Replace(sql, m => m.Groups["parameter"].Success || m.Groups["mark"].Success ? value : m.Value);

    /// <summary>The first word in upper case; empty for what begins otherwise.</summary>
    public static string FirstWord(string sql) => new([.. WithoutComments(sql).TrimStart(' ', '\n', '\r', '\t', '(').TakeWhile(char.IsLetter).Select(char.ToUpperInvariant)]);
}
