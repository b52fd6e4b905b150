using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One of the texts that a call may run.</summary>
/// <param name="Text">The text.</param>
/// <param name="Branch">The ways that lead to it, on top of those the call itself stands on.</param>
internal readonly record struct TextAlternative(HostText Text, Branch? Branch);

/// <summary>Takes a text apart at its choices into the few whole texts it can be.</summary>
internal sealed class TextAlternatives
{
    private const int Most = 8;

    private readonly List<TextAlternative> _found = new();

    private TextAlternatives()
    {
    }

    /// <summary>Every text that the run can be, each on its own ways; one with holes in place of the choices where there are too many.</summary>
    public static IReadOnlyList<TextAlternative> Of(TextRun run, Branch? around)
    {
        var alternatives = new TextAlternatives();
        return alternatives.Collect(TextRun.Empty, Pending(run, null), around) ? alternatives._found : [new TextAlternative(HostText.Of(run), around)];
    }

    // What is still to come is a list of its own, so that each way of a choice goes on with it. False once there are too many.
    private bool Collect(TextRun done, Rest? rest, Branch? ways)
    {
        for (; rest is not null; rest = rest.Next)
        {
            if (rest.Part is not TextChoice choice)
            {
                done = done.Add(rest.Part);
                continue;
            }

            if (Branch.ArmOf(choice.Fork, ways) is { } taken)
            {
                // The same fork decides twice: both go the same way.
                foreach (var arm in choice.Arms)
                {
                    if (arm.Number == taken)
                        return Collect(done, Pending(arm.Text, rest.Next), ways);
                }

                continue;
            }

            foreach (var arm in choice.Arms)
            {
                if (!Collect(done, Pending(arm.Text, rest.Next), new Branch(choice.Fork, arm.Number, ways) { Decides = choice.IsEach ? BranchOf.Turn : BranchOf.Text }))
                    return false;
            }

            return true;
        }

        _found.Add(new TextAlternative(HostText.Of(done, _found), ways));
        return _found.Count <= Most;
    }

    private static Rest? Pending(TextRun run, Rest? next)
    {
        var parts = run.Parts;
        for (var i = parts.Length - 1; i >= 0; i--)
            next = new Rest(parts[i], next);
        return next;
    }

    private sealed record Rest(TextPart Part, Rest? Next);
}
