using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>What becomes of a file that is there already.</summary>
/// <param name="Text">What it is from now on; <see langword="null"/> when it stays as it is.</param>
/// <param name="Beside">What is written beside it, since it could not go into it; mostly <see langword="null"/>.</param>
internal readonly record struct Merged(string? Text, string? Beside);

/// <summary>Brings a <see cref="MarkedText"/> up to date and keeps what people changed in it.</summary>
internal static class MarkedMerge
{
    /// <param name="existing">The file as it is.</param>
    /// <param name="generated">As it is written anew.</param>
    public static Merged Of(string existing, string generated)
    {
        var old = MarkedText.Read(existing);
        var fresh = MarkedText.Read(generated);
        if (!old.IsMarked)
            return new Merged(null, SameLines(existing, generated) ? null : generated);

        var edited = new HashSet<string>(old.Edited, StringComparer.Ordinal);
        if (old.IsFrameOwn && edited.IsSubsetOf(fresh.Names))
            return new Merged(fresh.With(old, edited.Contains), null);

        // Somebody wrote between the entries, or keeps one that the code no longer gives: only what stands there is brought up to date.
        var kept = old.With(fresh, name => !edited.Contains(name));
        return new Merged(kept, fresh.Names.All(new HashSet<string>(old.Names, StringComparer.Ordinal).Contains) ? null : generated);
    }

    /// <summary>Whether two texts differ in nothing but how their lines end.</summary>
    public static bool SameLines(string one, string other) => string.Equals(one.Replace("\r\n", "\n"), other.Replace("\r\n", "\n"), StringComparison.Ordinal);
}
