using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Makes broken SQL out of sound SQL. The same seed makes the same texts.</summary>
internal sealed partial class SqlMutator
{
    private const int LongestText = 4000;

    private static readonly string[] Junk =
    [
        "'", "''", "\"", "`", "[", "]", "(", ")", "((", "))", "{", "}", "{0}", "{=a}", ",", ";", ".", "..", "--", "/*", "*/", "#", "$", "$$", "$a$", "\\", "\n", "\r\nGO\r\n",
        "¤", "¤¤", "¤.t¤", "@", "@@", "@p", ":p", "::", "?", "??", "=", "<>", "<=>", "->>", ":=", "*", "t.*", "0x", "1e", "1.", ".5", "N'", "e'\\", "q'[", "]'", "r\"", "\"\"\"", "/*+", "(+)",
        "\0", "\u00A0", "\u200B", "\u2028", "\uFEFF", "é", "Ω", "表", "ſ", "\uD83D", "\uDE00", "😀", "İ", "\t", "\u0001", "\uFFFD",
    ];

    private static readonly string[] Keywords = [.. Enum.GetNames<SqlKeyword>().Select(name => name.ToUpperInvariant())];

    private static readonly (string Open, string Close)[] Nests =
    [
        ("(", ")"), ("BEGIN ", " END"), ("CASE WHEN a THEN ", " END"), ("SELECT a FROM (", ") x"), ("/*", "*/"), ("WITH c AS (", ") SELECT * FROM c"),
        ("IF EXISTS (SELECT 1 FROM t) BEGIN ", " END"), ("f(", ")"), ("[", "]"), ("\"", "\""), ("EXEC('", "')"), ("$x$", "$x$"), ("DO $$ BEGIN ", " END $$"),
        ("CREATE PROCEDURE p AS BEGIN ", " END"), ("a = (", ") AND b IN (1)"), ("(SELECT a FROM t) UNION ALL (", ")"), ("LOOP ", " END LOOP;"), ("IF a THEN ", " END IF;"),
    ];

    private readonly Random _random;
    private readonly ImmutableArray<string> _seeds;

    public SqlMutator(int seed, ImmutableArray<string> seeds)
    {
        _random = new Random(seed);
        _seeds = seeds;
    }

    public string Next()
    {
        var pieces = Cut(Pick(_seeds));
        for (var left = _random.Next(1, 6); left > 0; left--)
            Mutate(ref pieces);

        var text = string.Concat(pieces);
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    private void Mutate(ref List<string> pieces)
    {
        var at = _random.Next(pieces.Count + 1);
        switch (_random.Next(13))
        {
            case 0:
                pieces.RemoveRange(at, pieces.Count - at);
                break;
            case 1:
                pieces.RemoveRange(0, at);
                break;
            case 2:
                pieces.RemoveRange(at, Length(pieces, at));
                break;
            case 3:
                pieces.InsertRange(at, pieces.GetRange(at, Length(pieces, at)));
                break;
            case 4 when pieces.Count > 0:
                Swap(pieces, _random.Next(pieces.Count), _random.Next(pieces.Count));
                break;
            case 5:
                pieces.Insert(at, Pick(Junk));
                break;
            case 6 when at < pieces.Count:
                pieces[at] = Pick(Junk);
                break;
            case 7:
                pieces.Insert(at, $" {Pick(Keywords)} ");
                break;
            case 8:
                Splice(pieces, at, Cut(Pick(_seeds)));
                break;
            case 9:
                Nest(pieces, at);
                break;
            case 10:
                pieces.InsertRange(at, Enumerable.Repeat(string.Concat(pieces.GetRange(at, Math.Min(Length(pieces, at), 6))), _random.Next(2, 30)));
                break;
            case 11 when at < pieces.Count:
                pieces[at] = Damage(pieces[at]);
                break;
            case 12 when _random.Next(8) == 0:
                pieces = [Soup()];
                break;
        }
    }

    // Mostly a few pieces, now and then many.
    private int Length(List<string> pieces, int from) => Math.Min(_random.Next(1, _random.Next(4) == 0 ? 60 : 6), pieces.Count - from);

    private static void Swap(List<string> pieces, int a, int b) => (pieces[a], pieces[b]) = (pieces[b], pieces[a]);

    private void Splice(List<string> pieces, int at, List<string> other)
    {
        var from = _random.Next(other.Count + 1);
        pieces.RemoveRange(at, pieces.Count - at);
        pieces.AddRange(other.GetRange(from, other.Count - from));
    }

    private void Nest(List<string> pieces, int at)
    {
        var (open, close) = Pick(Nests);
        var depth = _random.Next(1, _random.Next(5) == 0 ? 80 : 4);
        var end = at + Length(pieces, at);
        pieces.InsertRange(end, Enumerable.Repeat(close, _random.Next(4) == 0 ? _random.Next(depth + 1) : depth));
        pieces.InsertRange(at, Enumerable.Repeat(open, depth));
    }

    private string Damage(string piece)
    {
        var letters = piece.ToCharArray();
        for (var left = _random.Next(1, 4); left > 0 && letters.Length > 0; left--)
            letters[_random.Next(letters.Length)] = (char)_random.Next(_random.Next(3) == 0 ? char.MaxValue : 128);
        return new string(letters);
    }

    private string Soup()
    {
        var soup = new StringBuilder();
        for (var left = _random.Next(1, 60); left > 0; left--)
            soup.Append(Pick(_random.Next(3) == 0 ? Junk : Keywords)).Append(_random.Next(6) == 0 ? "" : " ");
        return soup.ToString();
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private static List<string> Cut(string sql) => [.. Pieces().Matches(sql).Select(match => match.Value)];

    [GeneratedRegex(@"\w+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
