using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Takes characters off the ends of a text.</summary>
internal static class TextEnds
{
    private const int MostChoices = 3;

    /// <summary>True for an empty text and for one that ends its last statement.</summary>
    public static bool IsBetweenStatements(TextRun run)
    {
        while (run.Last is TextLetters { Value: var letters } && string.IsNullOrWhiteSpace(letters))
            run = run.Before;
        return run.Count == 0 || (run.Last is TextLetters { Value: var end } && end.TrimEnd() is [.., ';']);
    }

    /// <param name="run">The text.</param>
    /// <param name="characters">What is taken off; <see langword="null"/> for white space.</param>
    /// <param name="atStart">Take off at the start.</param>
    /// <param name="atEnd">Take off at the end.</param>
    /// <returns>The shorter text; <see langword="null"/> where it is not known what is left.</returns>
    public static TextRun? Trim(TextRun run, string? characters, bool atStart, bool atEnd)
    {
        var trimmed = atEnd ? TrimEnd(run, characters, MostChoices) : run;
        return atStart && trimmed is not null ? TrimStart(trimmed, characters) : trimmed;
    }

    private static TextRun? TrimEnd(TextRun run, string? characters, int choices)
    {
        while (run.Last is TextLetters letters)
        {
            var left = letters.Value.Length;
            while (left > 0 && IsTaken(letters.Value[left - 1], characters))
                left--;
            if (left > 0)
                return left == letters.Value.Length ? run : run.Before.Add(letters.Slice(0, left));
            run = run.Before;
        }

        if (run.Last is not TextChoice choice)
            return run;
        if (choices == 0)
            return null;

        var before = run.Before;
        var arms = choice.Arms.Select(arm => (arm.Number, Text: TrimEnd(before.Add(arm.Text), characters, choices - 1))).ToImmutableArray();
        return arms.Any(arm => arm.Text is null) ? null : TextRun.Choose(choice.With(arms.Select(arm => new TextArm(arm.Number, arm.Text!)).ToImmutableArray()));
    }

    private static TextRun? TrimStart(TextRun run, string? characters)
    {
        var parts = run.Parts;
        var rest = TextRun.Empty;
        for (var i = 0; i < parts.Length; i++)
        {
            if (rest.Count > 0 || parts[i] is TextHole)
                rest = rest.Add(parts[i]);
            else if (parts[i] is not TextLetters letters)
                return null;
            else if (letters.Value.TakeWhile(letter => IsTaken(letter, characters)).Count() is var taken && taken < letters.Value.Length)
                rest = rest.Add(letters.Slice(taken, letters.Value.Length - taken));
        }

        return rest;
    }

    private static bool IsTaken(char letter, string? characters) => characters?.Contains(letter) ?? char.IsWhiteSpace(letter);
}
