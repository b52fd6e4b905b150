using System;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether two names were surely meant to be one: <c>CustomerId</c>, <c>customer_id</c>, <c>cust_id</c>, <c>custmer_id</c>.</summary>
internal static class NameLikeness
{
    private const int ShortestAbbreviation = 3;
    private const int ShortestWithTypo = 5;
    private const int ShortestWithWrongLetter = 6;
    private const string Vowels = "aeiou";

    public static bool AreAlike(string one, string other)
    {
        var words = NameWords.Of(one).ToList();
        var others = NameWords.Of(other).ToList();
        return words.Count > 0
            && (string.Concat(words) == string.Concat(others) || (words.Count == others.Count && words.Zip(others, AreAlikeWords).All(alike => alike)));
    }

    private static bool AreAlikeWords(string one, string other) =>
        one == other || one + "s" == other || other + "s" == one || IsShortFor(one, other) || IsShortFor(other, one) || IsTypoOf(one, other);

    // cust for customer, qty for quantity; but no date for delegate, though all its letters are in there.
    private static bool IsShortFor(string word, string whole) =>
        word.Length >= ShortestAbbreviation
        && word.Length < whole.Length
        && (whole.StartsWith(word, StringComparison.Ordinal) || (word[0] == whole[0] && !word.Skip(1).Any(letter => Vowels.IndexOf(letter) >= 0) && IsSpelledIn(word, whole)));

    private static bool IsSpelledIn(string word, string whole)
    {
        var at = 0;
        foreach (var letter in whole)
        {
            if (at < word.Length && word[at] == letter)
                at++;
        }

        return at == word.Length;
    }

    // A letter too many or too few, two that changed places, or in a longer word a wrong one. Digits tell names apart.
    private static bool IsTypoOf(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < ShortestWithTypo || Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
            start++;
        var end = 0;
        while (end < one.Length - start && end < other.Length - start && one[one.Length - 1 - end] == other[other.Length - 1 - end])
            end++;

        var left = one.Substring(start, one.Length - start - end);
        var right = other.Substring(start, other.Length - start - end);
        if (left.Concat(right).Any(char.IsDigit))
            return false;
        return (left.Length, right.Length) switch
        {
            (0, 1) or (1, 0) => true,
            (1, 1) => one.Length >= ShortestWithWrongLetter,
            (2, 2) => left[0] == right[1] && left[1] == right[0],
            _ => false,
        };
    }
}
