using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A piece of text that the host program builds.</summary>
internal abstract class TextPart
{
    /// <summary>What a part costs beside its letters.</summary>
    protected const long Cost = 16;

    /// <summary>How much there is to go through, all ways counted.</summary>
    public abstract long Size { get; }
}

/// <summary>Known characters.</summary>
internal sealed class TextLetters : TextPart
{
    public TextLetters(string value, SyntaxToken literal = default, int from = 0)
    {
        Value = value;
        Literal = literal;
        From = from;
    }

    public string Value { get; }

    public override long Size => Cost + Value.Length;

    /// <summary>The literal that holds them; none for what the compiler worked out, such as <c>nameof</c>.</summary>
    public SyntaxToken Literal { get; }

    /// <summary>Where in the literal's value they begin.</summary>
    public int From { get; }

    /// <summary>Other letters that stand at the same places, such as capitals.</summary>
    public TextLetters With(string value) => new(value, Literal, From);

    public TextLetters Slice(int start, int length) => new(Value.Substring(start, length), Literal, From + start);
}

/// <summary>Text that is only known at run time.</summary>
internal sealed class TextHole(Value value, string? name = null) : TextPart
{
    public Value Value { get; } = value;

    /// <summary>How the source writes it, where that is not the source of <see cref="Value"/>.</summary>
    public string? Name { get; } = name;

    public override long Size => Cost;
}

/// <summary>One of several texts, chosen where the program forks.</summary>
internal sealed class TextChoice(IOperation fork, Value whole, ImmutableArray<TextArm> arms) : TextPart
{
    /// <summary>The statement or expression that decides.</summary>
    public IOperation Fork { get; } = fork;

    /// <summary>The expression that has one of the texts.</summary>
    public Value Whole { get; } = whole;

    public ImmutableArray<TextArm> Arms { get; } = arms;

    /// <summary>True when every way is taken, one after another, as the turns of a loop over them.</summary>
    public bool IsEach { get; init; }

    public override long Size { get; } = Cost + arms.Sum(arm => arm.Text.Size);

    /// <summary>The same choice among other texts.</summary>
    public TextChoice With(ImmutableArray<TextArm> texts) => new(Fork, Whole, texts) { IsEach = IsEach };
}

/// <summary>One way of a choice.</summary>
/// <param name="Number">Which way of the fork, as <see cref="Branch.Arm"/> counts.</param>
/// <param name="Text">What it yields.</param>
internal readonly record struct TextArm(int Number, TextRun Text);

/// <summary>A text as the host program puts it together: parts in order. Immutable; a longer run shares the shorter one it goes on from.</summary>
internal sealed class TextRun
{
    private const long MostSize = 1 << 21;

    public static readonly TextRun Empty = new(null, null, 0);

    /// <summary>No text at all, which reads as an empty one.</summary>
    public static readonly TextRun Null = new(null, null, 0);

    private readonly TextRun? _before;
    private readonly TextPart? _last;

    private TextRun(TextRun? before, TextPart? last, int count)
    {
        _before = before;
        _last = last;
        Count = count;
        Size = (before?.Size ?? 0) + (last?.Size ?? 0);
    }

    /// <summary>How many parts it has.</summary>
    public int Count { get; }

    public long Size { get; }

    /// <summary>True for a text that nobody writes as a statement, such as one that doubles itself again and again.</summary>
    public bool IsTooLong => Size > MostSize;

    /// <summary>The part it ends with; <see langword="null"/> for an empty run.</summary>
    public TextPart? Last => _last;

    /// <summary>The run without its last part.</summary>
    public TextRun Before => _before ?? Empty;

    /// <summary>The letters, when every part is known; <see langword="null"/> otherwise.</summary>
    public string? Constant => Parts.All(part => part is TextLetters) ? string.Concat(Parts.Select(part => ((TextLetters)part).Value)) : null;

    public ImmutableArray<TextPart> Parts
    {
        get
        {
            var parts = new TextPart[Count];
            for (var run = this; run._last is not null; run = run.Before)
                parts[run.Count - 1] = run._last;
            return ImmutableArray.Create(parts);
        }
    }

    public static TextRun Of(TextPart part) => Empty.Add(part);

    public static TextRun Hole(Value value) => Of(new TextHole(value));

    public static TextRun Of(string text) => text.Length == 0 ? Empty : Of(new TextLetters(text));

    public TextRun Add(TextPart part) => part is TextLetters { Value.Length: 0 } ? this : new TextRun(this, part, Count + 1);

    /// <summary>The run followed by another.</summary>
    public TextRun Add(TextRun other)
    {
        if (Count == 0)
            return other;

        var run = this;
        foreach (var part in other.Parts)
            run = run.Add(part);
        return run;
    }

    /// <summary>The run with other letters in place of each of its own.</summary>
    public TextRun Select(System.Func<TextLetters, TextRun> letters)
    {
        var run = Empty;
        foreach (var part in Parts)
        {
            run = part switch
            {
                TextLetters own => run.Add(letters(own)),
                TextChoice choice => run.Add(choice.With(choice.Arms.Select(arm => arm with { Text = arm.Text.Select(letters) }).ToImmutableArray())),
                _ => run.Add(part),
            };
        }

        return run;
    }

    /// <summary>One of several runs; what all of them begin with stands before the choice.</summary>
    public static TextRun Choose(IOperation fork, Value whole, IReadOnlyList<TextArm> arms) => Choose(new TextChoice(fork, whole, arms.ToImmutableArray()));

    /// <inheritdoc cref="Choose(IOperation, Value, IReadOnlyList{TextArm})"/>
    public static TextRun Choose(TextChoice choice)
    {
        var arms = choice.Arms;
        var shared = arms[0].Text;
        foreach (var arm in arms.Skip(1))
            shared = SharedStart(shared, arm.Text);
        return arms.All(arm => arm.Text == shared)
            ? shared
            : shared.Add(choice.With(arms.Select(arm => arm with { Text = arm.Text.After(shared) }).ToImmutableArray()));
    }

    private static TextRun SharedStart(TextRun one, TextRun other)
    {
        while (one != other)
        {
            if (one.Count == 0 || other.Count == 0)
                return Empty;
            if (one.Count >= other.Count)
                one = one.Before;
            else
                other = other.Before;
        }

        return one;
    }

    private TextRun After(TextRun start)
    {
        var run = Empty;
        foreach (var part in Parts.Skip(start.Count))
            run = run.Add(part);
        return run;
    }
}
