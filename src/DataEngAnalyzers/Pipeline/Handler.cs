using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a <c>catch</c> does with the error.</summary>
/// <param name="Where">The <c>catch</c> keyword.</param>
/// <param name="IsGeneral">Catches every exception, or every data exception: rows can be lost in it.</param>
/// <param name="Rethrows">Throws, returns a failure or ends the loop on some path.</param>
/// <param name="KeepsRow">Writes, collects or counts what failed, so that somebody can see it.</param>
internal sealed record Handler(Location Where, bool IsGeneral, bool Rethrows, bool KeepsRow);
