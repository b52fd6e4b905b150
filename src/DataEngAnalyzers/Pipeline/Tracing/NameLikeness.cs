using System;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether two names were surely meant to be one: <c>CustomerId</c>, <c>customer_id</c>, <c>cust_id</c>, <c>custmer_id</c>.</summary>
internal static class NameLikeness
{
    private const int ShortestForTypos = 5;

    public static bool AreAlike(string one, string other)
    {
        var words = NameWords.Of(one).ToList();
        var others = NameWords.Of(other).ToList();
        if (words.Count == 0 || others.Count == 0)
            return false;

        var letters = string.Concat(words);
        var otherLetters = string.Concat(others);
        return letters == otherLetters
            || (words.Count == others.Count && words.Zip(others, AreAlikeWords).All(alike => alike))
            || (Math.Min(letters.Length, otherLetters.Length) >= ShortestForTypos && AreOneLetterApart(letters, otherLetters));
    }

    private static bool AreAlikeWords(string one, string other) => one == other || IsShortFor(one, other) || IsShortFor(other, one);

    // amt for amount, cust for customer, qty for quantity.
    private static bool IsShortFor(string word, string whole)
    {
        if (word.Length < 3 || word.Length >= whole.Length || word[0] != whole[0])
            return false;

        var at = 0;
        foreach (var letter in whole)
        {
            if (at < word.Length && word[at] == letter)
                at++;
        }

        return at == word.Length;
    }

    // One letter more, less or different, or two that changed places. Digits tell names apart.
    private static bool AreOneLetterApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
            start++;
        var end = 0;
        while (end < one.Length - start && end < other.Length - start && one[one.Length - 1 - end] == other[other.Length - 1 - end])
            end++;

        var left = one.Substring(start, one.Length - start - end);
        var right = other.Substring(start, other.Length - start - end);
        return !left.Concat(right).Any(char.IsDigit)
            && (left.Length <= 1 && right.Length <= 1 || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]));
    }
}
