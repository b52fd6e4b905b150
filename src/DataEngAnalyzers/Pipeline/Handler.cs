using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a <c>catch</c> does with the error.</summary>
/// <param name="Where">The <c>catch</c> keyword.</param>
/// <param name="IsGeneral">Catches every exception, or every data exception: rows can be lost in it.</param>
/// <param name="Rethrows">Throws, returns a failure or ends the loop on some path.</param>
/// <param name="KeepsRow">Writes, collects or counts what failed, so that somebody can see it.</param>
internal sealed record Handler(Location Where, bool IsGeneral, bool Rethrows, bool KeepsRow)
{
    /// <summary>Asks whether the error is about a key that is there already: the target has one, and rejects what it knows.</summary>
    public bool KnowsDuplicates { get; init; }

    /// <summary>The error leaves as the answer of the method, and in no other way: <c>return false</c>, <c>result.Status = Failed</c>. Who calls may hear it.</summary>
    public bool Answers { get; init; }

    /// <summary>The error ends here: it is not handed on, and no trace of the row is left but a line in a log.</summary>
    public bool Swallows => IsGeneral && !Rethrows && !KeepsRow;
}
