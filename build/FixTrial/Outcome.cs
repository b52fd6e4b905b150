using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.FixTrial;

/// <summary>What became of a project when one fix was taken.</summary>
/// <param name="Rule">The id of the finding, with <c>Fix All</c> when more than one was mended at once.</param>
/// <param name="Title">The fix.</param>
/// <param name="Place">Where the (first) finding stands.</param>
/// <param name="Faults">What a user would complain about; empty for a good fix.</param>
internal sealed record Outcome(string Rule, string Title, FileLinePositionSpan Place, ImmutableArray<string> Faults);
